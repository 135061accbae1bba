package de.kimhub.runtime.demo.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How a tool writes its CSV exports: beside the folder's visible files first, then renamed, as a careful tool does. */
public record CsvExport(List<String> columns, Charset charset) {

    public static final CsvExport JOBCENTER = new CsvExport(List.of("BG-Nummer", "Kundennummer", "Name", "Vorname",
            "Geburtsdatum", "Geschlecht", "Staatsangehörigkeit", "PLZ", "Ort", "Rechtskreis", "Leistungsbezug ab",
            "Integrationsfachkraft", "Team", "Maßnahme", "Maßnahmeart", "Träger", "Eintritt", "Austritt",
            "Austrittsgrund", "Sprachniveau", "Bemerkung"), Charset.forName("windows-1252"));

    public static final CsvExport CASE_FILE = new CsvExport(List.of("LFDNR", "FALLNUMMER", "DATUM", "ART", "STATUS",
            "NACHNAME", "VORNAME", "GEBURTSDATUM", "GESCHLECHT", "STAATSANGEHOERIGKEIT", "SPRACHE", "STRASSE",
            "HAUSNUMMER", "PLZ", "ORT", "THEMA", "BERATUNGSART", "WEITER_AN", "ABSCHLUSSGRUND", "EINW_NUMMER",
            "EINW_ZWECKE", "EINW_QUELLEN", "EINW_EMPFAENGER", "EINW_BIS", "EINW_FORMULAR", "EINW_SPRACHE",
            "EINW_SCHWEIGEPFLICHT", "EINW_DATENARTEN", "EINW_VERTRETUNG", "AZ_STELLEN", "AZ_NUMMERN"), StandardCharsets.UTF_8);

    private static final CSVFormat FORMAT =
            CSVFormat.Builder.create().setDelimiter(';').setRecordSeparator("\r\n").get();

    /** Rows by column; a column without a value stays empty. */
    public void write(Path folder, String name, Stream<Map<String, String>> rows) {
        try {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve("." + name + ".tmp");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16);
                 Writer writer = new OutputStreamWriter(out, charset);
                 CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
                printer.printRecord(columns);
                rows.forEach(row -> print(printer, row));
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The tool's folder " + folder + " can't be written to", e);
        }
    }

    private void print(CSVPrinter printer, Map<String, String> row) {
        try {
            for (String column : columns) {
                printer.print(Latin.fit(row.getOrDefault(column, ""), charset));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
