package de.kimhub.steering.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The themes that a hurdle can have: those of consultations (code list {@code thema}). */
final class Themes {

    private static final Map<String, String> ALL = read();

    private Themes() {
    }

    static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> read() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                Themes.class.getResourceAsStream("/codelists/thema.csv")), StandardCharsets.UTF_8))) {
            Map<String, String> themes = new LinkedHashMap<>();
            list.lines().filter(line -> !line.startsWith("#") && !line.startsWith("code;")).map(line -> line.split(";"))
                    .forEach(cells -> themes.put(cells[0], cells[1]));
            return themes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
