package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.ReleaseContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Open cases for each post, where there are enough posts that it tells nothing of one person's work. */
final class CasesPerPost {

    private static final int CASES = 2;

    private CasesPerPost() {
    }

    static List<Panel> of(ReleaseContent content) {
        List<Panel> panels = new ArrayList<>();
        for (PublishedTable table : content.ofIndicator(CASES)) {
            Reading reading = new Reading(content.release(), table);
            List<Dimension> by = table.breakdowns();
            if (!table.withheld() && !reading.notYet() && by.size() == 1
                    && (by.getFirst().kind() == Kind.MUNICIPALITY || by.getFirst().kind() == Kind.ORGANISATION)) {
                panel(content, reading, by.getFirst()).ifPresent(panels::add);
            }
        }
        return panels;
    }

    /** One category, its cases and its posts. */
    private record Load(Category whose, Figure cases, double posts) {

        Figure perPost() {
            return Derived.perPost(cases, posts);
        }

        String note() {
            return perPost().shown() || !cases.shown() ? null : "weniger als 5 Stellen";
        }
    }

    private static Optional<Panel> panel(ReleaseContent content, Reading reading, Dimension dimension) {
        Category now = reading.now().orElseThrow();
        List<Load> loads = dimension.parts().stream().flatMap(part -> content.posts(part).map(posts ->
                new Load(part, reading.at(reading.in(now, dimension, part)), posts.value())).stream()).toList();
        if (loads.isEmpty()) {
            return Optional.empty();
        }
        double most = loads.stream().map(Load::perPost).mapToDouble(Figure::value).max().orElse(0);
        List<Chart.Bar> bars = loads.stream().map(load -> new Chart.Bar(load.whose().label(), load.perPost(), load.perPost().text(),
                Chart.percent(load.perPost().value(), most), null, load.note())).toList();
        Grid grid = new Grid(dimension.label(), List.of("Fälle", "Stellen", "Fälle je Stelle"), loads.stream()
                .map(load -> new Grid.Line(load.whose().label(), load.note(), List.of(Cell.of(load.cases()),
                        Cell.of(Figure.of(load.posts())), Cell.of(load.perPost())), false)).toList());
        String all = content.postsOfAll().map(posts -> Derived.perPost(reading.total(now), posts.value())).filter(Figure::shown)
                .map(figure -> ": im Kreis " + figure.spoken()).orElse("");
        return Optional.of(new Panel("Fälle je Vollzeitstelle nach " + dimension.label() + all,
                "So viele offene Fälle kommen auf eine volle Stelle.", "Gezeigt wird das nur, wo es mindestens 5 Stellen gibt: sonst sagte es, wie einzelne Menschen arbeiten.",
                new Chart.Bars(bars, false), grid, now.label(), reading.table()));
    }
}
