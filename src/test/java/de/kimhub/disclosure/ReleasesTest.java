package de.kimhub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A5: two years of quarterly releases, each kept with all earlier ones. */
class ReleasesTest {

    private static final int PLACES = 4;
    private static final int THEMES = 4;
    private static final int MEMBERS = 2;
    private static final int QUARTERS = 8;
    private static final Effort EFFORT = new Effort(Duration.ofMinutes(2), Duration.ofMinutes(30), 1);

    private final long[] base = new long[PLACES * THEMES * MEMBERS * QUARTERS];
    private final Random random = new Random(5);

    private static int place(int group) {
        return group % PLACES;
    }

    private static int theme(int group) {
        return group / PLACES % THEMES;
    }

    private static int member(int group) {
        return group / PLACES / THEMES % MEMBERS;
    }

    private static int quarter(int group) {
        return group / PLACES / THEMES / MEMBERS;
    }

    /** A case of one quarter in twenty comes late, and counts in the period that is open then. */
    private void fill() {
        for (int happened = 0; happened < QUARTERS; happened++) {
            for (int one = 0; one < 60; one++) {
                int counted = Math.min(QUARTERS - 1, happened + (random.nextInt(20) == 0 ? 1 + random.nextInt(2) : 0));
                int within = (int) (PLACES * THEMES * MEMBERS * Math.pow(random.nextDouble(), 2.5));
                base[counted * PLACES * THEMES * MEMBERS + within]++;
            }
        }
    }

    private List<LedgerCell> release(int quarter) {
        List<LedgerCell> cells = new ArrayList<>(tables("Q" + quarter, group -> quarter(group) == quarter, false));
        if (quarter % 4 == 3) {
            cells.addAll(tables("Y" + quarter / 4, group -> quarter(group) / 4 == quarter / 4, true));
        }
        return cells;
    }

    private List<LedgerCell> tables(String name, IntPredicate period, boolean detail) {
        List<LedgerCell> cells = new ArrayList<>(List.of(Vectors.cell(name, base, Standing.OPEN, period)));
        for (int one = 0; one < PLACES; one++) {
            int place = one;
            cells.add(Vectors.cell(name + " place " + place, base, Standing.OPEN, period.and(group -> place(group) == place)));
            for (int other = 0; other < THEMES && detail; other++) {
                int theme = other;
                cells.add(Vectors.cell(name + " place " + place + " theme " + theme, base, Standing.OPEN,
                        period.and(group -> place(group) == place && theme(group) == theme)));
            }
        }
        for (int one = 0; one < THEMES; one++) {
            int theme = one;
            cells.add(Vectors.cell(name + " theme " + theme, base, Standing.OPEN, period.and(group -> theme(group) == theme)));
        }
        return cells;
    }

    private List<Insider> members() {
        return IntStream.range(0, MEMBERS).mapToObj(who -> {
            BitSet known = new BitSet();
            IntStream.range(0, base.length).filter(group -> member(group) == who).forEach(known::set);
            return new Insider("member " + who, known);
        }).toList();
    }

    @Test
    void no_combination_of_two_years_of_releases_gives_a_small_cell_away() {
        fill();
        List<LedgerCell> published = new ArrayList<>();
        Set<String> unproven = new HashSet<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            List<LedgerCell> cells = new ArrayList<>(published);
            cells.addAll(release(quarter));
            Ledger ledger = new Ledger(base, cells, members(), 5);
            Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
            assertThat(Verifier.verify(ledger, protection)).as("release " + quarter).isEmpty();
            unproven.addAll(protection.unproven());
            published = cells.stream().map(cell -> new LedgerCell(cell.id(), cell.groups(), cell.value(),
                    protection.hidden().contains(cell.id()) ? Standing.HIDDEN : Standing.SHOWN)).toList();
        }
        assertThat(unproven).isEmpty();
        assertThat(published).filteredOn(cell -> cell.standing() == Standing.HIDDEN && cell.value() > 0 && cell.value() < 5).isNotEmpty();

