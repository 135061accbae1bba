package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long people wait: median and middle half, from the counts of classes of days. */
final class RangePanels {

    private static final double[] QUARTERS = {0.25, 0.5, 0.75};
    private static final int[] STEPS = {7, 14, 28, 56, 112, 224};
    private static final int LINES = 6;

    private final Reading reading;
    private final List<Category> classes;
    private final Optional<Integer> target;

    private RangePanels(Reading reading, Optional<Integer> target) {
        this.reading = reading;
        this.classes = reading.table().dimension(Kind.CLASS).orElseThrow().parts().stream().filter(Category::isClass).toList();
        this.target = target;
    }

    /** @param target days; empty: none is set */
    static Panel of(Reading reading, Optional<Integer> target) {
        return new RangePanels(reading, target).panel();
    }

    /** Of all, in a period. */
    static Quantile median(Reading reading, Category period) {
        return new RangePanels(reading, Optional.empty()).quartiles(reading.in(period)).get(1);
    }

    /** What is drawn in a line: of one category, or one period. */
    private record Row(String label, Map<String, String> by) {
    }

    private Panel panel() {
        Category now = reading.now().orElseThrow();
        List<Row> rows = rows(now);
        List<List<Quantile>> quartiles = rows.stream().map(row -> quartiles(row.by())).toList();
        int step = step(quartiles);
        int end = step * LINES;
        List<Chart.Range> ranges = IntStream.range(0, rows.size()).mapToObj(i -> range(rows.get(i).label(), quartiles.get(i), end)).toList();
        Chart.Ranges chart = new Chart.Ranges(ranges, IntStream.range(0, LINES).mapToObj(i -> Chart.percent((double) i * step, end)).toList(),
                target.map(days -> Chart.percent(days, end)).orElse(null), "0 bis " + end + " Tage, eine Linie alle " + step + " Tage");
        return new Panel(reading.table().title() + ": " + finding(now), within(now), chart, grid(rows, quartiles), now.label(), reading.table());
    }

    private List<Row> rows(Category now) {
        Optional<Dimension> by = reading.table().breakdowns().stream().findFirst();
        if (by.isEmpty()) {
            return reading.lastPeriods().stream().map(period -> new Row(period.label(), reading.in(period))).toList();
        }
        return Stream.concat(by.get().parts().stream(), by.get().category(Category.TOTAL).stream())
                .map(part -> new Row(part.label(), reading.in(now, by.get(), part))).toList();
    }

    private List<Figure> counts(Map<String, String> by) {
        return classes.stream().map(one -> {
            Map<String, String> more = new java.util.HashMap<>(by);
            more.put(reading.table().dimension(Kind.CLASS).orElseThrow().name(), one.code());
            return reading.at(more);
        }).toList();
    }

    private List<Quantile> quartiles(Map<String, String> by) {
        List<Figure> counts = counts(by);
        return java.util.Arrays.stream(QUARTERS).mapToObj(q -> Derived.quantile(classes, counts, q)).toList();
    }

    private int step(List<List<Quantile>> quartiles) {
        double most = Math.max(target.orElse(0), quartiles.stream().flatMap(List::stream).mapToDouble(one -> one.days().value()).max().orElse(0));
        return java.util.Arrays.stream(STEPS).filter(step -> step * LINES >= most).findFirst().orElse(STEPS[STEPS.length - 1]);
    }

    private static Chart.Range range(String label, List<Quantile> quartiles, int end) {
        Quantile median = quartiles.get(1);
        if (!median.days().shown()) {
            return new Chart.Range(label, median.days(), median.text(), null, null, null);
        }
        double from = quartiles.getFirst().days().value();
        double to = quartiles.getLast().orMore() ? end : quartiles.getLast().days().value();
        return new Chart.Range(label, median.days(), median.text(), Chart.percent(from, end), Chart.percent(to - from, end),
                Chart.percent(median.days().value(), end));
    }

    private String finding(Category now) {
        Quantile median = quartiles(reading.in(now)).get(1);
        if (!median.days().shown()) {
            return median.days() == Figure.HIDDEN ? "zum Schutz einzelner Menschen nicht zu sagen" : "dazu ist nichts bekannt";
        }
        return "die Hälfte wartet " + (median.orMore() ? "" : "höchstens ") + median.text();
    }

    /** Only where the target is the end of a class: no number is made up. */
    private String within(Category now) {
        List<Category> inside = target.map(days -> classes.stream().filter(one -> one.upper() != null && one.upper() <= days).toList())
                .orElse(List.of());
        if (inside.isEmpty() || !inside.getLast().upper().equals(target.get())) {
            return target.map(days -> "Ziel: " + days + " Tage.").orElse(null);
        }
        List<Figure> counts = counts(reading.in(now));
        Figure share = Derived.share(Derived.sum(counts.subList(0, inside.size())), Derived.sum(counts));
        return "Ziel: " + target.get() + " Tage." + (share.shown() ? " So lange oder kürzer warteten " + share.spoken() + " Prozent." : "");
    }

    private Grid grid(List<Row> rows, List<List<Quantile>> quartiles) {
        List<String> columns = new ArrayList<>(classes.stream().map(Category::label).toList());
        columns.add("Median");
        List<Grid.Line> lines = IntStream.range(0, rows.size()).mapToObj(i -> {
            List<Cell> cells = new ArrayList<>(counts(rows.get(i).by()).stream().map(Cell::of).toList());
            Quantile median = quartiles.get(i).get(1);
            cells.add(new Cell(median.text(), median.days().shown() ? median.text() : median.days().spoken()));
            return new Grid.Line(rows.get(i).label(), null, cells, false);
        }).toList();
        return new Grid(reading.table().breakdowns().stream().findFirst().map(Dimension::label).orElse("Zeitraum"), columns, lines);
    }
}
