package de.kimhub.scaffold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a sample seems to be written.
 *
 * @param words   of {@code receive.format} with a text, in their order
 * @param more    of {@code receive.format} with anything else, as flow YAML
 * @param twice   columns of a name that an earlier one has, as the hub calls them
 * @param reasons what speaks for them, in German
 */
record FormatGuess(Map<String, String> words, Map<String, String> more, List<String> twice, List<String> reasons) {

    static FormatGuess of(String type, List<String> reasons, String... more) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("type", type);
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] != null) {
                words.put(more[i], more[i + 1]);
            }
        }
        return new FormatGuess(words, Map.of(), List.of(), reasons);
    }

    FormatGuess withTwice(List<String> columns) {
        return new FormatGuess(words, more, columns, reasons);
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
        more.forEach((name, value) -> yaml.append(", ").append(name).append(": ").append(value));
        if (!twice.isEmpty()) {
            yaml.append(", unusedColumns: [").append(String.join(", ", twice.stream().map(Yaml::text).toList())).append(']');
        }
        return yaml.append('}').toString();
    }
}