        Set<String> hidden = new HashSet<>();
        published.stream().filter(cell -> cell.standing() == Standing.HIDDEN).forEach(cell -> hidden.add(cell.id()));
        assertThat(Auditor.audit(new Ledger(base, published, members(), 5), hidden, EFFORT, (done, of) -> { }).findings()).isEmpty();
    }

    /** The revision that the release protocol forbids: a closed quarter with its late cases, published once more. */
    @Test
    void a_revised_number_is_hidden_where_its_difference_to_the_earlier_one_is_small() {
        long[] values = {30, 2, 40, 7, 50, 0};
        List<LedgerCell> cells = new ArrayList<>();
        Map<String, Boolean> isHidden = new HashMap<>();
        for (int one = 0; one < 3; one++) {
            int group = 2 * one;
            cells.add(Vectors.cell("first " + one, values, Standing.SHOWN, number -> number == group));
            cells.add(Vectors.cell("revised " + one, values, Standing.OPEN, number -> number == group || number == group + 1));
            isHidden.put("revised " + one, values[group + 1] == 2);
        }
        Ledger ledger = new Ledger(values, cells, List.of(), 5);
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
        isHidden.forEach((id, hidden) -> assertThat(protection.hidden().contains(id)).as(id).isEqualTo(hidden));
        assertThat(Verifier.verify(ledger, new Protection(Set.of(), protection.certificate(), List.of()))).isNotEmpty();
        assertThat(Auditor.audit(ledger, Set.of(), EFFORT, (done, of) -> { }).findings())
                .containsExactly(new Finding(DisclosureProblem.GIVEN_AWAY, "revised 0"));
    }

    /** Three more cases are open than a quarter ago: that three came is known only where it is known that nobody left. */
    @Test
    void two_stocks_give_away_who_came_only_where_a_shown_zero_says_that_nobody_left() {
        long[] values = {40, 3, 0, 60, 30};
        List<LedgerCell> cells = new ArrayList<>(List.of(Vectors.cell("before", values, Standing.SHOWN, group -> group == 0 || group == 2),
                Vectors.cell("now", values, Standing.OPEN, group -> group == 0 || group == 1),
                Vectors.cell("others", values, Standing.OPEN, group -> group > 2)));
        Ledger quiet = new Ledger(values, List.copyOf(cells), List.of(), 5);
        assertThat(Difference.of(quiet)).isEmpty();
        assertThat(new CellSuppression().protect(quiet, EFFORT, (done, of) -> { }).hidden()).isEmpty();

        cells.add(Vectors.cell("left", values, Standing.OPEN, group -> group == 2));
        Ledger told = new Ledger(values, cells, List.of(), 5);
        Protection protection = new CellSuppression().protect(told, EFFORT, (done, of) -> { });
        assertThat(Difference.of(told)).singleElement().satisfies(one -> assertThat(one.cell().value()).isEqualTo(3));
        assertThat(protection.hidden()).containsAnyOf("now", "left").doesNotContain("others");
        assertThat(Verifier.verify(told, protection)).isEmpty();
        assertThat(Auditor.audit(told, Set.of(), EFFORT, (done, of) -> { }).findings()).isNotEmpty();
    }

    /** Both stocks were shown, and told of comings no more than that there were three or more before it is told that nobody left. */
    @Test
    void a_zero_that_would_give_away_who_came_between_two_shown_stocks_is_withheld() {
        long[] values = {40, 3, 0, 60, 30};
        Ledger ledger = new Ledger(values, List.of(Vectors.cell("before", values, Standing.SHOWN, group -> group == 0 || group == 2),
                Vectors.cell("after", values, Standing.SHOWN, group -> group == 0 || group == 1),
                Vectors.cell("others", values, Standing.OPEN, group -> group > 2),
                Vectors.cell("left", values, Standing.OPEN, group -> group == 2)), List.of(), 5);
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(protection.unproven()).containsExactly("left");
        assertThat(Verifier.verify(ledger, protection)).isNotEmpty();
        Ledger withheld = new Ledger(values, ledger.cells().stream().filter(cell -> !cell.id().equals("left")).toList(), List.of(), 5);
        assertThat(Verifier.verify(withheld, protection.within(withheld))).isEmpty();
    }

    /** A table that becomes finer tells several quarters at once. */
    @Test
    void two_stocks_of_one_release_do_not_give_away_who_came_between_them() {
        long[] values = {40, 3, 0, 60, 30};
        Ledger ledger = new Ledger(values, List.of(Vectors.cell("before", values, Standing.OPEN, group -> group == 0 || group == 2),
                Vectors.cell("after", values, Standing.OPEN, group -> group == 0 || group == 1),
                Vectors.cell("others", values, Standing.OPEN, group -> group > 2),
                Vectors.cell("left", values, Standing.SHOWN, group -> group == 2)), List.of(), 5);
        assertHides(ledger, "before", "after");
    }

    /** Nobody left the other member, which a zero says, nor the reader, which it knows: so three came to the other one. */
    @Test
    void a_member_of_which_nobody_left_does_not_see_who_came_to_the_other_one() {
        long[] values = {40, 3, 0, 0, 7, 60};
        List<LedgerCell> cells = List.of(Vectors.cell("before", values, Standing.SHOWN, group -> group == 0 || group == 2 || group == 3),
                Vectors.cell("after", values, Standing.OPEN, group -> group == 0 || group == 1),
                Vectors.cell("left the other", values, Standing.SHOWN, group -> group == 2),
                Vectors.cell("left the reader", values, Standing.SHOWN, group -> group == 3 || group == 4),
                Vectors.cell("others", values, Standing.OPEN, group -> group == 5));
        assertThat(Difference.of(new Ledger(values, cells, List.of(), 5))).isEmpty();
        BitSet own = new BitSet();
        own.set(3, 5);
        assertHides(new Ledger(values, cells, List.of(new Insider("the reader", own)), 5), "after");
    }

    private static void assertHides(Ledger ledger, String... cells) {
        assertThat(Difference.of(ledger)).singleElement().satisfies(one -> assertThat(one.cell().value()).isEqualTo(3));
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(protection.unproven()).isEmpty();
        assertThat(protection.hidden()).containsAnyOf(cells).doesNotContain("others");
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
        assertThat(Verifier.verify(ledger, new Protection(Set.of(), protection.certificate(), List.of()))).isNotEmpty();
        assertThat(Auditor.audit(ledger, Set.of(), EFFORT, (done, of) -> { }).findings()).isNotEmpty();
    }

    /** What an earlier release shows can't be taken back: the new cell is not hidden well enough, and said to be so. */
    @Test
    void a_cell_that_earlier_numbers_give_away_is_unproven() {
        long[] values = {30, 2, 40};
        List<LedgerCell> cells = List.of(Vectors.cell("all", values, Standing.SHOWN, group -> true),
                Vectors.cell("first", values, Standing.SHOWN, group -> group == 0),
                Vectors.cell("last", values, Standing.SHOWN, group -> group == 2),
                Vectors.cell("new", values, Standing.OPEN, group -> group == 1));
        Ledger ledger = new Ledger(values, cells, List.of(), 5);
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(protection.unproven()).containsExactly("new");
        assertThat(protection.hidden()).containsExactly("new");
        assertThat(Verifier.verify(ledger, protection)).containsExactly(new Finding(DisclosureProblem.NO_WITNESS, "new"));
    }

    @Test
    void when_time_is_up_more_is_hidden_and_all_is_proven_the_same() {
        fill();
        Ledger ledger = new Ledger(base, release(3), members(), 5);
        Protection protection = new CellSuppression().protect(ledger, new Effort(Duration.ZERO, Duration.ZERO, 1), (done, of) -> { });
        assertThat(protection.unproven()).isEmpty();
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_pattern() {
        fill();
        Ledger ledger = new Ledger(base, release(3), members(), 5);
        Set<String> first = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { }).hidden();
        assertThat(new CellSuppression().protect(ledger, EFFORT, (done, of) -> { }).hidden()).isEqualTo(first);
    }

    @Test
    void large_cells_of_few_people_get_a_wide_interval() {
        long[] values = {12, 20, 30, 9};
        List<LedgerCell> cells = List.of(Vectors.cell("twelve visits of one person", values, Standing.PRIMARY, group -> group == 0),
                Vectors.cell("more", values, Standing.OPEN, group -> group == 1), Vectors.cell("most", values, Standing.OPEN, group -> group == 2),
                Vectors.cell("few", values, Standing.OPEN, group -> group == 3), Vectors.cell("all", values, Standing.OPEN, group -> true));
        Ledger ledger = new Ledger(values, cells, List.of(), 5);
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
        assertThat(protection.hidden()).hasSize(2);
        assertThat(Auditor.audit(ledger, Set.of("twelve visits of one person"), EFFORT, (done, of) -> { }).findings())
                .containsExactly(new Finding(DisclosureProblem.GIVEN_AWAY, "twelve visits of one person"));
    }
}
