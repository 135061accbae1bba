package de.kimhub.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What fields are called for people who read German. */
public final class FieldLabels {

    private static final Properties LABELS = load();

    private FieldLabels() {
    }

    /** @param path of a field; every field of the canonical schema has a label */
    public static String of(String path) {
        return LABELS.getProperty(path, path);
    }

    private static Properties load() {
        Properties labels = new Properties();
        try (Reader file = new InputStreamReader(FieldLabels.class.getResourceAsStream("fields_de.properties"),
                StandardCharsets.UTF_8)) {
            labels.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
