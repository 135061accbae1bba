package de.kimhub.translation;

import java.util.List;

/** The values of one record by the source's own column names. */
public interface SourceRow {

    /** The value as it stands there, untrimmed; {@code null} when the record has no such column or no value in it. */
    String value(String column);

    /** All values, where a record may have a column several times (XML elements); in the order of the document. */
    default List<String> values(String column) {
        String value = value(column);
        return value == null ? List.of() : List.of(value);
    }

    List<String> columns();
}
