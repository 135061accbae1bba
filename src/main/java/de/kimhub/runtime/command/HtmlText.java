package de.kimhub.runtime.command;

import java.util.List;

/** Writes HTML. Every text is escaped but what is said to be raw. */
final class HtmlText {

    static final String NONE = "Keine gespeichert.";

    private final StringBuilder text = new StringBuilder();

    HtmlText raw(String html) {
        text.append(html);
        return this;
    }

    void element(String name, String content) {
        text.append('<').append(name).append('>');
        escaped(content);
        text.append("</").append(name).append(">\n");
    }

    /** Says so when there are no rows. */
    void tableOrNone(List<String> heading, List<List<String>> rows) {
        if (rows.isEmpty()) {
            element("p", NONE);
        }
        table(heading, rows);
    }

    /** Nothing when there are no rows. */
    void table(List<String> heading, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("<table><thead><tr>");
        heading.forEach(cell -> cell("th scope=\"col\"", "th", cell));
        text.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr>");
            row.forEach(cell -> cell("td", "td", cell));
            text.append("</tr>\n");
        }
        text.append("</tbody></table>\n");
    }

    private void cell(String opening, String closing, String content) {
        text.append('<').append(opening).append('>');
        escaped(content);
        text.append("</").append(closing).append('>');
    }

    private void escaped(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
