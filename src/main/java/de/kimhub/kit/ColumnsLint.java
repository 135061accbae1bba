package de.kimhub.kit;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.Nearest;
import de.kimhub.translation.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares the columns that the mapping reads with those that the good samples have. */
final class ColumnsLint {

    private static final int MOST_LISTED = 30;
    private static final String UNREAD_PATH = "HUB-XML-031";

    private final KitFolder folder;

    ColumnsLint(KitFolder folder) {
        this.folder = folder;
    }

    List<String> findings() {
        List<Set<String>> headers = folder.receiving().stream().filter(Sample::isGood).map(this::columns)
                .filter(columns -> !columns.isEmpty()).toList();
        if (headers.isEmpty()) {
            return List.of();
        }
        Set<String> somewhere = new LinkedHashSet<>();
        headers.forEach(somewhere::addAll);
        Set<String> everywhere = new LinkedHashSet<>(headers.getFirst());
        headers.forEach(everywhere::retainAll);
        ReadColumns read = ReadColumns.of(folder.receive());
        List<String> findings = new ArrayList<>();
        read.places().forEach((column, place) -> {
            if (!somewhere.contains(column)) {
                findings.add(place + ": The column '" + column + "' is read, but no good sample has it. "
                        + Nearest.advice(column, somewhere, MOST_LISTED) + " Correct the name, or the samples."
                        + KitProblem.COLUMN);
            }
        });
        unused(somewhere, everywhere, read.places().keySet(), findings);
        if (isXml()) {
            unread(findings);
        }
        return findings;
    }

    /** Of a standard a connector may declare as unused what no sample has. */
    private boolean isXml() {
        return folder.receiveFormat().equals("xml");
    }

    private void unread(List<String> findings) {
        folder.receiving().stream().filter(Sample::isGood).forEach(sample ->
                SampleRun.of(folder.translator(), sample.inputBytes()).accepted().stream()
                        .flatMap(taken -> taken.findings().stream())
                        .filter(finding -> finding.code().code().equals(UNREAD_PATH))
                        .forEach(finding -> findings.add(sample.place() + ": " + finding.text() + KitProblem.COLUMN)));
    }

    private void unused(Set<String> somewhere, Set<String> everywhere, Set<String> read, List<String> findings) {
        Optional<ConfigNode> declared =
                folder.descriptor().get("receive").flatMap(node -> node.get("format")).flatMap(node -> node.get("unusedColumns"));
        Set<String> unused = new HashSet<>();
        declared.map(ConfigNode::items).orElse(List.of()).forEach(item -> {
            String column = ReadColumns.normal(item.text());
            unused.add(column);
            if (read.contains(column)) {
                findings.add(item.place() + ": The column '" + column + "' is declared as unused, but is read. Remove it"
                        + " from unusedColumns." + KitProblem.COLUMN);
            } else if (!somewhere.contains(column) && !isXml()) {
                findings.add(item.place() + ": The column '" + column + "' is declared as unused, but no good sample has"
                        + " it. Correct the name, or remove it." + KitProblem.COLUMN);
            }
        });
        everywhere.stream().filter(column -> !read.contains(column) && !unused.contains(column) && !column.isBlank())
                .forEach(column -> findings.add(folder.place("connector.yaml") + ": All good samples have the column '"
                        + column + "', but nothing reads it. Read it, or list it in receive.format.unusedColumns."
                        + KitProblem.COLUMN));
    }

    /** Of a CSV file its header, since a file that lacks a column that is read is refused as a whole. */
    private Set<String> columns(Sample sample) {
        Set<String> columns = new LinkedHashSet<>();
        if (folder.receiveFormat().equals("csv")) {
            header(sample).forEach(column -> columns.add(ReadColumns.normal(column.replace("\uFEFF", ""))));
            return columns;
        }
        for (RawRecord record : SampleRun.of(folder.translator(), sample.inputBytes()).records()) {
            if (record instanceof RawRecord.Readable readable) {
                readable.row().columns().forEach(column -> columns.add(ReadColumns.normal(column)));
            }
        }
        return columns;
    }

    private List<String> header(Sample sample) {
        byte[] document = sample.inputBytes();
        boolean marked = document.length > 2 && document[0] == (byte) 0xEF && document[1] == (byte) 0xBB;
        String text = new String(document, marked ? StandardCharsets.UTF_8 : folder.receiveCharset());
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(folder.receiveFormat("delimiter", ";"))
                .setQuote(folder.receiveFormat("quote", "\"").charAt(0)).get();
        try (CSVParser parser = CSVParser.parse(text.lines().skip(headerRow() - 1).findFirst().orElse(""), format)) {
            return numbered(parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of()));
        } catch (IOException | UncheckedIOException noHeader) {
            return List.of();
        }
    }

    private int headerRow() {
        return Integer.parseInt(folder.receiveFormat("headerRow", "1"));
    }

    /** The second of two columns of the same name is spoken of as {@code name (2)}. */
    private static List<String> numbered(List<String> names) {
        Map<String, Integer> times = new HashMap<>();
        return names.stream().map(name -> {
            int time = times.merge(name, 1, Integer::sum);
            return time > 1 && !name.isBlank() ? name + " (" + time + ")" : name;
        }).toList();
    }
}
