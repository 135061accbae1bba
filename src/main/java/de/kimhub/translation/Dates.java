package de.kimhub.translation;

import java.time.LocalDate;

/** Canonical dates in a tool's form. */
final class Dates {

    private Dates() {
    }

    /** A date of which only the year or month is known keeps to what is known: {@code 1980}, {@code 05.1980}. */
    static String write(DatePattern pattern, String canonical) {
        if (canonical.length() == 4) {
            return canonical;
        }
        if (canonical.length() == 7) {
            return canonical.substring(5) + "." + canonical.substring(0, 4);
        }
        LocalDate date = LocalDate.parse(canonical.substring(0, 10));
        boolean timed = canonical.length() >= 16;
        return pattern.format(date, timed ? Integer.parseInt(canonical.substring(11, 13)) : 0,
                timed ? Integer.parseInt(canonical.substring(14, 16)) : 0);
    }
}
