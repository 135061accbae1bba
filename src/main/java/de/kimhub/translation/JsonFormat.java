package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import de.kimhub.configuration.ConfigNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a tool gives JSON.
 *
 * @param lines           one object per line instead of an array
 * @param recordsAt       JSON pointer of the array, empty for the top level
 * @param maxRecordLength in bytes
 */
record JsonFormat(boolean lines, String recordsAt, int maxRecordLength, List<String> unusedColumns) {

    static JsonFormat compile(ConfigNode node, boolean lines, Compilation compilation) {
        compilation.onlyKeys(node, "type", "charset", "recordsAt", "maxRecordLength", "unusedColumns");
        if (!node.text("charset", "UTF-8").equals("UTF-8")) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(), "JSON is always UTF-8.");
        }
        String pointer = node.text("recordsAt", "");
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(),
                    "'recordsAt' must be a JSON pointer such as /data/cases, or empty for the top level.");
        }
        return new JsonFormat(lines, pointer, compilation.number(node, "maxRecordLength",
                CsvFormat.USUAL_RECORD_LENGTH, 100, 1_000_000), node.texts("unusedColumns"));
    }

    JsonFactory factory() {
        return JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxStringLength(maxRecordLength).maxNameLength(1000).maxNumberLength(100).maxNestingDepth(100).build())
                .build();
    }

    /**
     * Reads one object, the parser standing on its beginning. Inner objects become columns as {@code outer.inner},
     * arrays of plain values one text with commas.
     *
     * @param start byte offset of the record
     * @return {@code null} when it is too long or has a name twice; the parser stands on its end all the same
     */
    Map<String, String> flatten(JsonParser parser, long start) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        boolean whole = object(parser, "", values, start);
        return whole ? values : null;
    }

    private boolean object(JsonParser parser, String prefix, Map<String, String> values, long start)
            throws IOException {
        boolean whole = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + Columns.normalise(parser.currentName());
            whole &= value(parser, parser.nextToken(), name, values, start);
        }
        return whole;
    }

    private boolean value(JsonParser parser, JsonToken token, String name, Map<String, String> values, long start)
            throws IOException {
        boolean fits = parser.currentLocation().getByteOffset() - start <= maxRecordLength;
        if (token == JsonToken.START_OBJECT) {
            return object(parser, name + ".", values, start) && fits;
        }
        if (token == JsonToken.START_ARRAY) {
            return array(parser, name, values, start) && fits;
        }
        if (!fits || values.containsKey(name)) {
            return false;
        }
        values.put(name, token == JsonToken.VALUE_NULL ? null : parser.getText());
        return true;
    }

    private boolean array(JsonParser parser, String name, Map<String, String> values, long start) throws IOException {
        boolean whole = !values.containsKey(name);
        StringBuilder plain = new StringBuilder();
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isScalarValue()) {
                boolean fits = parser.currentLocation().getByteOffset() - start <= maxRecordLength;
                whole &= fits;
                if (fits && token != JsonToken.VALUE_NULL) {
                    plain.append(plain.isEmpty() ? "" : ",").append(parser.getText());
                }
            } else {
                whole &= value(parser, token, name + "." + index, values, start);
            }
            index++;
        }
        values.put(name, plain.isEmpty() ? null : plain.toString());
        return whole;
    }

    /** A row of column values. */
    static SourceRow row(Map<String, String> values) {
        return new Row(values);
    }

    private record Row(Map<String, String> values) implements SourceRow {

        @Override
        public String value(String column) {
            return values.get(column);
        }

        @Override
        public List<String> columns() {
            return List.copyOf(values.keySet());
        }

        /** Names the columns, never a value. */
        @Override
        public String toString() {
            return values.keySet().toString();
        }
    }
}
