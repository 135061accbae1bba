package de.kimhub.translation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Days, months, years and times as tools write them. */
final class DateSteps {

    /** A two-digit year is one of the hundred years that end so many years from now. */
    private static final int YEARS_AHEAD = 20;
    private static final int OLDEST = 1850;

    private DateSteps() {
    }

    static Step date(List<DatePattern> patterns) {
        DatePattern[] all = patterns.toArray(DatePattern[]::new);
        return (value, reading) -> {
            DatePattern.Parts parts = parse(all, value);
            if (parts == null) {
                return reading.refuse(TranslationProblem.NOT_A_DATE);
            }
            return standsForNothing(parts) ? "" : day(parts, YEARS_AHEAD, OLDEST, reading);
        };
    }

    static Step timestamp(List<DatePattern> patterns) {
        DatePattern[] all = patterns.toArray(DatePattern[]::new);
        return (value, reading) -> {
            DatePattern.Parts parts = parse(all, value);
            if (parts == null || parts.hour > 23 || parts.minute > 59) {
                return reading.refuse(TranslationProblem.NOT_A_DATE);
            }
            if (standsForNothing(parts)) {
                return "";
            }
            String day = day(parts, YEARS_AHEAD, OLDEST, reading);
            return day == null ? null : day + "T" + two(parts.hour) + ":" + two(parts.minute);
        };
    }

    /** Of births and deaths: a two-digit year is never in the future, and an unknown day or month stays unknown. */
    static Step partialDate(List<DatePattern> patterns) {
        return partialDate(patterns, OLDEST);
    }

    /** Also of people of earlier centuries. */
    static Step anyPartialDate(List<DatePattern> patterns) {
        return partialDate(patterns, 1000);
    }

    private static Step partialDate(List<DatePattern> patterns, int oldest) {
        DatePattern[] all = patterns.toArray(DatePattern[]::new);
        return (value, reading) -> {
            DatePattern.Parts parts = parse(all, value);
            if (parts == null) {
                return reading.refuse(TranslationProblem.NOT_A_DATE);
            }
            if (standsForNothing(parts)) {
                return "";
            }
            int year = year(parts, 0, reading);
            if (parts.month != 0 && parts.day != 0) {
                return day(parts, 0, oldest, reading);
            }
            if (parts.day != 0 || year < oldest || year > lastYear(0, reading) || parts.month > 12) {
                return reading.refuse(TranslationProblem.NOT_A_DATE);
            }
            return parts.month == 0 ? Integer.toString(year) : YearMonth.of(year, parts.month).toString();
        };
    }

    private static DatePattern.Parts parse(DatePattern[] patterns, String value) {
        for (DatePattern pattern : patterns) {
            DatePattern.Parts parts = pattern.parse(value);
            if (parts != null) {
                return parts;
            }
        }
        return null;
    }

    /** {@code 00.00.0000}: no date. Year 9999: open end. */
    private static boolean standsForNothing(DatePattern.Parts parts) {
        return !parts.twoDigitYear && (parts.year == 9999 || parts.year == 0 && parts.month == 0 && parts.day == 0)
                || parts.twoDigitYear && parts.year == 0 && parts.month == 0 && parts.day == 0;
    }

    private static String day(DatePattern.Parts parts, int yearsAhead, int oldest, Reading reading) {
        int year = year(parts, yearsAhead, reading);
        if (year < oldest || year > lastYear(yearsAhead, reading)) {
            return reading.refuse(TranslationProblem.NOT_A_DATE);
        }
        try {
            return LocalDate.of(year, parts.month, parts.day).toString();
        } catch (DateTimeException impossible) {
            return reading.refuse(TranslationProblem.NOT_A_DATE);
        }
    }

    private static int year(DatePattern.Parts parts, int yearsAhead, Reading reading) {
        if (!parts.twoDigitYear) {
            return parts.year;
        }
        int last = reading.today.getYear() + yearsAhead;
        int year = last - last % 100 + parts.year;
        return year > last ? year - 100 : year;
    }

    /** Births and deaths are not in the future; other days at most a century ahead. */
    private static int lastYear(int yearsAhead, Reading reading) {
        return reading.today.getYear() + (yearsAhead == 0 ? 0 : 100);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
