package de.kimhub.steering.release;

import static de.kimhub.steering.release.PublishedKreis.HERFORD;
import static de.kimhub.steering.release.PublishedKreis.quarter;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far those got who arrived in a year: told when a span is over for all of them, and hidden where few are on either side of it. */
class CohortsTest {

    private static final Measure STATION = Measure.ARRIVAL_TO_COURSE;
    private static final String TABLE = "ankunft-stationen";
    private static final String COHORT = "arrival-to-course opened=2026-Q1+2026-Q2+2026-Q3+2026-Q4 route!bestand";
    private static final String FIRST_YEAR = COHORT + " span=1";
    private static final String TWO_YEARS = COHORT + " span=1+2";

    private final PublishedKreis kreis = new PublishedKreis(Map.of(TABLE, 0));

    /** So many of those who arrived in the quarter, after so many days. */
    private CohortsTest reached(int number, int arrived, int told, int days) {
        Quarter from = quarter(arrived);
        Quarter in = quarter(told);
        kreis.count(STATION, number, new GroupKey(HERFORD, "bamf", "", "", "", Span.of(from, in, days).map(Span::code).orElse(""), from.id(),
                in.id()));
        return this;
    }

    private CohortsTest notReached(int number, int arrived) {
        kreis.count(STATION, number, new GroupKey(HERFORD, "", "", "", "", quarter(arrived).id(), null));
        return this;
    }

    private ReleasePlan releaseUpTo(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(one -> kreis.release(quarter(one))).toList().getLast();
    }

    @Test
    void a_span_is_told_when_it_is_over_for_the_whole_year_of_arrivals() {
        reached(20, 1, 2, 100).reached(15, 4, 8, 350).reached(8, 2, 9, 500).notReached(30, 3);

        releaseUpTo(7);
        assertThat(kreis.said(STATION)).as("for who came in the fourth quarter, the year is not over").isEmpty();
        kreis.release(quarter(8));
        assertThat(kreis.read(COHORT)).contains(73L);
        assertThat(kreis.read(FIRST_YEAR)).contains(35L);
        assertThat(kreis.said(STATION)).doesNotContainKey(TWO_YEARS);
        IntStream.rangeClosed(9, 12).forEach(one -> kreis.release(quarter(one)));
        assertThat(kreis.read(TWO_YEARS)).contains(43L);
        assertThat(kreis.read(FIRST_YEAR)).as("as it was said").contains(35L);
    }

    @Test
    void what_is_told_too_late_is_not_in_the_number_that_was_said() {
        reached(20, 1, 2, 100).reached(6, 1, 9, 90).notReached(30, 2);
        releaseUpTo(8);
        ReleasePlan plan = kreis.release(quarter(9));

        assertThat(plan.tables().withheld()).as("nothing that was said is wrong").isEmpty();
        assertThat(kreis.read(FIRST_YEAR)).contains(20L);
    }

    @Test
    void where_all_but_a_few_reached_a_station_the_number_is_hidden_as_who_subtracts_knows_the_few() {
        reached(40, 1, 2, 100).notReached(2, 1);
        releaseUpTo(8);

        assertThat(kreis.read(COHORT)).contains(42L);
        assertThat(kreis.read(FIRST_YEAR)).isEmpty();
        reached(30, 5, 6, 100).notReached(30, 5);
        IntStream.rangeClosed(9, 12).forEach(one -> kreis.release(quarter(one)));
        assertThat(kreis.read(FIRST_YEAR)).as("stays so").isEmpty();
        assertThat(kreis.read(TWO_YEARS)).as("the same two").isEmpty();
        assertThat(kreis.read("arrival-to-course opened=2027-Q1+2027-Q2+2027-Q3+2027-Q4 route!bestand span=1")).as("another year").contains(30L);
    }

    @Test
    void a_few_who_reached_it_between_two_spans_are_not_to_be_worked_out() {
        reached(20, 1, 2, 100).reached(3, 1, 7, 600).notReached(20, 1);
        releaseUpTo(12);

        assertThat(kreis.read(FIRST_YEAR)).contains(20L);
        assertThat(kreis.read(TWO_YEARS)).isEmpty();
    }

    @Test
    void the_same_when_both_spans_are_told_at_once() {
        reached(20, 1, 2, 100).reached(3, 1, 7, 600).notReached(20, 1);
        kreis.release(quarter(12));

        assertThat(List.of(kreis.read(FIRST_YEAR), kreis.read(TWO_YEARS))).contains(Optional.empty());
        assertThat(kreis.read(COHORT)).contains(43L);
    }

    @Test
    void a_year_in_which_few_arrived_tells_nothing_of_their_ways() {
        reached(5, 1, 2, 100).notReached(4, 1);
        releaseUpTo(8);

        assertThat(kreis.read(COHORT)).contains(9L);
        assertThat(kreis.read(FIRST_YEAR)).isEmpty();
    }

    @Test
    void how_many_arrived_is_not_told_with_the_stations_where_the_arrivals_hide_it() {
        PublishedKreis both = new PublishedKreis(Map.of(TABLE, 0, "angekommen", 0));
        for (int quarter : List.of(1, 2, 3, 4)) {
            int number = quarter == 2 ? 3 : 20;
            both.count(Measure.ARRIVAL, number, new GroupKey(HERFORD, "kreis", "", "", "", quarter(quarter).id(), null));
            both.count(STATION, number, new GroupKey(HERFORD, "", "", "", "", quarter(quarter).id(), null));
        }
        IntStream.rangeClosed(1, 8).forEach(one -> both.release(quarter(one)));

        assertThat(both.read("arrival opened=2026-Q2")).as("three arrived").isEmpty();
        assertThat(both.read("arrival opened=2026-Q1")).contains(20L);
        assertThat(both.read(COHORT)).as("or they are known").isEmpty();
        assertThat(both.form(TABLE)).isEqualTo("withheld");
    }

    @Test
    void arrivals_that_are_told_later_than_the_cohort_do_not_give_a_quarter_away() {
        Map<String, Integer> tables = new java.util.HashMap<>(Map.of(TABLE, 0));
        PublishedKreis later = new PublishedKreis(tables);
        for (int quarter : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)) {
            int number = quarter == 2 ? 3 : 20;
            later.count(Measure.ARRIVAL, number, new GroupKey(HERFORD, "kreis", "", "", "", quarter(quarter).id(), null));
            later.count(STATION, number, new GroupKey(HERFORD, "", "", "", "", quarter(quarter).id(), null));
        }
        IntStream.rangeClosed(1, 8).forEach(one -> later.release(quarter(one)));
        assertThat(later.read(COHORT)).contains(63L);
        tables.put("angekommen", 0);
        later.release(quarter(9));

        List<Long> shown = IntStream.rangeClosed(1, 4).mapToObj(one -> later.read("arrival opened=" + quarter(one).id())).flatMap(Optional::stream)
                .toList();
        assertThat(shown).as("less than all but the second, whose three would be the rest of 63").hasSizeLessThan(3);
    }

    /** It knows its thirty and how many arrived, so of the rest it knows that they are three. */
    @Test
    void where_a_provider_could_take_its_own_from_the_size_that_cannot_be_hidden_nothing_is_told() {
        reached(30, 1, 2, 100).notReached(2, 1);
        kreis.count(STATION, 1, new GroupKey(HERFORD, "vhs", "", "", "", Span.ONE_YEAR.code(), quarter(1).id(), quarter(2).id()));
        releaseUpTo(8);

        assertThat(kreis.form(TABLE)).isEqualTo("withheld");
        assertThat(kreis.said(STATION)).isEmpty();
    }
}
