package de.kimhub.steering.board;

import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.steering.cube.ReleaseContent.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a table by the kinds of its dimensions: the catalogue decides what there is. */
final class Panels {

    private static final int WEEK = 7;

    private Panels() {
    }

    static List<Panel> of(ReleaseContent content, List<Integer> indicators) {
        return indicators.stream().flatMap(number -> content.ofIndicator(number).stream()).map(table -> of(content, table)).toList();
    }

    static Panel of(ReleaseContent content, PublishedTable table) {
        if (table.withheld()) {
            return Panel.nothing(table, table.about().withheld());
        }
        Reading reading = new Reading(content.release(), table);
        if (reading.notYet()) {
            return Panel.nothing(table, "Dazu kann noch nichts gesagt werden. Zuerst möglich: " + Words.periodOf(table.about().firstPeriod()) + ".");
        }
        List<Dimension> by = table.breakdowns();
        boolean classes = table.dimension(Kind.CLASS).filter(one -> one.parts().stream().anyMatch(part -> part.isClass())).isPresent();
        if (classes && by.size() <= 1) {
            return Shares.fits(table) ? Shares.panel(reading) : RangePanels.of(reading, days(content.target(table)));
        }
        return switch (classes ? -1 : by.size()) {
            case 0 -> BarPanels.overTime(reading);
            case 1 -> StackPanels.fits(by.getFirst()) ? StackPanels.of(reading, by.getFirst()) : BarPanels.by(reading, by.getFirst());
            case 2 -> CohortPanels.fits(by.get(0), by.get(1)) ? CohortPanels.of(reading, by.get(0), by.get(1))
                    : HeatPanels.of(reading, by.get(0), by.get(1));
            default -> Panel.nothing(table, "Diese Tabelle hat zu viele Spalten für ein Bild. Sie steht in den Dateien.");
        };
    }

    private static Optional<Integer> days(Optional<Reference> target) {
        return target.flatMap(one -> {
            String unit = one.unit().toLowerCase(Locale.ROOT);
            return unit.startsWith("tag") ? Optional.of((int) one.value())
                    : unit.startsWith("woche") ? Optional.of((int) one.value() * WEEK) : Optional.empty();
        });
    }
}
