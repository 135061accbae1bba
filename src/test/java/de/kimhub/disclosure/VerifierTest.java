package de.kimhub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two places by two themes with their sums; 2 cases at one of them hide all four inner cells. */
class VerifierTest {

    private static final long[] BASE = {2, 9, 8, 7};
    private static final Set<String> INNER = Set.of("a", "b", "c", "d");
    private static final Witness UPPER = witness("a", "", Side.UPPER, 5, 6, 5, 10);
    private static final Witness LOWER = witness("a", "", Side.LOWER, 1, 10, 9, 6);

    private final Ledger ledger = ledger(List.of());

    private static Ledger ledger(List<Insider> insiders) {
        List<LedgerCell> cells = new ArrayList<>();
        List.of("a", "b", "c", "d").forEach(id -> cells.add(Vectors.cell(id, BASE, id.equals("a") ? Standing.PRIMARY : Standing.OPEN,
                group -> group == id.charAt(0) - 'a')));
        cells.add(Vectors.cell("ab", BASE, Standing.SHOWN, group -> group < 2));
        cells.add(Vectors.cell("cd", BASE, Standing.SHOWN, group -> group > 1));
        cells.add(Vectors.cell("ac", BASE, Standing.OPEN, group -> group % 2 == 0));
        cells.add(Vectors.cell("bd", BASE, Standing.OPEN, group -> group % 2 == 1));
        return new Ledger(BASE, cells, insiders, 5);
    }

    private static Witness witness(String cell, String attacker, Side side, long... base) {
        return new Witness(cell, attacker, side, base);
    }

    private List<Finding> verify(Set<String> hidden, Witness... witnesses) {
        return Verifier.verify(ledger, new Protection(hidden, new Certificate(List.of(witnesses)), List.of()));
    }

    private static List<Finding> only(DisclosureProblem problem, String cell) {
        return List.of(new Finding(problem, cell));
    }

    @Test
    void a_true_proof_is_accepted_and_half_of_it_is_not() {
        assertThat(verify(INNER, UPPER, LOWER)).isEmpty();
        assertThat(verify(INNER, UPPER)).isEqualTo(only(DisclosureProblem.NO_WITNESS, "a"));
        assertThat(verify(INNER, LOWER)).isEqualTo(only(DisclosureProblem.NO_WITNESS, "a"));
        assertThat(verify(INNER)).isEqualTo(only(DisclosureProblem.NO_WITNESS, "a"));
    }

    @Test
    void a_witness_that_is_wrong_in_any_way_is_named_and_proves_nothing() {
        assertThat(problems(witness("a", "", Side.UPPER, 4, 7, 6, 9))).containsExactly(DisclosureProblem.SIDE_NOT_MET);
        assertThat(problems(witness("a", "", Side.UPPER, 6, 5, 5, 10)))
                .containsExactly(DisclosureProblem.SHOWN_NOT_MET, DisclosureProblem.NO_WITNESS);
        assertThat(problems(witness("a", "", Side.UPPER, 12, -1, -2, 17)))
                .containsExactly(DisclosureProblem.NEGATIVE, DisclosureProblem.NO_WITNESS);
        assertThat(problems(witness("x", "", Side.UPPER, 5, 6, 5, 10)))
                .containsExactly(DisclosureProblem.WITNESS_UNKNOWN, DisclosureProblem.NO_WITNESS);
        assertThat(problems(witness("a", "nobody", Side.UPPER, 5, 6, 5, 10)))
                .containsExactly(DisclosureProblem.WITNESS_UNKNOWN, DisclosureProblem.NO_WITNESS);
        assertThat(problems(witness("a", "", Side.UPPER, 5, 6, 5))).containsExactly(DisclosureProblem.WITNESS_UNKNOWN,
                DisclosureProblem.NO_WITNESS);
    }

    private List<DisclosureProblem> problems(Witness upper) {
        return verify(INNER, upper, LOWER).stream().map(Finding::problem).toList();
    }

    @Test
    void what_is_shown_and_what_is_hidden_must_fit_the_earlier_releases_and_the_rule() {
        assertThat(verify(Set.of("b", "c", "d"), UPPER, LOWER)).contains(new Finding(DisclosureProblem.SMALL_SHOWN, "a"));
        assertThat(verify(Set.of("a", "b", "c", "d", "ab"), UPPER, LOWER)).isEqualTo(only(DisclosureProblem.SHOWN_BEFORE, "ab"));
        Ledger other = new Ledger(BASE, Stream.of(new LedgerCell("a", cell("a").groups(), 2, Standing.HIDDEN),
                new LedgerCell("all", groups(4), 25, Standing.OPEN), new LedgerCell("small", cell("a").groups(), 2, Standing.OPEN)).toList(),
                List.of(), 5);
        assertThat(Verifier.verify(other, new Protection(Set.of(), new Certificate(List.of()), List.of())))
                .contains(new Finding(DisclosureProblem.HIDDEN_BEFORE, "a"), new Finding(DisclosureProblem.NOT_THE_SUM, "all"),
                        new Finding(DisclosureProblem.SMALL_SHOWN, "small"));
    }

    @Test
    void an_insider_needs_worlds_of_its_own_in_which_it_finds_what_it_knows() {
        BitSet second = new BitSet();
        second.set(1);
        Ledger withMember = ledger(List.of(new Insider("member", second)));
        Protection protection = new Protection(INNER, new Certificate(List.of(UPPER, LOWER,
                witness("a", "member", Side.UPPER, 5, 6, 5, 10))), List.of());
        assertThat(Verifier.verify(withMember, protection)).containsExactly(
                new Finding(DisclosureProblem.KNOWN_NOT_MET, "a", "member"), new Finding(DisclosureProblem.NO_WITNESS, "a", "member"));
    }

    /** A member that has three of the four cases is not to be kept from knowing of three. */
    @Test
    void the_own_part_of_an_insider_is_the_least_that_a_lower_world_can_show() {
        long[] base = {3, 1, 9, 9};
        BitSet own = new BitSet();
        own.set(0);
        List<LedgerCell> cells = List.of(Vectors.cell("ab", base, Standing.PRIMARY, group -> group < 2),
                Vectors.cell("all", base, Standing.OPEN, group -> true));
        Ledger mixed = new Ledger(base, cells, List.of(new Insider("member", own)), 5);
        List<Witness> witnesses = List.of(witness("ab", "", Side.UPPER, 5, 0, 8, 9), witness("ab", "", Side.LOWER, 1, 0, 12, 9),
                witness("ab", "member", Side.UPPER, 3, 2, 8, 9), witness("ab", "member", Side.LOWER, 3, 0, 10, 9));
        assertThat(Verifier.verify(mixed, new Protection(Set.of("ab"), new Certificate(witnesses), List.of()))).isEmpty();
    }

    @Test
    void a_finding_names_the_cell_and_no_number() {
        assertThat(verify(INNER, UPPER)).hasToString("[cell a: NO_WITNESS [HUB-SDC-004]]");
    }

    private LedgerCell cell(String id) {
        return ledger.cells().stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }

    private static BitSet groups(int count) {
        BitSet groups = new BitSet();
        groups.set(0, count);
        return groups;
    }
}
