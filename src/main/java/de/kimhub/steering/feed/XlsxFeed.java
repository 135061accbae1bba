package de.kimhub.steering.feed;

import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.feed.Rows.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as XLSX: the cells, and a sheet that says what they mean. The same table always gives the same bytes. */
final class XlsxFeed {

    private static final int WIDE = 28;
    private static final int WIDEST = 100;

    private XlsxFeed() {
    }

    static byte[] of(Release release, PublishedTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "KIM-Hub", "1.0")) {
            data(book.newWorksheet("Daten"), table);
            explanation(book.newWorksheet("Erläuterung"), release, table);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return withoutTime(bytes.toByteArray(), release);
    }

    private static void data(Worksheet sheet, PublishedTable table) {
        int dimensions = table.dimensions().size();
        for (int column = 0; column < dimensions; column++) {
            sheet.value(0, column, table.dimensions().get(column).label());
            sheet.width(column, WIDE);
        }
        sheet.value(0, dimensions, table.about().unit());
        sheet.value(0, dimensions + 1, "Zeichen");
        sheet.range(0, 0, 0, dimensions + 1).style().bold().set();
        int line = 1;
        for (Row row : Rows.of(table)) {
            for (int column = 0; column < dimensions; column++) {
                sheet.value(line, column, row.categories().get(column).label());
            }
            if (row.figure().shown()) {
                sheet.value(line, dimensions, (long) row.figure().value());
                sheet.style(line, dimensions).format("#,##0").set();
            } else {
                sheet.value(line, dimensions + 1, Rows.sign(row.figure()));
            }
            line++;
        }
        sheet.freezePane(0, 1);
    }

    private static void explanation(Worksheet sheet, Release release, PublishedTable table) {
        int line = 0;
        sheet.value(line, 0, table.title());
        sheet.style(line++, 0).bold().set();
        for (List<String> fact : facts(release, table)) {
            sheet.value(line, 0, fact.get(0));
            sheet.value(line, 1, fact.get(1));
            sheet.style(line++, 1).wrapText(true).set();
        }
        sheet.width(0, WIDE);
        sheet.width(1, WIDEST);
    }

    private static List<List<String>> facts(Release release, PublishedTable table) {
        PublishedTable.About about = table.about();
        return List.of(List.of("Was die Zahlen sagen", about.explanation()), List.of("Definition", about.definition()),
                List.of("Einheit", about.unit()), List.of("Wer gezählt ist", about.population()), List.of("Quelle", about.source()),
                List.of("Einwilligung", about.consentCoverage()), List.of("Veröffentlichung", release.label() + " (" + release.id() + ")"),
                List.of("Stichtag", German.day(release.cutOff())), List.of("Veröffentlicht am", German.day(release.publishedAt())),
                List.of("Zeichen *", Metadata.signs().get("*")), List.of("Zeichen .", Metadata.signs().get(".")),
                List.of("Zurückgehalten", about.withheld() == null ? "nein" : about.withheld()),
                List.of("Zertifikat", release.certificate()), List.of("Prüfsumme", release.checksum()));
    }

    /** The library writes when the file was made: the time of the release stands in its place. */
    private static byte[] withoutTime(byte[] workbook, Release release) {
        Map<String, byte[]> files = new TreeMap<>();
        // The JDK's stream refuses what the library writes.
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
            files.computeIfPresent("docProps/core.xml", (name, content) -> new String(content, StandardCharsets.UTF_8)
                    .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + release.publishedAt().truncatedTo(
                            java.time.temporal.ChronoUnit.SECONDS)).getBytes(StandardCharsets.UTF_8));
            return stored(files);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    private static byte[] stored(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
