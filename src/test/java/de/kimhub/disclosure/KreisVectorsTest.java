package de.kimhub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.kimhub.disclosure.Witness.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Kreis of 1,500 cases whose cells, intervals and witnesses another program made. */
class KreisVectorsTest {

    private static final Effort EFFORT = new Effort(Duration.ofMinutes(2), Duration.ofMinutes(30), 1);

    @ParameterizedTest
    @ValueSource(strings = {"B_1500_k5", "C_1500_k5"})
    void the_intervals_before_and_after_protection_are_those_of_the_vectors(String name) {
        Map<String, Map<String, String>> expected = new HashMap<>();
        Vectors.rows(name + ".cells.csv").forEach(row -> expected.put(row.get("id"), row));
        LedgerTables tables = Vectors.tables(name);
        Ledger ledger = tables.ledger(List.of(), 5, List.of());
        Set<String> primary = new HashSet<>(tables.hidden());
        primary.removeIf(id -> expected.get(id).get("primary").equals("0"));

        assertIntervals(ledger, primary, expected, "primary_only");
        assertIntervals(ledger, tables.hidden(), expected, "protected");
    }

    private static void assertIntervals(Ledger ledger, Set<String> hidden, Map<String, Map<String, String>> expected, String kind) {
        LedgerIndex index = new LedgerIndex(ledger);
        BitSet cells = cells(index, hidden);
        ShownNumbers shown = new ShownNumbers(index, cells);
        cells.stream().filter(cell -> !expected.get(index.cell(cell).id()).get("lo_" + kind).isEmpty()).forEach(cell -> {
            Map<String, String> row = expected.get(index.cell(cell).id());
            Interval interval = shown.interval(cell, 0, move -> { });
            assertThat(interval.low()).as(row.get("id")).isCloseTo(Double.parseDouble(row.get("lo_" + kind)), within(1e-6));
            assertThat(interval.high()).as(row.get("id")).isCloseTo(Double.parseDouble(row.get("hi_" + kind)), within(1e-6));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"B_1500_k5", "C_1500_k5"})
    void every_witness_of_the_vectors_adds_up_and_the_verifier_misses_any_that_is_taken_away(String name) {
        LedgerTables tables = Vectors.tables(name);
        Ledger ledger = tables.ledger(List.of(), 5, List.of());
        List<Witness> witnesses = witnesses(name, ledger);
        assertThat(Verifier.verify(ledger, protection(tables.hidden(), witnesses))).isEmpty();
        for (Witness witness : witnesses) {
            List<Witness> fewer = witnesses.stream().filter(other -> other != witness).toList();
            assertThat(Verifier.verify(ledger, protection(tables.hidden(), fewer))).as(witness.cell())
                    .containsExactly(new Finding(DisclosureProblem.NO_WITNESS, witness.cell()));
        }
    }

    /** The vectors write each table down once: where they leave one out, it is the truth, or a table of another cell. */
    private static List<Witness> witnesses(String name, Ledger ledger) {
        List<Witness> witnesses = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (Map<String, String> row : Vectors.rows(name + ".witnesses.csv")) {
            Side side = row.get("side").equals("hi") ? Side.UPPER : Side.LOWER;
            given.add(row.get("cell") + side);
            witnesses.add(new Witness(row.get("cell"), Witness.OUTSIDER, side,
                    Stream.of(row.get("table (one integer per base group)").split(" ")).mapToLong(Long::parseLong).toArray()));
        }
        List<long[]> bases = Stream.concat(Stream.of(ledger.base()), witnesses.stream().map(Witness::base)).toList();
        for (LedgerCell cell : ledger.cells()) {
            Comparator<long[]> bySum = Comparator.comparingLong(base -> cell.groups().stream().mapToLong(group -> base[group]).sum());
            for (Side side : Side.values()) {
                if (cell.standing() == LedgerCell.Standing.PRIMARY && !given.contains(cell.id() + side)) {
                    witnesses.add(new Witness(cell.id(), Witness.OUTSIDER, side,
                            (side == Side.UPPER ? bases.stream().max(bySum) : bases.stream().min(bySum)).orElseThrow()));
                }
            }
        }
        return witnesses;
    }

    /** A4: the audit has teeth. */
    @Test
    void showing_any_secondary_cell_of_the_quarters_tables_again_fails_the_audit() {
        LedgerTables tables = Vectors.tables("B_1500_k5");
        Ledger ledger = tables.ledger(List.of(), 5, List.of());
        assertThat(Auditor.audit(ledger, tables.hidden(), EFFORT, (done, of) -> { }).passed()).isTrue();
        Set<String> secondary = secondary(tables, ledger);
        assertThat(secondary).hasSize(3);
        for (String one : secondary) {
            Set<String> hidden = new HashSet<>(tables.hidden());
            hidden.remove(one);
            assertThat(Auditor.audit(ledger, hidden, EFFORT, (done, of) -> { }).findings()).as("without " + one)
                    .containsExactly(new Finding(DisclosureProblem.GIVEN_AWAY, "79"));
        }
    }

    /**
     * By exact recovery, or proof of less than five, five of the six are found; without the sixth, 185, cell 189 stays
     * between 2 and 7, which is no world with at most one.
     */
    @Test
    void showing_any_secondary_cell_of_the_years_tables_again_gives_a_small_cell_away() {
        LedgerTables tables = Vectors.tables("C_1500_k5");
        Ledger ledger = tables.ledger(List.of(), 5, List.of());
        Map<String, String> givesAway = Map.of("137", "139", "167", "169", "185", "189", "203", "213", "286", "298", "288", "299");
        assertThat(secondary(tables, ledger)).isEqualTo(givesAway.keySet());
        givesAway.forEach((shown, small) -> {
            LedgerIndex index = new LedgerIndex(ledger);
            BitSet hidden = cells(index, tables.hidden());
            hidden.clear(cell(index, shown));
            Interval interval = new ShownNumbers(index, hidden).interval(cell(index, small), 0, move -> { });
            assertThat(interval.low() > 1 + 1e-6 || interval.high() < 5 - 1e-6).as("without " + shown).isTrue();
        });
    }

    private static int cell(LedgerIndex index, String id) {
        return cells(index, Set.of(id)).nextSetBit(0);
    }

    private static BitSet cells(LedgerIndex index, Set<String> ids) {
        BitSet cells = new BitSet();
        for (int cell = 0; cell < index.cells(); cell++) {
            cells.set(cell, ids.contains(index.cell(cell).id()));
        }
        return cells;
    }

    private static Set<String> secondary(LedgerTables tables, Ledger ledger) {
        Set<String> secondary = new HashSet<>(tables.hidden());
        ledger.cells().stream().filter(cell -> cell.standing() == LedgerCell.Standing.PRIMARY).forEach(cell -> secondary.remove(cell.id()));
        return secondary;
    }

    @Test
    void the_vectors_tables_are_protected_from_outsiders_and_insiders_as_well_as_the_vectors_are() {
        LedgerTables tables = Vectors.tables("B_1500_k5");
        Ledger ledger = tables.ledger(List.of("org=Kommune", "org=Caritas", "org=Diakonie", "org=DRK", "org=AWO"), 5,
                new ArrayList<>());
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(protection.unproven()).isEmpty();
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
        assertThat(protection.hidden()).hasSizeLessThanOrEqualTo(tables.hidden().size() + 2);
    }

    private static Protection protection(Set<String> hidden, List<Witness> witnesses) {
        return new Protection(hidden, new Certificate(witnesses), List.of());
    }
}
