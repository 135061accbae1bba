package de.kimhub.scaffold;

import java.util.List;

/**
 * A sample as rows of text.
 *
 * @param rows       values by the position of the column; {@code null} where there is none
 * @param unreadable how many records could not be taken apart
 */
record Table(FormatGuess format, List<String> columns, List<List<String>> rows, int unreadable) {

    List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Names the columns, never a value. */
    @Override
    public String toString() {
        return columns.toString();
    }
}
