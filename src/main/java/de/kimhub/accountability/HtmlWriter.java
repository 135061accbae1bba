package de.kimhub.accountability;

import de.kimhub.accountability.Document.Heading;
import de.kimhub.accountability.Document.Notice;
import de.kimhub.accountability.Document.Paragraph;
import de.kimhub.accountability.Document.Table;
import java.util.List;

/** Writes a {@link Document} as one page to read and print, that needs nothing else. */
public final class HtmlWriter {

    private static final String STYLE = """
            body{font:16px/1.5 "Liberation Sans",Arial,sans-serif;color:#1a1a1a;max-width:64rem;margin:2rem auto;padding:0 1rem}
            h1,h2,h3{line-height:1.25}h1{font-size:1.8rem}h2{font-size:1.35rem;margin-top:2.2rem}h3{font-size:1.1rem;margin-top:1.6rem}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1.2rem}th,td{border:1px solid #767676;padding:.35rem .5rem;\
            text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}th{background:#e8edf2}td p{margin:0 0 .15rem}
            .hinweis{border:2px solid #1a1a1a;padding:.6rem .8rem}
            @page{size:A4;margin:2cm}@media print{body{max-width:none;margin:0;padding:0;font-size:10pt}h2,h3{break-after:avoid}\
            tr{break-inside:avoid}thead{display:table-header-group}}
            """;

    private final StringBuilder page = new StringBuilder();

    private HtmlWriter() {
    }

    public static String write(Document document) {
        HtmlWriter writer = new HtmlWriter();
        writer.page.append("<!DOCTYPE html>\n<html lang=\"de\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.element("title", document.title());
        writer.page.append("<style>").append(STYLE).append("</style></head><body><main>\n");
        writer.element("h1", document.title());
        document.blocks().forEach(writer::block);
        return writer.page.append("</main></body></html>\n").toString();
    }

    private void block(Document.Block block) {
        switch (block) {
            case Heading heading -> element("h" + heading.level(), heading.text());
            case Paragraph paragraph -> element("p", paragraph.text());
            case Notice notice -> {
                page.append("<p class=\"hinweis\" role=\"note\">");
                escaped(notice.text());
                page.append("</p>\n");
            }
            case Table table -> table(table);
        }
    }

    private void table(Table table) {
        page.append("<table><thead><tr>");
        table.heading().forEach(cell -> {
            page.append("<th scope=\"col\">");
            escaped(cell);
            page.append("</th>");
        });
        page.append("</tr></thead><tbody>\n");
        table.rows().forEach(row -> {
            page.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                page.append(i == 0 ? "<th scope=\"row\">" : "<td>");
                cell(row.get(i));
                page.append(i == 0 ? "</th>" : "</td>");
            }
            page.append("</tr>\n");
        });
        page.append("</tbody></table>\n");
    }

    private void cell(List<String> paragraphs) {
        if (paragraphs.size() == 1) {
            escaped(paragraphs.getFirst());
        } else {
            paragraphs.forEach(text -> element("p", text));
        }
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>');
        escaped(text);
        page.append("</").append(name).append(">\n");
    }

    private void escaped(String text) {
        page.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"));
    }
}
