package de.kimhub.steering.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Quarter ARRIVED = new Quarter(2026, 2);

    @Test
    void a_station_is_reached_in_the_shortest_span_that_its_days_fit_in() {
        Quarter told = ARRIVED.plus(4);

        assertThat(Stream.of(0, 365, 366, 730, 1095, 1096, 1825, 2920).map(days -> Span.of(ARRIVED, told, days).orElseThrow().code()))
                .containsExactly("1", "1", "2", "2", "3", "5", "5", "8");
        assertThat(Span.of(ARRIVED, told, 2921)).isEmpty();
    }

    @Test
    void what_is_told_after_a_span_is_over_is_not_in_it_any_more() {
        assertThat(Span.of(ARRIVED, ARRIVED.plus(4), 30)).contains(Span.ONE_YEAR);
        assertThat(Span.of(ARRIVED, ARRIVED.plus(5), 30)).contains(Span.TWO_YEARS);
        assertThat(Span.of(ARRIVED, ARRIVED.plus(33), 30)).isEmpty();
    }

    @Test
    void every_day_of_a_span_lies_before_its_last_quarter_ends() {
        assertThat(Span.values()).allSatisfy(span -> {
            int days = Integer.parseInt(span.code()) * 365;
            assertThat(Quarter.of(ARRIVED.end().plusDays(days))).isLessThanOrEqualTo(span.end(ARRIVED));
        });
    }
}
