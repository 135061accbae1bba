package de.kimhub.translation;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A notice sheet as a page: built as a tree, so that no text can become markup. */
final class NoticePage {

    static final String TITLE = "Meldungsblatt";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 14mm 10mm 16mm 10mm;
              @bottom-left { content: "%1$s vom %2$s – vertraulich: enthält Angaben zu Personen";
                font-family: "%3$s"; font-size: 7.5pt; }
              @bottom-right { content: "Seite " counter(page) " von " counter(pages);
                font-family: "%3$s"; font-size: 7.5pt; } }
            body { font-family: "%3$s"; font-size: %4$spt; line-height: 1.3; color: #000; margin: 0; }
            h1 { font-size: 15pt; margin: 0 0 1mm 0; }
            p { margin: 0 0 4mm 0; }
            table { width: 100%%; table-layout: fixed; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 1mm %5$smm; word-wrap: break-word;
              border-bottom: 0.4pt solid #000; }
            thead th { vertical-align: bottom; border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; }
            tr { page-break-inside: avoid; }
            """;

    private final Document document;
    private final NoticeTable table;

    private NoticePage(NoticeTable table) throws ParserConfigurationException {
        this.document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
        this.table = table;
    }

    static Document of(NoticeTable table) {
        try {
            return new NoticePage(table).build();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK has no XML parser", impossible);
        }
    }

    private Document build() {
        String day = DAY.format(table.day());
        String about = "Stand " + day + ", " + (table.rows().size() == 1 ? "1 Meldung" : table.rows().size() + " Meldungen");
        Element html = document.createElement("html");
        html.setAttribute("lang", "de");
        document.appendChild(html);
        Element head = child(html, "head", null);
        child(head, "title", TITLE + " vom " + day);
        meta(head, "subject", about);
        meta(head, "description", about);
        child(head, "style", STYLE.formatted(TITLE, day, NoticeFonts.FAMILY, number(NoticeTable.FONT_POINTS),
                number(NoticeTable.PADDING_MM)));
        Element body = child(html, "body", null);
        child(body, "h1", TITLE);
        child(body, "p", about + ". Die Angaben stammen von den genannten Stellen; bei Fragen bitte dort nachfragen.");
        table(body);
        return document;
    }

    private void table(Element body) {
        Element sheet = child(body, "table", null);
        double[] widths = table.widths();
        Element header = child(child(sheet, "thead", null), "tr", null);
        for (int i = 0; i < widths.length; i++) {
            Element cell = child(header, "th", table.headers().get(i));
            cell.setAttribute("scope", "col");
            cell.setAttribute("style", "width: " + number(widths[i] - 2 * NoticeTable.PADDING_MM) + "mm");
        }
        Element rows = child(sheet, "tbody", null);
        for (String[] row : table.rows()) {
            Element line = child(rows, "tr", null);
            for (String cell : row) {
                child(line, "td", cell);
            }
        }
    }

    private static String number(double millimetres) {
        return String.format(Locale.ROOT, "%.2f", millimetres);
    }

    private void meta(Element head, String name, String content) {
        Element meta = child(head, "meta", null);
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private Element child(Element parent, String name, String text) {
        Element child = document.createElement(name);
        if (text != null) {
            child.appendChild(document.createTextNode(text));
        }
        parent.appendChild(child);
        return child;
    }
}
