package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.steering.cube.ReleaseContent.DataState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The report as a page: built as a tree, so that no text can become markup. */
final class ReportPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm 18mm 15mm;
              @bottom-left { content: "Lenkungsgruppe KIM, %1$s"; font-family: "DejaVu Sans"; font-size: 7.5pt; }
              @bottom-right { content: "Seite " counter(page) " von " counter(pages); font-family: "DejaVu Sans"; font-size: 7.5pt; } }
            body { font-family: "DejaVu Sans"; font-size: 9pt; line-height: 1.35; color: #000; margin: 0; }
            h1 { font-size: 17pt; margin: 0 0 2mm 0; } h2 { font-size: 13pt; margin: 8mm 0 2mm 0; }
            h3 { font-size: 10pt; margin: 5mm 0 1mm 0; } h2, h3, .vor { page-break-after: avoid; } tbody th { font-weight: normal; } p { margin: 0 0 2mm 0; }
            table { width: 100%%; border-collapse: collapse; margin: 1mm 0 2mm 0; font-size: 7.5pt; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: bottom; padding: 0.8mm 1mm; border-bottom: 0.4pt solid #555; }
            thead th { border-bottom: 1pt solid #000; } .zahl { text-align: right; white-space: nowrap; } th.zahl { white-space: normal; } tr { page-break-inside: avoid; }
            .bild td, .bild tbody th { border: 0; padding: 0.4mm 1mm; vertical-align: middle; } .name { width: 45mm; } .wert { width: 40mm; }
            .balken { height: 3mm; background-color: #1d3f8f; } .klein { font-size: 7.5pt; }
            """;

    private final HtmlTree tree = new HtmlTree();
    private final ReleaseContent content;

    private ReportPage(ReleaseContent content) {
        this.content = content;
    }

    static Document of(ReleaseContent content) {
        return new ReportPage(content).build();
    }

    private Document build() {
        Release release = content.release();
        String title = "Zahlen für die Lenkungsgruppe, " + release.label();
        Element body = tree.start(title, "Veröffentlichung " + release.id(), STYLE.formatted(release.label()));
        tree.child(body, "h1", title);
        tree.child(body, "p", "Stichtag " + DAY.format(release.cutOff()) + ", veröffentlicht am "
                + DAY.format(LocalDate.ofInstant(release.publishedAt(), ZoneId.of("Europe/Berlin"))) + ".");
        tree.child(body, "p", "So lesen Sie die Zahlen: * heißt geheim, die Zahl wird zum Schutz einzelner Menschen nicht gezeigt. "
                + "– heißt genau null. . heißt unbekannt. Keine Zahl zeigt weniger als " + release.threshold() + " Menschen. Was später "
                + "gemeldet wird, zählt im nächsten Quartal.");
        Arrays.stream(Area.values()).forEach(area -> area(body, area));
        tree.child(body, "h2", "Prüfung");
        tree.child(body, "p", "Zertifikat " + release.certificate());
        tree.child(body, "p", "Prüfsumme " + release.checksum());
        return tree.document();
    }

    private void area(Element body, Area area) {
        List<Panel> panels = Stream.concat(Panels.of(content, area.indicators()).stream(),
                area == Area.KOMMUNEN ? CasesPerPost.of(content).stream() : Stream.empty()).toList();
        if (!panels.isEmpty() || area == Area.DATENSTAND) {
            tree.child(body, "h2", area.title());
        }
        panels.forEach(panel -> panel(body, panel));
        if (area == Area.DATENSTAND && !content.dataStates().isEmpty()) {
            table(body, List.of("Stelle", "Stand", "Letzte Lieferung", "Fällig am"), 4, content.dataStates().stream().map(ReportPage::state).toList());
        }
    }

    private static List<String> state(DataState one) {
        return List.of(one.organisation(), one.stateText(), one.lastDelivery() == null ? "noch keine" : DAY.format(one.lastDelivery()),
                one.due() == null ? "ohne Termin" : DAY.format(one.due()));
    }

    private void panel(Element body, Panel panel) {
        tree.child(body, "h3", panel.heading());
        tree.child(body, "p", panel.explanation()).setAttribute("class", "vor");
        if (panel.remark() != null) {
            tree.child(body, "p", panel.remark()).setAttribute("class", panel.empty() ? "" : "vor");
        }
        switch (panel.chart()) {
            case Chart.Bars bars -> bars(body, bars, panel);
            case Chart.Heat heat -> table(body, plus(heat.corner(), heat.columns()), 1, heat.rows().stream().map(row ->
                    plus(named(row.label(), row.note()), row.cells().stream().map(cell -> cell.figure().text()).toList())).toList());
            case Chart.Ranges ranges -> { }
            case Chart.Stack stack -> { }
            case Chart.None none -> { }
        }
        if (panel.grid() != null) {
            table(body, plus(panel.grid().corner(), panel.grid().columns()), 1, panel.grid().lines().stream().map(line ->
                    plus(named(line.label(), line.note()), line.cells().stream().map(Cell::text).toList())).toList());
        }
        tree.child(body, "p", panel.source()).setAttribute("class", "klein");
    }

    private void bars(Element body, Chart.Bars bars, Panel panel) {
        Element table = tree.child(body, "table", null);
        table.setAttribute("class", "bild");
        Element head = tree.child(tree.child(table, "thead", null), "tr", null);
        List.of(panel.grid() == null ? "" : panel.grid().corner(), "Im Vergleich", panel.table().about().unit()).forEach(text -> tree.child(head, "th", text).setAttribute("scope", "col"));
        Element rows = tree.child(table, "tbody", null);
        for (Chart.Bar bar : bars.bars()) {
            Element row = tree.child(rows, "tr", null);
            Element name = tree.child(row, "th", bar.label());
            name.setAttribute("scope", "row");
            name.setAttribute("class", "name");
            Element drawn = tree.child(tree.child(row, "td", null), "div", null);
            drawn.setAttribute("class", "balken");
            drawn.setAttribute("style", "width: " + bar.width());
            tree.child(row, "td", named(bar.text(), bar.note())).setAttribute("class", "wert");
        }
    }

    /** @param texts so many columns from the left hold words, the others numbers */
    private void table(Element body, List<String> columns, int texts, List<List<String>> lines) {
        Element table = tree.child(body, "table", null);
        Element head = tree.child(tree.child(table, "thead", null), "tr", null);
        for (int i = 0; i < columns.size(); i++) {
            Element cell = tree.child(head, "th", columns.get(i));
            cell.setAttribute("scope", "col");
            cell.setAttribute("class", i < texts ? "" : "zahl");
        }
        Element rows = tree.child(table, "tbody", null);
        for (List<String> line : lines) {
            Element row = tree.child(rows, "tr", null);
            for (int i = 0; i < line.size(); i++) {
                Element cell = tree.child(row, i == 0 ? "th" : "td", line.get(i));
                cell.setAttribute(i == 0 ? "scope" : "class", i == 0 ? "row" : i < texts ? "" : "zahl");
            }
        }
    }

    private static String named(String label, String note) {
        return note == null ? label : label + " (" + note + ")";
    }

    private static List<String> plus(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }
}
