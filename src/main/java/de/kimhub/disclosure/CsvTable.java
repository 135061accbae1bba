package de.kimhub.disclosure;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header. What is wrong with it goes into a list of problems, all of it, and never with a value. */
final class CsvTable {

    record Row(long line, List<String> values) {
    }

    private final String file;
    private final List<Problem> problems;
    private final List<String> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    CsvTable(Path path, List<Problem> problems) {
        this.file = path.getFileName().toString();
        this.problems = problems;
        try (CSVParser parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            for (CSVRecord record : parser) {
                row(parser.getCurrentLineNumber(), record.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Problem(DisclosureProblem.FILE_UNREADABLE, Place.file(file),
                    "Is not to be read as CSV in UTF-8. Check the path, the character set and the quotes."));
        }
    }

    private void row(long line, List<String> values) {
        if (columns.isEmpty()) {
            values.forEach(name -> columns.add(name.replace("\uFEFF", "").strip()));
        } else if (values.size() == columns.size()) {
            rows.add(new Row(line, values));
        } else if (values.size() > 1 || !values.getFirst().isBlank()) {
            problem(DisclosureProblem.ROW_LENGTH, line, null, "Has " + values.size() + " fields, but the header has " + columns.size()
                    + ". Complete the row, or put values with a comma into quotes.");
        }
    }

    void require(List<String> names) {
        if (columns.isEmpty()) {
            return;
        }
        names.stream().filter(name -> !columns.contains(name)).forEach(name -> problem(DisclosureProblem.COLUMN_MISSING, 1, name,
                "The column '" + name + "' is missing. Add it to the header."));
    }

    List<Row> rows() {
        return rows;
    }

    List<String> columns() {
        return columns;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** @return empty text where there is no such column */
    String value(Row row, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : row.values.get(at).strip();
    }

    long number(Row row, String column) {
        String value = value(row, column);
        if (!value.matches("\\d{1,12}")) {
            if (has(column)) {
                problem(DisclosureProblem.NOT_A_NUMBER, row.line, column, "Expected a whole number from 0 on. Correct the row.");
            }
            return 0;
        }
        return Long.parseLong(value);
    }

    boolean flag(Row row, String column) {
        String value = value(row, column);
        if (!value.isEmpty() && !value.equals("0") && !value.equals("1")) {
            problem(DisclosureProblem.NOT_A_FLAG, row.line, column, "Expected 0 or 1. Correct the row.");
        }
        return value.equals("1");
    }

    void problem(DisclosureProblem problem, long line, String column, String text) {
        Place place = Place.line(file, line);
        problems.add(new Problem(problem, column == null ? place : place.withField(column), text));
    }
}
