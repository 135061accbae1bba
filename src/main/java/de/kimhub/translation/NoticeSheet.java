package de.kimhub.translation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A notice sheet, to be shown as a page instead of as its PDF.
 *
 * @param rows each with as many cells as there are columns
 * @param pdf  the same to print
 */
public record NoticeSheet(List<String> columns, List<List<String>> rows, byte[] pdf) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

    /** @return empty when it is a delivery of another kind */
    public static Optional<NoticeSheet> read(byte[] delivery) {
        byte[] csv = null;
        byte[] pdf = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(delivery))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(NoticeSheetWriter.NAME + "csv")) {
                    csv = zip.readNBytes(LARGEST);
                } else if (entry.getName().equals(NoticeSheetWriter.NAME + "pdf")) {
                    pdf = zip.readNBytes(LARGEST);
                }
            }
            return csv == null || pdf == null ? Optional.empty() : Optional.of(read(csv, pdf));
        } catch (IOException noSheet) {
            return Optional.empty();
        }
    }

    private static NoticeSheet read(byte[] csv, byte[] pdf) {
        String text = new String(csv, StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            List<List<String>> lines = parser.stream().map(CSVRecord::toList).toList();
            return new NoticeSheet(lines.getFirst(), lines.subList(1, lines.size()), pdf);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "notice sheet of " + rows.size() + " rows";
    }
}
