package de.kimhub.translation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date pattern such as {@code dd.MM.yyyy}, {@code yyyyMMdd} or {@code dd.MM.yyyy HH:mm}, compiled. Letters: y M d H
 * m s; text in single quotes and all other characters stand for themselves. Between separators a day, month or
 * hour may have a single digit. The word {@code iso} stands for a date or time of XML Schema, with or without fractions
 * of a second and time zone; a time with a zone becomes the day and time that it was in Germany.
 */
final class DatePattern {

    /** What was read; 0 for a day or month that the source leaves open. */
    static final class Parts {
        int year;
        int month;
        int day;
        int hour;
        int minute;
        boolean twoDigitYear;
    }

    private record Element(char letter, int minDigits, int maxDigits, int width, char literal) {
    }

    static final String ISO = "iso";
    private static final Pattern ISO_TEXT = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:T(\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?)?(Z|[+-]\\d{2}:\\d{2})?");
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    /** Empty for {@code iso}. */
    private final Element[] elements;

    private DatePattern(List<Element> elements) {
        this.elements = elements.toArray(Element[]::new);
    }

    /** For reading: {@link #compile}, and {@code iso} besides. */
    static Optional<DatePattern> toRead(String pattern) {
        return pattern.equals(ISO) ? Optional.of(new DatePattern(List.of())) : compile(pattern);
    }

    /** Empty when it is no such pattern. */
    static Optional<DatePattern> compile(String pattern) {
        List<Element> elements = new ArrayList<>();
        int i = 0;
        boolean quoted = false;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                i++;
            } else if (quoted || !Character.isLetter(c)) {
                elements.add(new Element((char) 0, 0, 0, 0, c));
                i++;
            } else {
                int end = i;
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                int count = end - i;
                boolean year = c == 'y';
                if ("yMdHms".indexOf(c) < 0 || year && count != 2 && count != 4 || !year && count > 2) {
                    return Optional.empty();
                }
                boolean separated = (end >= pattern.length() || !Character.isLetter(pattern.charAt(end)))
                        && (i == 0 || !Character.isLetter(pattern.charAt(i - 1)));
                elements.add(new Element(c, year || !separated ? count : 1, year ? count : 2, count, (char) 0));
                i = end;
            }
        }
        return quoted || elements.isEmpty() ? Optional.empty() : Optional.of(new DatePattern(elements));
    }

    boolean has(char letter) {
        for (Element element : elements) {
            if (element.letter == letter) {
                return true;
            }
        }
        return false;
    }

    /** @return {@code null} when the text does not have this form */
    Parts parse(String text) {
        if (elements.length == 0) {
            return parseIso(text);
        }
        Parts parts = new Parts();
        int at = 0;
        for (Element element : elements) {
            if (element.letter == 0) {
                if (at >= text.length() || text.charAt(at++) != element.literal) {
                    return null;
                }
            } else {
                int digits = 0;
                int number = 0;
                while (digits < element.maxDigits && at < text.length() && isDigit(text.charAt(at))) {
                    number = number * 10 + text.charAt(at++) - '0';
                    digits++;
                }
                if (digits < element.minDigits) {
                    return null;
                }
                store(parts, element, number);
            }
        }
        return at == text.length() ? parts : null;
    }

    private static Parts parseIso(String text) {
        Matcher matcher = ISO_TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Parts parts = new Parts();
        boolean timed = matcher.group(4) != null;
        if (timed && matcher.group(6) != null) {
            try {
                ZonedDateTime there = OffsetDateTime.parse(text).atZoneSameInstant(GERMANY);
                parts.year = there.getYear();
                parts.month = there.getMonthValue();
                parts.day = there.getDayOfMonth();
                parts.hour = there.getHour();
                parts.minute = there.getMinute();
                return parts;
            } catch (DateTimeException impossible) {
                return null;
            }
        }
        parts.year = Integer.parseInt(matcher.group(1));
        parts.month = Integer.parseInt(matcher.group(2));
        parts.day = Integer.parseInt(matcher.group(3));
        parts.hour = timed ? Integer.parseInt(matcher.group(4)) : 0;
        parts.minute = timed ? Integer.parseInt(matcher.group(5)) : 0;
        return parts;
    }

    /** The parts in this pattern's form; parts that the pattern does not have are left out. */
    String format(LocalDate date, int hour, int minute) {
        StringBuilder out = new StringBuilder();
        for (Element element : elements) {
            switch (element.letter) {
                case 0 -> out.append(element.literal);
                case 'y' -> number(out, element.maxDigits == 2 ? date.getYear() % 100 : date.getYear(), element.width);
                case 'M' -> number(out, date.getMonthValue(), element.width);
                case 'd' -> number(out, date.getDayOfMonth(), element.width);
                case 'H' -> number(out, hour, element.width);
                case 'm' -> number(out, minute, element.width);
                default -> number(out, 0, element.width);
            }
        }
        return out.toString();
    }

    private static void store(Parts parts, Element element, int number) {
        switch (element.letter) {
            case 'y' -> {
                parts.year = number;
                parts.twoDigitYear = element.maxDigits == 2;
            }
            case 'M' -> parts.month = number;
            case 'd' -> parts.day = number;
            case 'H' -> parts.hour = number;
            case 'm' -> parts.minute = number;
            default -> { }
        }
    }

    private static void number(StringBuilder out, int number, int digits) {
        String text = Integer.toString(number);
        out.append("0".repeat(Math.max(0, digits - text.length()))).append(text);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
