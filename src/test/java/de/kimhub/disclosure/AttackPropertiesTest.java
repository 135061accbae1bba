package de.kimhub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** A3, A4 and A6 on invented cubes. Larger ones: {@code -Ddisclosure.property.size=6 -Ddisclosure.property.cases=2000}. */
class AttackPropertiesTest {

    private static final int MOST_SIZE = Integer.getInteger("disclosure.property.size", 4);
    private static final int MOST_CASES = Integer.getInteger("disclosure.property.cases", 300);
    private static final Effort EFFORT = new Effort(Duration.ofMinutes(2), Duration.ofMinutes(30), 1);

    @Provide
    Arbitrary<int[]> cubes() {
        return Arbitraries.integers().between(2, MOST_SIZE).array(int[].class).ofMinSize(2).ofMaxSize(4);
    }

    @Provide
    Arbitrary<int[]> tinyCubes() {
        return Arbitraries.of(new int[] {2, 2}, new int[] {3, 2}, new int[] {2, 3}, new int[] {4}, new int[] {6}, new int[] {5});
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void every_hidden_small_cell_of_a_cube_is_proven_for_outsiders_and_members(@ForAll("cubes") int[] sizes,
            @ForAll @IntRange(min = 0, max = 1) int large, @ForAll long seed) {
        Random random = new Random(seed);
        Ledger ledger = new Cube(sizes, random.nextInt(MOST_CASES), random).ledger(large == 1 ? 5 : 3, true);
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(protection.unproven()).isEmpty();
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void among_all_worlds_that_fit_a_tiny_cube_each_small_cell_has_a_large_one_and_one_of_at_most_one(
            @ForAll("tinyCubes") int[] sizes, @ForAll @IntRange(min = 0, max = 14) int cases, @ForAll long seed) {
        Random random = new Random(seed);
        Ledger ledger = new Cube(sizes, cases, random).ledger(random.nextBoolean() ? 5 : 3, random.nextBoolean());
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(new AllWorlds(ledger, protection.hidden()).givenAway()).isEmpty();
    }

    /** With only the small cells hidden, and with each further cell shown again: the audit says what counting says. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void the_audit_of_a_tiny_cube_finds_what_writing_down_all_worlds_finds(@ForAll("tinyCubes") int[] sizes,
            @ForAll @IntRange(min = 4, max = 14) int cases, @ForAll long seed) {
        Random random = new Random(seed);
        Ledger ledger = new Cube(sizes, cases, random).ledger(random.nextBoolean() ? 5 : 3, random.nextBoolean());
        Set<String> small = new HashSet<>();
        ledger.cells().stream().filter(cell -> cell.value() > 0 && cell.value() < ledger.threshold()).forEach(cell -> small.add(cell.id()));
        same(ledger, small);
        Set<String> hidden = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { }).hidden();
        for (String one : hidden) {
            if (!small.contains(one)) {
                Set<String> fewer = new HashSet<>(hidden);
                fewer.remove(one);
                same(ledger, fewer);
            }
        }
    }

    private static void same(Ledger ledger, Set<String> hidden) {
        Set<List<String>> expected = keys(new AllWorlds(ledger, hidden).givenAway());
        Audit audit = Auditor.audit(ledger, hidden, EFFORT, (done, of) -> { });
        assertThat(keys(audit.findings())).isEqualTo(expected);
        if (audit.passed()) {
            assertThat(Verifier.verify(ledger, new Protection(hidden, audit.certificate(), List.of()))).isEmpty();
        }
    }

    private static Set<List<String>> keys(List<Finding> findings) {
        Set<List<String>> keys = new HashSet<>();
        findings.forEach(finding -> keys.add(List.of(finding.cell(), finding.attacker())));
        return keys;
    }
}
