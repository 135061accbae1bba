package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Writes cells as a file. Equal cells give equal bytes. */
final class DeliverWriter implements OutWriter {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final DeliverFormat format;
    private final List<String> columns;
    private final JsonFactory json = new JsonFactory();

    DeliverWriter(DeliverFormat format, List<String> columns) {
        this.format = format;
        this.columns = columns;
    }

    @Override
    public String fileExtension() {
        return isJson() ? "json" : "csv";
    }

    @Override
    public byte[] write(List<OutRow> rows, LocalDate today) {
        List<String[]> texts = rows.stream().map(OutRow::texts).toList();
        try {
            return isJson() ? json(texts) : csv(texts);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    private boolean isJson() {
        return format.type() == DeliverFormat.Type.JSON || format.type() == DeliverFormat.Type.ROWS;
    }

    private byte[] csv(List<String[]> rows) {
        StringBuilder text = new StringBuilder((rows.size() + 1) * 128);
        line(text, columns.toArray(String[]::new));
        rows.forEach(row -> line(text, row));
        byte[] bytes = text.toString().getBytes(format.charset());
        if (!format.byteOrderMark()) {
            return bytes;
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream(bytes.length + UTF_8_MARK.length);
        marked.writeBytes(UTF_8_MARK);
        marked.writeBytes(bytes);
        return marked.toByteArray();
    }

    private void line(StringBuilder text, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(format.delimiter());
            }
            if (needsQuotes(cells[i]) || cells.length == 1 && cells[i].isEmpty()) {
                String quote = String.valueOf(format.quote());
                text.append(quote).append(cells[i].replace(quote, quote + quote)).append(quote);
            } else {
                text.append(cells[i]);
            }
        }
        text.append(format.lineEnd());
    }

    private boolean needsQuotes(String cell) {
        return !cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' '
                || cell.chars().anyMatch(c -> c == format.delimiter() || c == format.quote() || c == '\r' || c == '\n'));
    }

    /** An array with one object a line; a cell without text is null. */
    private byte[] json(List<String[]> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(rows.size() * 256);
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartArray();
            for (String[] row : rows) {
                generator.writeRaw('\n');
                generator.writeStartObject();
                for (int i = 0; i < row.length; i++) {
                    generator.writeFieldName(columns.get(i));
                    if (row[i].isEmpty()) {
                        generator.writeNull();
                    } else {
                        generator.writeString(row[i]);
                    }
                }
                generator.writeEndObject();
            }
            generator.writeRaw('\n');
            generator.writeEndArray();
        }
        return out.toString(StandardCharsets.UTF_8).concat("\n").getBytes(StandardCharsets.UTF_8);
    }
}
