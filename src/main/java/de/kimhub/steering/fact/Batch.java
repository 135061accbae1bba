package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import java.util.Optional;

/** What events of one batch make of the units that they concern, one after the other. */
final class Batch {

    private final Units units;
    private final Periods.Open open;

    Batch(Units units, Periods.Open open) {
        this.units = units;
        this.open = open;
    }

    Units units() {
        return units;
    }

    void take(UnitEvent event) {
        if (units.isKnown(event.number(), event.measure())) {
            return;
        }
        if (event.kind() == MessageKind.CORRECTION && event.replaces() != 0 && correct(event)) {
            return;
        }
        if (event.closes()) {
            close(event);
        } else if (event.measure().opens(event.type())) {
            open(event);
        }
    }

    private void open(UnitEvent event) {
        boolean lasts = event.measure().matching() != Measure.Matching.NONE;
        if (event.period().isEmpty() && !lasts || lasts && units.findOpen(event).isPresent()) {
            return;
        }
        if ((event.measure() == Measure.ARRIVAL || event.measure().isOnTheWay()) && units.isThere(event.person(), event.measure())) {
            return;
        }
        Unit unit = Unit.openedBy(event);
        units.add(unit);
        if (event.measure().isOnTheWay()) {
            units.reached(event.person(), event.measure()).filter(one -> !one.on().isBefore(event.on()))
                    .ifPresent(one -> unit.closeWithout(one, event.openPeriod()));
        }
    }

    private void close(UnitEvent event) {
        Optional<Unit> found = units.findOpen(event);
        if (found.isEmpty() && event.measure() == Measure.APPOINTMENT && event.period().isPresent()) {
            // no tool tells of the request: from the offer on
            Unit unit = Unit.openedBy(event.asRequest());
            unit.close(event);
            units.add(unit);
        }
        found.ifPresent(unit -> {
            if (event.period().isPresent()) {
                unit.close(event);
                units.renamed(unit);
            } else if (event.isOpen(unit.openedIn)) {
                unit.remove();
            } else {
                unit.end(event.openPeriod(), UnitTable.BEFORE);
            }
        });
    }

    /** What counts in a closed period stays as it was counted. */
    private boolean correct(UnitEvent event) {
        Optional<Unit> opened = units.openedBy(event.replaces()).stream().filter(unit -> unit.measure == event.measure()).findFirst();
        if (opened.isPresent()) {
            opened.get().correctOpening(event, event.isOpen(opened.get().openedIn));
            units.renamed(opened.get());
            return true;
        }
        Optional<Unit> closed = units.closedBy(event.replaces()).stream().filter(unit -> unit.measure == event.measure()).findFirst();
        closed.ifPresent(unit -> {
            unit.correctClosing(event, event.isOpen(unit.closedIn));
            units.renamed(unit);
        });
        return closed.isPresent();
    }

    /** In an open period it is gone. A case that was counted in a closed one leaves the stock in the open one. */
    void takeBack(long event) {
        for (Unit unit : units.openedBy(event)) {
            if (open.isOpen(unit.openedIn)) {
                unit.remove();
            } else if (unit.isOpen()) {
                unit.end(open.earliest().id(), UnitTable.TAKEN_BACK);
            }
        }
        for (Unit unit : units.closedBy(event)) {
            if (open.isOpen(unit.closedIn)) {
                unit.reopen();
            } else if (unit.measure == Measure.CASE) {
                units.add(unit.openAgain(open.earliest().id()));
            }
        }
    }
}
