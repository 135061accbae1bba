package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Place;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The columns that a receive mapping reads, each with what it counts as empty. */
final class Columns {

    /** What tools write when they have no date, or none yet. */
    private static final Set<String> NO_DATE = Set.of("00.00.0000", "00.00.00", "0000-00-00", "31.12.9999",
            "9999-12-31");
    /** The same in columns that hold dates; elsewhere they may be numbers. */
    static final Set<String> NO_COMPACT_DATE = Set.of("00000000", "000000", "99991231", "31129999");

    /** No value has it, because DIN 91379 knows no control characters. */
    private static final String BETWEEN_VALUES = "\u001E";

    static final class Column {

        final String name;
        private final Set<String> empty = new HashSet<>(NO_DATE);
        private final Place place;
        private boolean required;
        private boolean content;

        private Column(String name, Place place) {
            this.name = name;
            this.place = place;
        }

        /** Where it is read first; {@code null} when nobody knows. */
        Place place() {
            return place;
        }

        /** As it stands there, trimmed; empty text when there is none. */
        String text(SourceRow row) {
            String value = row.value(name);
            return value == null ? "" : trim(value);
        }

        /** Like {@link #text}; empty text also for what stands for nothing, such as {@code 00.00.0000}. */
        String meaning(SourceRow row) {
            return row.mayRepeat()
                    ? meanings(row).stream().filter(text -> !text.isEmpty()).findFirst().orElse("") : meant(text(row));
        }

        private String meant(String text) {
            return !text.isEmpty() && empty.contains(text) ? "" : text;
        }

        /** All of its values, at least one: empty text when there is none. */
        List<String> texts(SourceRow row) {
            List<String> values = row.mayRepeat() ? row.values(name) : List.of();
            return values.isEmpty() ? List.of(text(row)) : values.stream().map(Columns::trim).toList();
        }

        List<String> meanings(SourceRow row) {
            return texts(row).stream().map(this::meant).toList();
        }

        /** All that it means, as one text. */
        String digest(SourceRow row) {
            return row.mayRepeat() ? String.join(BETWEEN_VALUES, meanings(row)) : meaning(row);
        }

        void countsAsEmpty(Collection<String> texts) {
            empty.addAll(texts);
        }

        /** Without this column nothing can be said about a document. */
        Column require() {
            required = true;
            return this;
        }

        boolean isRequired() {
            return required;
        }
    }

    private final Map<String, Column> byName = new TreeMap<>();
    private boolean recognising;

    /** @param place where the mapping names it */
    Column use(String name, Place place) {
        Column column = byName.computeIfAbsent(normalise(name == null ? "" : name), known -> new Column(known, place));
        column.content |= !recognising;
        return column;
    }

    /** What is read meanwhile only tells records from other lines: a running number there is no change of the record. */
    <T> T recognising(Supplier<T> compiling) {
        recognising = true;
        try {
            return compiling.get();
        } finally {
            recognising = false;
        }
    }

    /** What a record says, in the order of the names: with the same content it is a repeat. */
    List<Column> content() {
        return byName.values().stream().filter(column -> column.content).toList();
    }

    /** All that a list of a mapping names. */
    List<Column> use(ConfigNode node, String key) {
        return node.get(key).map(list -> list.items().stream().map(item -> use(item.text(), item.place())).toList())
                .orElse(List.of());
    }

    /** In the order of their names, so that it does not depend on the order in the mapping. */
    Collection<Column> all() {
        return byName.values();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Set<String> required() {
        return byName.values().stream().filter(Column::isRequired).map(column -> column.name)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Also no-break spaces, which come with what was copied from web pages. */
    private static String trim(String value) {
        String text = value.strip();
        boolean bounded = !text.isEmpty()
                && (text.charAt(0) == '\u00A0' || text.charAt(text.length() - 1) == '\u00A0');
        return bounded ? text.replaceAll("^[\\s\u00A0]+|[\\s\u00A0]+$", "") : text;
    }

    /** As the header names it: also where it breaks the line within a name. */
    static String normalise(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFC).replace('\u00A0', ' ').strip();
        return text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t') ? text.replaceAll("\\s+", " ") : text;
    }
}
