package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.util.List;

/**
 * How a tool writes a workbook.
 *
 * @param sheet     name, or 1-based number; {@code null}: the first one that is not hidden
 * @param headerRow 1-based
 * @param rows      of the form that workbooks are stored in: one JSON object per line
 */
record XlsxFormat(String sheet, int headerRow, JsonFormat rows) {

    private static final int LAST_HEADER_ROW = 1000;

    static XlsxFormat compile(ConfigNode node, Compilation compilation) {
        compilation.onlyKeys(node, "type", "sheet", "headerRow", "maxRecordLength", "unusedColumns");
        List<String> unused = node.texts("unusedColumns").stream()
                .map(name -> Columns.normalise(name == null ? "" : name)).toList();
        return new XlsxFormat(node.text("sheet"), compilation.number(node, "headerRow", 1, 1, LAST_HEADER_ROW),
                new JsonFormat(true, "", compilation.number(node, "maxRecordLength", CsvFormat.USUAL_RECORD_LENGTH, 100,
                        1_000_000), unused));
    }
}
