package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads code lists: {@code code;text;validFrom;validUntil;synonyms;stockOnly} and {@code theirs;canonical;text;...}. */
final class CodeListFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setDelimiter(';').setCommentMarker('#')
            .setIgnoreEmptyLines(true).setTrim(true).get();
    private static final List<String> HEADER = List.of("theirs", "canonical", "text", "validFrom", "validUntil");

    private CodeListFile() {
    }

    /** A canonical list: each code can be told by the code, its text or one of its synonyms (separated by |). */
    static CodeList canonical(String name, String content) throws IOException {
        List<CodeList.Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(content), FORMAT)) {
            for (CSVRecord line : parser) {
                if (line.getRecordNumber() > 1) {
                    canonicalRows(line, (int) parser.getCurrentLineNumber(), rows);
                }
            }
        }
        return new CodeList(name, true, rows);
    }

    private static void canonicalRows(CSVRecord line, int lineNumber, List<CodeList.Row> rows) {
        String code = line.get(0);
        String text = line.get(1);
        LocalDate from = date(line.get(2));
        LocalDate until = date(line.get(3));
        List<String> said = new ArrayList<>(List.of(code));
        if (!text.equals(code)) {
            said.add(text);
        }
        if (line.size() > 4 && !line.get(4).isEmpty()) {
            said.addAll(List.of(line.get(4).split("\\|")));
        }
        boolean stockOnly = line.size() > 5 && line.get(5).equals("1");
        said.stream().distinct().forEach(theirs ->
                rows.add(new CodeList.Row(theirs, code, text, from, until, lineNumber, stockOnly)));
    }

    static Optional<CodeList> readOfConnector(String name, Path file, List<Problem> problems) {
        int before = problems.size();
        List<CodeList.Row> rows = new ArrayList<>();
        try {
            String content = Files.readString(file);
            read(content.startsWith("\uFEFF") ? content.substring(1) : content, file, rows, problems);
        } catch (IOException | RuntimeException unreadable) {
            problem(problems, file, 0, "The code list cannot be read. It must be a CSV file in UTF-8 with the header "
                    + String.join(";", HEADER) + ".");
        }
        contradictions(file, rows, problems);
        return problems.size() > before ? Optional.empty() : Optional.of(new CodeList(name, false, rows));
    }

    private static void read(String content, Path file, List<CodeList.Row> rows, List<Problem> problems)
            throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(content), FORMAT)) {
            for (CSVRecord line : parser) {
                int number = (int) parser.getCurrentLineNumber();
                if (line.getRecordNumber() == 1) {
                    if (!line.toList().equals(HEADER)) {
                        problem(problems, file, number, "The header must be " + String.join(";", HEADER) + ".");
                        return;
                    }
                } else {
                    row(line, number, file, rows, problems);
                }
            }
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            problem(problems, file, 0, "The code list has no rows. Fill it or remove the file.");
        }
    }

    private static void row(CSVRecord line, int number, Path file, List<CodeList.Row> rows, List<Problem> problems) {
        if (line.size() < 2 || line.size() > 5 || line.get(0).isEmpty() || line.get(1).isEmpty()) {
            problem(problems, file, number, "A row needs at least 'theirs' and 'canonical', and has at most five columns.");
            return;
        }
        try {
            rows.add(new CodeList.Row(line.get(0), line.get(1), at(line, 2), date(at(line, 3)), date(at(line, 4)), number));
        } catch (DateTimeException wrong) {
            problem(problems, file, number, "A date of validity is not of the form 2026-01-31.");
        }
    }

    /** One of theirs may mean only one canonical code at a time. */
    private static void contradictions(Path file, List<CodeList.Row> rows, List<Problem> problems) {
        Map<String, List<CodeList.Row>> byTheirs = new HashMap<>();
        for (CodeList.Row row : rows) {
            List<CodeList.Row> same = byTheirs.computeIfAbsent(CodeList.fold(row.theirs()), key -> new ArrayList<>());
            for (CodeList.Row other : same) {
                if (!other.canonical().equals(row.canonical()) && overlap(other, row)
                        && other.theirs().equals(row.theirs())) {
                    problem(problems, file, row.line(), "The same code stands in line " + other.line()
                            + " with another meaning at the same time. Give one of them a validity or remove it.");
                }
            }
            same.add(row);
        }
    }

    private static boolean overlap(CodeList.Row one, CodeList.Row other) {
        return (one.validUntil() == null || other.validFrom() == null || !one.validUntil().isBefore(other.validFrom()))
                && (other.validUntil() == null || one.validFrom() == null
                        || !other.validUntil().isBefore(one.validFrom()));
    }

    private static String at(CSVRecord line, int index) {
        return index < line.size() ? line.get(index) : "";
    }

    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static void problem(List<Problem> problems, Path file, int line, String text) {
        problems.add(new Problem(TranslationProblem.CFG_LIST_FORMAT, Place.line(file.toString(), line), text));
    }
}
