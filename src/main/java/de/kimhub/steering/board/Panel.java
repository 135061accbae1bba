package de.kimhub.steering.board;

import de.kimhub.steering.cube.PublishedTable;

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

    public String id() {
        return table.id();
    }

    public boolean empty() {
        return chart instanceof Chart.None && grid == null;
    }
}
