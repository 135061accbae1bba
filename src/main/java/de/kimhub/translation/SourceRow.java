package de.kimhub.translation;

import java.util.List;

/** The values of one record by the source's own column names. */
public interface SourceRow {

    /** The value as it stands there, untrimmed; {@code null} when the record has no such column or no value in it. */
    String value(String column);

    List<String> columns();
}
