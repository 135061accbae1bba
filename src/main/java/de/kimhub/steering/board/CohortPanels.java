package de.kimhub.steering.board;

import de.kimhub.steering.board.Grid.Cell;
import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many of those who arrived in a year had reached each station some years after, in percent: at least, as who did not consent is
 * not found again.
 */
final class CohortPanels {

    private static final double ALL = 100;

    private final Reading reading;
    private final Dimension stations;
    private final Dimension spans;

    private CohortPanels(Reading reading, Dimension stations, Dimension spans) {
        this.reading = reading;
        this.stations = stations;
        this.spans = spans;
    }

    /** Whether one is of different things, and the other of parts of one whole. */
    static boolean fits(Dimension one, Dimension other) {
        return one.kind() == Kind.OTHER && one.category(Category.TOTAL).isEmpty() && StackPanels.fits(other);
    }

    static Panel of(Reading reading, Dimension stations, Dimension spans) {
        return new CohortPanels(reading, stations, spans).panel();
    }

    private Panel panel() {
        Category cohort = reading.now().orElseThrow();
        List<Category> told = told(cohort);
        List<Chart.Bar> bars = stations.parts().stream().flatMap(station -> told.stream().map(span -> bar(cohort, station, span))).toList();
        return new Panel(reading.table().title() + finding(cohort, told), remark(cohort), new Chart.Bars(bars, reading.before().isPresent()),
                grid(), cohort.label(), reading.table());
    }

    private Chart.Bar bar(Category cohort, Category station, Category span) {
        Figure share = share(cohort, station, span);
        String before = reading.before().map(earlier -> share(earlier, station, span)).filter(Figure::shown)
                .map(figure -> Chart.percent(figure.value(), ALL)).orElse(null);
        return new Chart.Bar(station.label() + ", " + span.label(), share, share.text(), Chart.percent(share.value(), ALL), before,
                share.value() > 0 ? "Prozent" : null);
    }

    /** Spans that are over for who arrived then. */
    private List<Category> told(Category cohort) {
        return spans.parts().stream().filter(span -> stations.parts().stream()
                .anyMatch(station -> at(cohort, station, span) != Figure.UNKNOWN)).toList();
    }

    private Figure share(Category cohort, Category station, Category span) {
        return Derived.share(at(cohort, station, span), arrived(cohort, station));
    }

    private Figure arrived(Category cohort, Category station) {
        return at(cohort, station, spans.category(Category.TOTAL).orElseThrow());
    }

    private Figure at(Category cohort, Category station, Category span) {
        Map<String, String> by = reading.in(cohort, stations, station);
        by.put(spans.name(), span.code());
        return reading.at(by);
    }

    private String finding(Category cohort, List<Category> told) {
        return stations.parts().stream().filter(station -> !told.isEmpty() && share(cohort, station, told.getLast()).shown()).findFirst()
                .map(station -> ": " + told.getLast().label() + " mindestens " + share(cohort, station, told.getLast()).spoken() + " Prozent "
                        + station.label()).orElse("");
    }

    /** The number is the same of all stations of which anybody tells. */
    private String remark(Category cohort) {
        Figure arrived = stations.parts().stream().map(station -> arrived(cohort, station)).filter(figure -> figure != Figure.UNKNOWN)
                .findFirst().orElse(Figure.UNKNOWN);
        return cohort.label() + ": " + arrived.spoken() + " " + reading.table().about().unit() + " angekommen.";
    }

    private Grid grid() {
        List<Grid.Line> lines = new ArrayList<>();
        for (Category cohort : reading.lastPeriods()) {
            for (Category station : stations.parts()) {
                lines.add(new Grid.Line(cohort.label() + ": " + station.label(), null, Stream.concat(
                        Stream.of(Cell.of(arrived(cohort, station))), spans.parts().stream().flatMap(span ->
                                Stream.of(Cell.of(at(cohort, station, span)), Cell.of(share(cohort, station, span))))).toList(), false));
            }
        }
        return new Grid(stations.label(), Stream.concat(Stream.of("angekommen"), spans.parts().stream()
                .flatMap(span -> Stream.of(span.label(), span.label() + ", Prozent"))).toList(), lines);
    }
}
