package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Writes cells as a file. Equal cells give equal bytes. */
final class DeliverWriter {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final DeliverFormat format;
    private final List<String> columns;
    private final JsonFactory json = new JsonFactory();

    DeliverWriter(DeliverFormat format, List<String> columns) {
        this.format = format;
        this.columns = columns;
    }

    byte[] write(List<String[]> rows) {
        try {
            return format.type() == DeliverFormat.Type.CSV ? csv(rows) : json(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    private byte[] csv(List<String[]> rows) throws IOException {
        StringBuilder text = new StringBuilder(rows.size() * 128);
        CSVFormat csv = CSVFormat.DEFAULT.builder().setDelimiter(format.delimiter()).setQuote(format.quote())
                .setQuoteMode(QuoteMode.MINIMAL).setRecordSeparator(format.lineEnd()).get();
        try (CSVPrinter printer = new CSVPrinter(text, csv)) {
            printer.printRecord(columns);
            for (String[] row : rows) {
                printer.printRecord((Object[]) row);
            }
        }
        byte[] bytes = text.toString().getBytes(format.charset());
        if (!format.byteOrderMark()) {
            return bytes;
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream(bytes.length + UTF_8_MARK.length);
        marked.writeBytes(UTF_8_MARK);
        marked.writeBytes(bytes);
        return marked.toByteArray();
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
