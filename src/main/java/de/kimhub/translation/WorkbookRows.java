package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kimhub.message.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Writes a sheet as lines: the header as a JSON array of its names, each row as a JSON object, on the line that has the
 * row's number. A row with more cells than the header becomes an array, which is no record.
 */
final class WorkbookRows {

    private static final JsonFactory JSON = new JsonFactory();

    private final XlsxFormat format;
    private final OutputStream out;
    private long line = 1;
    private List<String> names;

    private WorkbookRows(XlsxFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
    }

    static void write(byte[] file, XlsxFormat format, OutputStream out) throws UnusableWorkbook {
        WorkbookLimits.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file),
                new ReadingOptions(true, true))) {
            Sheet sheet = sheet(workbook, format.sheet()).orElseThrow(() -> new UnusableWorkbook(
                    TranslationProblem.SHEET_MISSING, "The workbook has no sheet " + (format.sheet() == null
                            ? "that is not hidden." : "'" + format.sheet() + "'. Was it renamed?")));
            new WorkbookRows(format, out).write(sheet, new CellText(workbook.isDate1904()));
        } catch (IOException | RuntimeException damaged) {
            throw UnusableWorkbook.broken();
        }
    }

    private static Optional<Sheet> sheet(ReadableWorkbook workbook, String wanted) {
        if (wanted == null) {
            return workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).findFirst();
        }
        Optional<Sheet> named = workbook.getSheets()
                .filter(sheet -> Columns.normalise(sheet.getName()).equals(Columns.normalise(wanted))).findFirst();
        return named.isPresent() || !wanted.matches("\\d{1,4}") ? named
                : workbook.getSheets().skip(Math.max(0, Integer.parseInt(wanted) - 1L)).findFirst();
    }

    private void write(Sheet sheet, CellText texts) throws IOException, UnusableWorkbook {
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                Row row = all.next();
                List<String> values = new ArrayList<>(row.getCellCount());
                for (int i = 0; i < row.getCellCount(); i++) {
                    values.add(texts.of(row.getCell(i)));
                }
                while (!values.isEmpty() && values.getLast() == null) {
                    values.removeLast();
                }
                if (row.getRowNum() == format.headerRow()) {
                    header(values);
                    line(row.getRowNum(), values);
                } else if (row.getRowNum() > format.headerRow() && !values.isEmpty()) {
                    header(names);
                    line(row.getRowNum(), values);
                }
            }
        }
        header(names);
        out.write('\n');
    }

    /** Every column has a name of its own. */
    private void header(List<String> cells) throws UnusableWorkbook {
        if (names != null) {
            return;
        }
        Place row = Place.record(0, format.headerRow());
        if (cells == null || cells.isEmpty()) {
            throw new UnusableWorkbook(TranslationProblem.HEADER_UNREADABLE, row,
                    "The header row is empty. Correct 'headerRow', or the export.");
        }
        List<String> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i) == null ? "" : Columns.normalise(cells.get(i));
            if (name.isEmpty()) {
                throw new UnusableWorkbook(TranslationProblem.HEADER_UNREADABLE, row, "Column no. " + (i + 1)
                        + " has no name: its cell is empty, or merged with another one. Give each column a name.");
            }
            if (!seen.add(name)) {
                throw new UnusableWorkbook(TranslationProblem.COLUMN_TWICE, row,
                        "Column no. " + (i + 1) + " has the name of an earlier one. Rename or remove one.");
            }
            header.add(name);
        }
        names = header;
    }

    private void line(int number, List<String> values) throws IOException, UnusableWorkbook {
        if (number < line) {
            throw UnusableWorkbook.broken();
        }
        for (; line < number; line++) {
            out.write('\n');
        }
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)) {
            if (number == format.headerRow() || values.size() > names.size()) {
                array(json, number == format.headerRow() ? names : values);
            } else {
                json.writeStartObject();
                for (int i = 0; i < names.size(); i++) {
                    json.writeStringField(names.get(i), i < values.size() ? values.get(i) : null);
                }
                json.writeEndObject();
            }
        }
    }

    private static void array(JsonGenerator json, List<String> values) throws IOException {
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
