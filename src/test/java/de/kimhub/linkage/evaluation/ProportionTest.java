package de.kimhub.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ProportionTest {

    /** Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void the_intervals_are_those_of_the_literature() {
        interval(81, 263, .2553, .3662);
        interval(15, 148, .0624, .1605);
        interval(0, 20, .0000, .1611);
        interval(1, 29, .0061, .1718);
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(new Proportion(0, 0).low()).isZero();
        assertThat(new Proportion(0, 0).high()).isEqualTo(1);
    }

    @Property
    void the_share_lies_in_its_interval(@ForAll @LongRange(min = 1, max = 1_000_000) long of,
                                        @ForAll @LongRange(min = 0, max = 1_000_000) long hits) {
        Proportion proportion = new Proportion(Math.min(hits, of), of);
        assertThat(proportion.low()).isBetween(0.0, proportion.value() + 1e-12);
        assertThat(proportion.high()).isBetween(proportion.value() - 1e-12, 1.0);
    }

    private static void interval(long hits, long of, double low, double high) {
        assertThat(new Proportion(hits, of).low()).isCloseTo(low, within(5e-5));
        assertThat(new Proportion(hits, of).high()).isCloseTo(high, within(5e-5));
    }
}
