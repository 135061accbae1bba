package de.kimhub.translation;

import de.kimhub.message.Problem;
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

    /** Whether a column may have several values. */
    default boolean mayRepeat() {
        return false;
    }

    List<String> columns();

    /** How it comes, for people, that the record has no such column at all; {@code null} when it has one, or nobody knows. */
    default String absence(String column) {
        return null;
    }

    /** What is odd about the record, but stops nothing. */
    default List<Problem> findings() {
        return List.of();
    }
}
