package de.kimhub.steering.feed;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.feed.Rows.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as CSV: for programs (comma, codes and labels), or to be opened in Excel (semicolon, byte order mark, labels). */
enum CsvFeed {
    MACHINE(',', ""), EXCEL(';', "\uFEFF");

    static final String VALUE = "wert";
    static final String SIGN = "zeichen";
    static final String TEXT = "_text";
    private static final String LINE = "\r\n";

    private final char separator;
    private final String start;

    CsvFeed(char separator, String start) {
        this.separator = separator;
        this.start = start;
    }

    byte[] of(PublishedTable table) {
        StringBuilder csv = new StringBuilder(start).append(line(header(table)));
        Rows.of(table).forEach(row -> csv.append(line(cells(row))));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> header(PublishedTable table) {
        Stream<String> dimensions = this == MACHINE
                ? table.dimensions().stream().flatMap(one -> Stream.of(one.name(), one.name() + TEXT))
                : table.dimensions().stream().map(Dimension::label);
        Stream<String> last = this == MACHINE ? Stream.of(VALUE, SIGN) : Stream.of(table.about().unit(), "Zeichen");
        return Stream.concat(dimensions, last).toList();
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Category category : row.categories()) {
            if (this == MACHINE) {
                cells.add(category.code());
            }
            cells.add(category.label());
        }
        cells.add(row.figure().shown() ? Long.toString((long) row.figure().value()) : "");
        cells.add(Rows.sign(row.figure()));
        return cells;
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(Character.toString(separator), "", LINE));
    }

    /** Excel takes what begins like a formula for one. */
    private String cell(String text) {
        String safe = this == EXCEL && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.indexOf(separator) >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0
                || safe.indexOf('\r') >= 0;
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
