package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import java.util.ArrayList;
import java.util.List;

/** Of what a whole consists, in percent: shown where all its parts are. */
final class StackPanels {

    private static final double ALL = 100;

    private StackPanels() {
    }

    /** Whether its parts are of one whole; others, such as movements in and out, add up to nothing. */
    static boolean fits(Dimension dimension) {
        return dimension.kind() == Kind.OTHER && dimension.category(Category.TOTAL).isPresent();
    }

    static Panel of(Reading reading, Dimension dimension) {
        Category now = reading.now().orElseThrow();
        List<Chart.Whole> wholes = reading.lastPeriods().stream()
                .map(period -> new Chart.Whole(period.label(), reading.total(period), drawn(shares(reading, dimension, period)))).toList();
        List<Figure> shares = shares(reading, dimension, now);
        Category first = dimension.parts().getFirst();
        String finding = shares.getFirst().shown() ? ": " + shares.getFirst().spoken() + " Prozent " + first.label() : "";
        return new Panel(reading.table().title() + finding, null, new Chart.Stack(dimension.parts().stream().map(Category::label).toList(), wholes),
                grid(reading, dimension, now), now.label(), reading.table());
    }

    private static List<Figure> shares(Reading reading, Dimension dimension, Category period) {
        List<Figure> parts = dimension.parts().stream().map(part -> reading.at(reading.in(period, dimension, part))).toList();
        return parts.stream().map(part -> Derived.share(part, Derived.sum(parts))).toList();
    }

    private static List<Chart.Share> drawn(List<Figure> shares) {
        List<Chart.Share> drawn = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < shares.size() && shares.get(i).shown(); i++) {
            drawn.add(new Chart.Share(Chart.percent(before, ALL), Chart.percent(shares.get(i).value(), ALL), i));
            before += shares.get(i).value();
        }
        return drawn;
    }

    private static Grid grid(Reading reading, Dimension dimension, Category now) {
        List<Figure> shares = shares(reading, dimension, now);
        List<Grid.Line> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Category part = dimension.parts().get(i);
            lines.add(new Grid.Line(part.label(), part.note(), List.of(Cell.of(reading.at(reading.in(now, dimension, part))),
                    Cell.of(shares.get(i))), false));
        }
        return new Grid(dimension.label(), List.of(reading.table().about().unit(), "Anteil in Prozent"), lines);
    }
}
