package de.kimhub.steering.board;

import de.kimhub.steering.cube.PublishedTable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure of a page: what is found, drawn and in numbers.
 *
 * @param heading states the finding
 * @param explanation one sentence for a layperson
 * @param remark  what else is to be known; may be {@code null}
 * @param grid    {@code null}: the chart is a table, or there is nothing
 */
record Panel(String heading, String explanation, String remark, Chart chart, Grid grid, String period, PublishedTable table) {

    Panel(String heading, String remark, Chart chart, Grid grid, String period, PublishedTable table) {
        this(heading, table.about().explanation(), remark, chart, grid, period, table);
    }

    /** Nothing is shown, and why. */
    static Panel nothing(PublishedTable table, String why) {
        return new Panel(table.title(), why, new Chart.None(), null, null, table);
    }

    /** What is counted, where it comes from, and whose consent it rests on. */
    public String source() {
        PublishedTable.About about = table.about();
        return Stream.of(period == null ? "" : "Zeitraum: " + period, about.definition(), "Einheit: " + about.unit(),
                        "Gezählt: " + about.population(), "Quelle: " + about.source(), "Grundlage: " + about.consentCoverage())
                .map(String::strip).filter(text -> !text.isEmpty()).map(text -> text.endsWith(".") ? text : text + ".")
                .collect(Collectors.joining(" "));
    }

    public String id() {
        return table.id();
    }

    public boolean empty() {
        return chart instanceof Chart.None && grid == null;
    }
}
