package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * How a tool writes CSV.
 *
 * @param headerRow       line of the column names, 1-based: what stands above is no part of the table
 * @param maxRecordLength in characters
 * @param unusedColumns   known, but deliberately not read
 */
record CsvFormat(Charset charset, char delimiter, char quote, int headerRow, int maxRecordLength,
                 List<String> unusedColumns) {

    /** All of them have ASCII in its place, so that records can be split before they are decoded. */
    static final Map<String, Charset> CHARSETS = Map.of("UTF-8", StandardCharsets.UTF_8,
            "windows-1252", Charset.forName("windows-1252"), "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "ISO-8859-15", Charset.forName("ISO-8859-15"));

    static final int USUAL_RECORD_LENGTH = 65_536;
    private static final int LAST_HEADER_ROW = 1000;

    static CsvFormat compile(ConfigNode node, Compilation compilation) {
        compilation.onlyKeys(node, "type", "charset", "delimiter", "quote", "headerRow", "maxRecordLength",
                "unusedColumns");
        CsvFormat format = new CsvFormat(
                compilation.oneOf(node, "charset", CHARSETS, StandardCharsets.UTF_8),
                compilation.character(node, "delimiter", ';'),
                compilation.character(node, "quote", '"'),
                compilation.number(node, "headerRow", 1, 1, LAST_HEADER_ROW),
                compilation.number(node, "maxRecordLength", USUAL_RECORD_LENGTH, 100, 1_000_000),
                node.texts("unusedColumns").stream().map(name -> Columns.normalise(name == null ? "" : name)).toList());
        if (format.delimiter == format.quote || format.quote == ' ') {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(),
                    "'delimiter' and 'quote' must be different characters, and the quote no blank.");
        }
        return format;
    }

    CsvFormat withCharset(Charset other) {
        return new CsvFormat(other, delimiter, quote, headerRow, maxRecordLength, unusedColumns);
    }

    int maxRecordBytes() {
        return charset.equals(StandardCharsets.UTF_8) ? maxRecordLength * 4 : maxRecordLength;
    }
}
