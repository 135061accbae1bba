package de.kimhub.operations.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;

/** Reads days as browsers send them or people type them, and remembers the fields that hold none. */
final class Days {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final List<String> wrong = new ArrayList<>();

    /** {@code null} when it is empty, or no day. */
    LocalDate of(String text, String field) {
        String day = ConsentInput.orNull(text);
        try {
            return day == null ? null : day.contains(".") ? LocalDate.parse(day, TYPED) : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            wrong.add(field);
            return null;
        }
    }

    List<String> wrong() {
        return wrong;
    }
}
