package de.kimhub.linkage.comparison;

import de.kimhub.message.PartialDate;

/** How far two birth dates agree. A 1 January is what tools write that must have a date: it says the year. */
final class BirthDates {

    private static final int YEARS_NEAR = 2;
    private static final int GENERATION = 15;

    private BirthDates() {
    }

    /** Symmetric. */
    static Level compare(PartialDate a, PartialDate b) {
        boolean preciseA = isPrecise(a);
        boolean preciseB = isPrecise(b);
        if (!preciseA || !preciseB) {
            if (a.year() == b.year()) {
                return monthsContradict(a, b) ? Level.BIRTH_TWO_PARTS
                        : !preciseA && !preciseB ? Level.BIRTH_SAME_PLACEHOLDER : Level.BIRTH_SAME_YEAR;
            }
            return Math.abs(a.year() - b.year()) <= YEARS_NEAR || digitsApart(a.year(), b.year()) == 1
                    ? Level.BIRTH_YEARS_NEAR : different(a, b);
        }
        if (a.equals(b)) {
            return Level.BIRTH_EQUAL;
        }
        boolean sameYear = a.year() == b.year();
        if (a.month() == b.day() && a.day() == b.month()) {
            if (sameYear) {
                return Level.BIRTH_SWAPPED;
            }
            if (Math.abs(a.year() - b.year()) == 1) {
                return Level.BIRTH_TWO_PARTS;
            }
        }
        boolean sameDay = a.month() == b.month() && a.day() == b.day();
        if (sameDay && Math.abs(a.year() - b.year()) == 1) {
            return Level.BIRTH_NEAR_YEAR;
        }
        int apart = digitsApart(a.year(), b.year()) + digitsApart(a.month(), b.month()) + digitsApart(a.day(), b.day());
        if (apart == 1) {
            return Level.BIRTH_ONE_DIGIT;
        }
        int parts = (sameYear ? 1 : 0) + (a.month() == b.month() ? 1 : 0) + (a.day() == b.day() ? 1 : 0);
        return parts == 2 ? Level.BIRTH_TWO_PARTS : different(a, b);
    }

    private static Level different(PartialDate a, PartialDate b) {
        return Math.abs(a.year() - b.year()) < GENERATION ? Level.BIRTH_DIFFERENT : Level.BIRTH_OTHER_GENERATION;
    }

    static boolean isPrecise(PartialDate date) {
        return date.isComplete() && !date.looksLikePlaceholder();
    }

    private static boolean monthsContradict(PartialDate a, PartialDate b) {
        // year and month against year and another month; 1 January says nothing about the month
        return a.month() != 0 && b.month() != 0 && a.month() != b.month()
                && !a.looksLikePlaceholder() && !b.looksLikePlaceholder();
    }

    private static int digitsApart(int a, int b) {
        int apart = 0;
        for (int x = a, y = b; x > 0 || y > 0; x /= 10, y /= 10) {
            apart += x % 10 == y % 10 ? 0 : 1;
        }
        return apart;
    }
}
