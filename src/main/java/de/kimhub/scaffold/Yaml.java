package de.kimhub.scaffold;

import java.util.List;
import java.util.stream.Collectors;

/** Writes scalars of YAML. */
final class Yaml {

    private static final String PLAIN = "[\\p{L}][\\p{L}\\p{N} _./()'-]*";

    private Yaml() {
    }

    /** Plain where it can be read so in any place, else in double quotes. */
    static String text(String value) {
        if (value.matches(PLAIN) && value.equals(value.strip()) && !value.contains(" '")) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    static String list(List<String> values) {
        return values.size() == 1 ? text(values.getFirst())
                : values.stream().map(Yaml::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** In one line, as a comment may have it. */
    static String comment(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
