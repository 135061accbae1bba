package de.kimhub.steering.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long after the arrival a station was reached. A year has 365 days. What is told of so late that the release that tells of the
 * span is out by then, is not in it: what was said of a cohort stays true.
 */
public enum Span {
    ONE_YEAR(1), TWO_YEARS(2), THREE_YEARS(3), FIVE_YEARS(5), EIGHT_YEARS(8);

    private static final int DAYS = 365;
    private static final int QUARTERS = 4;

    private final int years;

    Span(int years) {
        this.years = years;
    }

    public String code() {
        return "" + years;
    }

    public String label() {
        return years == 1 ? "nach 1 Jahr" : "nach " + years + " Jahren";
    }

    /** The shortest in which it was reached; empty: in none. @param told in which quarter it counts */
    public static Optional<Span> of(Quarter arrived, Quarter told, int days) {
        return Arrays.stream(values()).filter(one -> days <= one.years * DAYS && told.compareTo(one.end(arrived)) <= 0).findFirst();
    }

    /** The quarter with which it is over for who arrived in the other. */
    public Quarter end(Quarter arrived) {
        return arrived.plus(QUARTERS * years);
    }

    /** This and the shorter ones. */
    public List<Span> within() {
        return Arrays.stream(values()).filter(one -> one.years <= years).toList();
    }
}
