package de.kimhub.runtime.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Lines of a report in Markdown, with numbers as Germans write them. */
final class GermanMarkdown {

    private GermanMarkdown() {
    }

    static String german(String format, Object... values) {
        return String.format(Locale.GERMAN, format, values);
    }

    static void line(StringBuilder text, String format, Object... values) {
        text.append(german(format, values)).append('\n');
    }

    /** A row of a table with one column for each stage. @param name begins with the bar */
    static <S> void row(StringBuilder text, String name, List<S> stages, Function<S, String> figure) {
        text.append(name);
        stages.forEach(one -> text.append(" | ").append(figure.apply(one)));
        text.append(" |\n");
    }
}
