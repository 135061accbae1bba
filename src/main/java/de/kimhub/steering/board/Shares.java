package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many wait no longer than a number of days, where there are two classes only: too few for a median. */
final class Shares {

    private static final double ALL = 100;

    private Shares() {
    }

    static boolean fits(PublishedTable table) {
        return classes(table).size() == 2;
    }

    private static List<Category> classes(PublishedTable table) {
        return table.dimension(Kind.CLASS).map(Dimension::parts).orElse(List.of()).stream().filter(Category::isClass).toList();
    }

    /** The end of the first class. */
    static int days(PublishedTable table) {
        return classes(table).getFirst().upper();
    }

    /** In percent. */
    static Figure within(Reading reading, Map<String, String> by) {
        List<Figure> counts = counts(reading, by);
        return Derived.share(counts.getFirst(), Derived.sum(counts));
    }

    private static List<Figure> counts(Reading reading, Map<String, String> by) {
        return classes(reading.table()).stream().map(one -> {
            Map<String, String> more = new HashMap<>(by);
            more.put(reading.table().dimension(Kind.CLASS).orElseThrow().name(), one.code());
            return reading.at(more);
        }).toList();
    }

    static Panel panel(Reading reading) {
        Category now = reading.now().orElseThrow();
        List<Chart.Bar> bars = new ArrayList<>();
        List<Grid.Line> lines = new ArrayList<>();
        rows(reading, now).forEach(row -> {
            Figure share = within(reading, row.by());
            bars.add(new Chart.Bar(row.label(), share, share.text(), Chart.percent(share.value(), ALL), null, share.shown() ? "Prozent" : null));
            lines.add(new Grid.Line(row.label(), null, Stream.concat(counts(reading, row.by()).stream(), Stream.of(share)).map(Cell::of)
                    .toList(), false));
        });
        Figure all = within(reading, reading.in(now));
        List<String> columns = Stream.concat(classes(reading.table()).stream().map(Category::label), Stream.of("Anteil in Prozent")).toList();
        return new Panel(reading.table().title() + (all.shown() ? ": " + all.spoken() + " Prozent warteten höchstens " + days(reading.table())
                + " Tage" : ""), null, new Chart.Bars(bars, false), new Grid(corner(reading), columns, lines), now.label(), reading.table());
    }

    private record Row(String label, Map<String, String> by) {
    }

    private static List<Row> rows(Reading reading, Category now) {
        return reading.table().breakdowns().stream().findFirst().map(by -> by.categories().stream()
                        .map(part -> new Row(part.label(), reading.in(now, by, part))).toList())
                .orElseGet(() -> reading.lastPeriods().stream().map(period -> new Row(period.label(), reading.in(period))).toList());
    }

    private static String corner(Reading reading) {
        return reading.table().breakdowns().stream().findFirst().map(Dimension::label).orElse("Zeitraum");
    }
}
