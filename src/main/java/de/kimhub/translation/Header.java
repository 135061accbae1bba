package de.kimhub.translation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a CSV document. */
final class Header {

    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    Header(List<String> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            indexes.putIfAbsent(names.get(i), i);
        }
    }

    List<String> names() {
        return names;
    }

    SourceRow row(String[] values) {
        return new Row(this, values);
    }

    private record Row(Header header, String[] values) implements SourceRow {

        @Override
        public String value(String column) {
            Integer index = header.indexes.get(column);
            return index == null || index >= values.length || values[index].isEmpty() ? null : values[index];
        }

        @Override
        public List<String> columns() {
            return header.names;
        }

        /** Names the columns, never a value. */
        @Override
        public String toString() {
            return header.names.toString();
        }
    }
}
