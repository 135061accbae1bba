package de.kimhub.runtime.command;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as commands write them: 31.12.2026. */
final class GermanDay {

    private static final DateTimeFormatter PATTERN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private GermanDay() {
    }

    /** Nothing for {@code null}. */
    static String of(LocalDate day) {
        return day == null ? "" : PATTERN.format(day);
    }
}
