package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Numbers by one dimension, or over time. */
final class BarPanels {

    private BarPanels() {
    }

    /** By municipality, organisation, theme or another dimension, with what was before. */
    static Panel by(Reading reading, Dimension dimension) {
        Category now = reading.now().orElseThrow();
        Optional<Category> before = reading.before();
        List<Category> parts = sorted(dimension, part -> reading.at(reading.in(now, dimension, part)));
        double most = parts.stream().flatMap(part -> java.util.stream.Stream.concat(Optional.of(now).stream(), before.stream())
                .map(period -> reading.at(reading.in(period, dimension, part)))).mapToDouble(Figure::value).max().orElse(0);
        List<Chart.Bar> bars = parts.stream().map(part -> {
            Figure figure = reading.at(reading.in(now, dimension, part));
            Optional<Figure> earlier = before.map(period -> reading.at(reading.in(period, dimension, part))).filter(Figure::shown);
            return bar(part, figure, earlier, most);
        }).toList();
        return new Panel(reading.table().title() + ": " + finding(reading, dimension, parts), null,
                new Chart.Bars(bars, before.isPresent()), grid(reading, dimension, parts), now.label(), reading.table());
    }

    private static Chart.Bar bar(Category part, Figure figure, Optional<Figure> earlier, double most) {
        return new Chart.Bar(part.label(), figure, figure.text(), Chart.percent(figure.value(), most),
                earlier.map(one -> Chart.percent(one.value(), most)).orElse(null), part.note());
    }

    /** As the catalogue has them where their order says something, otherwise the most first. */
    private static List<Category> sorted(Dimension dimension, Function<Category, Figure> figure) {
        return dimension.kind() == Kind.OTHER ? dimension.parts() : dimension.parts().stream()
                .sorted(Comparator.comparing((Category part) -> figure.apply(part).value()).reversed()).toList();
    }

    private static String finding(Reading reading, Dimension dimension, List<Category> parts) {
        Category now = reading.now().orElseThrow();
        if (dimension.kind() == Kind.OTHER) {
            return parts.stream().map(part -> part.label() + " " + reading.at(reading.in(now, dimension, part)).spoken())
                    .collect(java.util.stream.Collectors.joining(", "));
        }
        List<Figure> figures = parts.stream().map(part -> reading.at(reading.in(now, dimension, part))).toList();
        boolean known = !figures.contains(Figure.HIDDEN) && !figures.isEmpty() && figures.getFirst().value() > 0;
        String most = known ? ", am meisten " + parts.getFirst().label() : "";
        return Words.amount(reading, reading.total(now), reading.before().map(reading::total)) + most;
    }

    private static Grid grid(Reading reading, Dimension dimension, List<Category> parts) {
        List<Category> rows = new ArrayList<>(parts);
        dimension.category(Category.TOTAL).ifPresent(rows::add);
        List<Category> periods = reading.lastPeriods();
        List<String> columns = new ArrayList<>(periods.stream().map(Category::label).toList());
        if (periods.size() > 1) {
            columns.add("Veränderung");
        }
        return new Grid(dimension.label(), columns, rows.stream().map(row -> new Grid.Line(row.label(), row.note(),
                cells(reading, periods, period -> reading.in(period, dimension, row)), row.total())).toList());
    }

    private static List<Cell> cells(Reading reading, List<Category> periods, Function<Category, Map<String, String>> by) {
        List<Figure> figures = periods.stream().map(period -> reading.at(by.apply(period))).toList();
        List<Cell> cells = new ArrayList<>(figures.stream().map(Cell::of).toList());
        if (figures.size() > 1) {
            cells.add(Cell.change(Derived.change(figures.getLast(), figures.get(figures.size() - 2))));
        }
        return cells;
    }

    static Panel overTime(Reading reading) {
        List<Category> periods = reading.lastPeriods();
        double most = periods.stream().map(reading::total).mapToDouble(Figure::value).max().orElse(0);
        List<Chart.Bar> bars = periods.stream().map(period -> bar(period, reading.total(period), Optional.empty(), most)).toList();
        Category now = reading.now().orElseThrow();
        return new Panel(reading.table().title() + ": " + Words.amount(reading, reading.total(now), reading.before().map(reading::total)),
                null, new Chart.Bars(bars, false), new Grid("Zeitraum", List.of(reading.table().about().unit()), periods.stream()
                .map(period -> new Grid.Line(period.label(), period.note(), List.of(Cell.of(reading.total(period))), false)).toList()),
                now.label(), reading.table());
    }
}
