package de.kimhub.runtime.demo.tool;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A folder in which a tool finds what the hub delivers. */
public record DeliveredCsv(Path folder) {

    private static final CSVFormat FORMAT =
            CSVFormat.Builder.create().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();

    /** Visible files in the order of their names, which is the order of delivery. */
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " can't be read", e);
        }
    }

    /** All rows that lie there, file by file. */
    public List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        files().forEach(file -> rows.addAll(read(file)));
        return rows;
    }

    /** Reads the files and deletes each, as a tool does that imports them. */
    public List<Map<String, String>> take() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path file : files()) {
            rows.addAll(read(file));
            delete(file);
        }
        return rows;
    }

    private static List<Map<String, String>> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
             CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("A delivered file in " + file.getParent() + " can't be read", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A delivered file in " + file.getParent() + " can't be deleted", e);
        }
    }
}
