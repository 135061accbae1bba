package de.kimhub.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date of which only the year, or the year and month, may be known (XInneres {@code TeilbekanntesDatum}).
 *
 * @param month 1 to 12, or 0 when unknown
 * @param day   1 to 31, or 0 when unknown
 */
public record PartialDate(int year, int month, int day) {

    public PartialDate {
        if (year < 1 || year > 9999 || month == 0 && day != 0) {
            throw new DateTimeException("A partial date is a year, a year and month, or a whole date");
        }
        if (day != 0) {
            LocalDate.of(year, month, day);
        } else if (month != 0) {
            YearMonth.of(year, month);
        }
    }

    /** Reads {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; empty for anything else. */
    public static Optional<PartialDate> parse(String text) {
        if (text == null || !text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(Integer.parseInt(text.substring(0, 4)),
                    text.length() > 4 ? Integer.parseInt(text.substring(5, 7)) : 0,
                    text.length() > 7 ? Integer.parseInt(text.substring(8, 10)) : 0));
        } catch (DateTimeException impossibleDate) {
            return Optional.empty();
        }
    }

    public boolean isComplete() {
        return day != 0;
    }

    /** Tools that must have a date write 1 January when they know only the year. */
    public boolean looksLikePlaceholder() {
        return month == 1 && day == 1;
    }

    @Override
    public String toString() {
        return day != 0 ? "%04d-%02d-%02d".formatted(year, month, day)
                : month != 0 ? "%04d-%02d".formatted(year, month) : "%04d".formatted(year);
    }
}
