package de.kimhub.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Tables that every reader of Markdown shows alike. */
final class Markdown {

    private Markdown() {
    }

    static String header(String... names) {
        return row(List.of(names)) + row(List.of(names).stream().map(name -> "---").toList());
    }

    static String row(String... cells) {
        return row(List.of(cells));
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").strip();
    }
}
