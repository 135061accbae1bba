package de.kimhub.steering.board;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers by two dimensions, in one period. */
final class HeatPanels {

    private static final int SHADES = 4;

    private HeatPanels() {
    }

    /** What is of another kind in each column, such as movements in and out, stands in the columns. */
    static Panel of(Reading reading, Dimension one, Dimension other) {
        return one.kind() == Kind.OTHER ? panel(reading, other, one) : panel(reading, one, other);
    }

    private static Panel panel(Reading reading, Dimension rows, Dimension columns) {
        Category now = reading.now().orElseThrow();
        List<Chart.HeatRow> lines = new ArrayList<>();
        double most = rows.parts().stream().flatMap(row -> columns.parts().stream().map(column -> at(reading, rows, row, columns, column)))
                .mapToDouble(Figure::value).max().orElse(0);
        for (Category row : totalLast(rows)) {
            lines.add(new Chart.HeatRow(row.label(), row.note(), totalLast(columns).stream().map(column -> {
                Figure figure = at(reading, rows, row, columns, column);
                return new Chart.HeatCell(figure, row.total() || column.total() ? 0 : shade(figure, most));
            }).toList()));
        }
        Chart.Heat heat = new Chart.Heat(rows.label(), totalLast(columns).stream().map(Category::label).toList(), lines);
        return new Panel(reading.table().title() + finding(reading, rows, columns), null, heat, null, now.label(), reading.table());
    }

    private static List<Category> totalLast(Dimension dimension) {
        return dimension.categories().stream().sorted(Comparator.comparing(Category::total)).toList();
    }

    private static Figure at(Reading reading, Dimension rows, Category row, Dimension columns, Category column) {
        Map<String, String> by = reading.in(reading.now().orElseThrow(), rows, row);
        by.put(columns.name(), column.code());
        return reading.at(by);
    }

    private static int shade(Figure figure, double most) {
        return most <= 0 ? 0 : (int) Math.ceil(SHADES * figure.value() / most);
    }

    private static String finding(Reading reading, Dimension rows, Dimension columns) {
        if (columns.kind() == Kind.OTHER) {
            return columns.parts().stream().map(column -> column.label() + " " + reading.at(reading.in(reading.now().orElseThrow(), columns, column))
                    .spoken()).collect(Collectors.joining(", ", ": ", ""));
        }
        record Place(Category row, Category column, Figure figure) {
            double value() {
                return figure.value();
            }
        }
        List<Place> places = rows.parts().stream().flatMap(row -> columns.parts().stream().map(column ->
                new Place(row, column, at(reading, rows, row, columns, column)))).toList();
        return places.stream().anyMatch(place -> place.figure().equals(Figure.HIDDEN)) ? "" : places.stream()
                .max(Comparator.comparingDouble(Place::value)).filter(place -> place.value() > 0)
                .map(place -> ": am meisten " + place.column().label() + " in " + place.row().label() + " ("
                        + Figure.number(place.value()) + ")").orElse("");
    }
}
