package de.kimhub.scaffold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a sample seems to be written.
 *
 * @param words   of {@code receive.format}, in their order
 * @param reasons what speaks for them, in German
 */
record FormatGuess(Map<String, String> words, List<String> reasons) {

    static FormatGuess of(String type, List<String> reasons, String... more) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("type", type);
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] != null) {
                words.put(more[i], more[i + 1]);
            }
        }
        return new FormatGuess(words, reasons);
    }

    String type() {
        return words.get("type");
    }

    String word(String name, String otherwise) {
        return words.getOrDefault(name, otherwise);
    }

    /** As flow YAML. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("{");
        words.forEach((name, value) -> yaml.append(yaml.length() == 1 ? "" : ", ").append(name).append(": ")
                .append(Yaml.text(value)));
        return yaml.append('}').toString();
    }
}
