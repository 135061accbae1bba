package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a tool takes files.
 *
 * @param xml for {@link Type#XML}, else {@code null}
 */
record DeliverFormat(Type type, Charset charset, char delimiter, char quote, String lineEnd, boolean byteOrderMark,
                     XmlOutFormat xml) {

    enum Type { CSV, JSON, ROWS, XML, NOTICE_SHEET }

    private static final Map<String, Type> TYPES =
            Map.of("csv", Type.CSV, "json", Type.JSON, "rows", Type.ROWS, "xml", Type.XML,
                    "notice-sheet", Type.NOTICE_SHEET);

    static DeliverFormat compile(ConfigNode node, Compilation compilation) {
        compilation.required(node, "type");
        return switch (compilation.oneOf(node, "type", TYPES, Type.CSV)) {
            case XML -> {
                compilation.onlyKeys(node, "type", "namespaces", "root", "record", "xslt");
                yield new DeliverFormat(Type.XML, StandardCharsets.UTF_8, ';', '"', "\n", false,
                        XmlOutFormat.compile(node, compilation));
            }
            case NOTICE_SHEET -> {
                compilation.onlyKeys(node, "type");
                yield new DeliverFormat(Type.NOTICE_SHEET, StandardCharsets.UTF_8, ';', '"', "\r\n", true, null);
            }
            case CSV -> plain(Type.CSV, node, compilation);
            case JSON -> plain(Type.JSON, node, compilation);
            case ROWS -> plain(Type.ROWS, node, compilation);
        };
    }

    private static DeliverFormat plain(Type type, ConfigNode node, Compilation compilation) {
        compilation.onlyKeys(node, "type", "charset", "delimiter", "quote", "lineEnd", "byteOrderMark");
        DeliverFormat format = new DeliverFormat(type,
                compilation.oneOf(node, "charset", CsvFormat.CHARSETS, StandardCharsets.UTF_8),
                compilation.character(node, "delimiter", ';'), compilation.character(node, "quote", '"'),
                compilation.oneOf(node, "lineEnd", Map.of("CRLF", "\r\n", "LF", "\n"), "\r\n"),
                compilation.flag(node, "byteOrderMark", false), null);
        boolean utf8 = format.charset.equals(StandardCharsets.UTF_8);
        if (!utf8 && (type != Type.CSV || format.byteOrderMark)) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(), "JSON and a byte order mark need UTF-8.");
        }
        return format;
    }

    /** Gives a text the form that the format can hold, or {@code null}. Not thread-safe. */
    UnaryOperator<String> writable() {
        EncodableText encodable = new EncodableText(charset);
        return switch (type) {
            case CSV, JSON, ROWS -> encodable::fit;
            case XML -> text -> XmlOutFormat.canHold(text) ? encodable.fit(text) : null;
            case NOTICE_SHEET -> text -> NoticeFonts.canShow(text) ? encodable.fit(text) : null;
        };
    }

    boolean opensInSpreadsheet() {
        return type == Type.CSV || type == Type.NOTICE_SHEET;
    }
}
