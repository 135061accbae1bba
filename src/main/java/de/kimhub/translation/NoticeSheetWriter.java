package de.kimhub.translation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a notice sheet for people: a PDF to print and the same cells as CSV, both in one ZIP. */
final class NoticeSheetWriter implements OutWriter {

    static final String NAME = "meldungsblatt.";

    private final List<String> columns;
    private final DeliverWriter csv;

    NoticeSheetWriter(DeliverFormat format, List<String> columns) {
        this.columns = columns;
        this.csv = new DeliverWriter(format, columns);
    }

    @Override
    public String fileExtension() {
        return "zip";
    }

    @Override
    public byte[] write(List<OutRow> rows, LocalDate today) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(NAME + "pdf", NoticePdf.of(NoticeTable.of(today, columns, rows.stream().map(OutRow::texts).toList())));
        files.put(NAME + "csv", csv.write(rows, today));
        return StoredZip.of(files);
    }
}
