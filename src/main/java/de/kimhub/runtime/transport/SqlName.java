package de.kimhub.runtime.transport;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of tables and columns from the configuration, quoted so that they can be nothing but names. */
final class SqlName {

    private SqlName() {
    }

    static String column(String name) {
        if (name == null || name.isBlank() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name of a table or column is missing.");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** With its schema before a dot, if it has one. */
    static String table(String name) {
        return Arrays.stream(name.split("\\.", 2)).map(SqlName::column).collect(Collectors.joining("."));
    }
}
