package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How a tool takes files. */
record DeliverFormat(Type type, Charset charset, char delimiter, char quote, String lineEnd, boolean byteOrderMark) {

    enum Type { CSV, JSON, ROWS }

    static DeliverFormat compile(ConfigNode node, Compilation compilation) {
        compilation.onlyKeys(node, "type", "charset", "delimiter", "quote", "lineEnd", "byteOrderMark");
        compilation.required(node, "type");
        Type type = compilation.oneOf(node, "type",
                Map.of("csv", Type.CSV, "json", Type.JSON, "rows", Type.ROWS), Type.CSV);
        DeliverFormat format = new DeliverFormat(type,
                compilation.oneOf(node, "charset", CsvFormat.CHARSETS, StandardCharsets.UTF_8),
                compilation.character(node, "delimiter", ';'), compilation.character(node, "quote", '"'),
                compilation.oneOf(node, "lineEnd", Map.of("CRLF", "\r\n", "LF", "\n"), "\r\n"),
                compilation.flag(node, "byteOrderMark", false));
        boolean utf8 = format.charset.equals(StandardCharsets.UTF_8);
        if (!utf8 && (type != Type.CSV || format.byteOrderMark)) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(), "JSON and a byte order mark need UTF-8.");
        }
        return format;
    }
}
