package de.kimhub.steering.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The canonical code list {@code thema}: texts by code, in its order. */
public final class Themes {

    private static final Map<String, String> TEXTS = read();

    private Themes() {
    }

    public static Map<String, String> texts() {
        return TEXTS;
    }

    private static Map<String, String> read() {
        Map<String, String> texts = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Themes.class.getResourceAsStream("/codelists/thema.csv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#") && !line.startsWith("code;"))
                    .map(line -> line.split(";", 3)).forEach(cells -> texts.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
