package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.fact.SteeringInput.StructuralIssue;
import de.kimhub.steering.fact.SteeringInput.TakenBack;
import de.kimhub.steering.fact.SteeringInput.Told;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts. Everything in the caller's transaction, in the order in which it was told; the same event is counted once for a
 * measure, however often it comes.
 */
@Component
public class Facts {

    public static final String OLDEST = UnitTable.OLDEST;
    public static final String OVERDUE = UnitTable.OVERDUE;

    private final Periods periods;
    private final UnitTable units;
    private final Hurdles hurdles;
    private final SteeringSettings settings;

    Facts(Periods periods, UnitTable units, Hurdles hurdles, SteeringSettings settings) {
        this.hurdles = hurdles;
        this.periods = periods;
        this.units = units;
        this.settings = settings;
    }

    public void take(List<SteeringInput> inputs, LocalDate today) {
        if (inputs.isEmpty()) {
            return;
        }
        Periods.Open open = periods.count(today);
        for (SteeringInput input : inputs) {
            switch (input) {
                case Told told -> take(new UnitEvent(told, settings.organisationOf(told.instance()), today, open));
                case StructuralIssue issue -> hurdles.take(issue);
                case TakenBack taken -> takeBack(taken.event(), open);
            }
        }
    }

    private void take(UnitEvent event) {
        if (units.isKnown(event.number(), event.measure())) {
            return;
        }
        if (event.kind() == MessageKind.CORRECTION && event.replaces() != 0 && correct(event)) {
            return;
        }
        if (event.measure().closes(event.type())) {
            close(event);
        } else {
            open(event);
        }
    }

    private void open(UnitEvent event) {
        boolean lasts = event.measure().matching() != Measure.Matching.NONE;
        if (event.period().isEmpty() && !lasts || lasts && units.findOpen(event).isPresent()) {
            return;
        }
        if (event.measure() == Measure.ARRIVAL && units.arrived(event.person())) {
            return;
        }
        long unit = units.open(event);
        if (event.measure() == Measure.FIRST_CONSULTATION) {
            units.firstConsultation(event.person()).filter(day -> !day.isBefore(event.on())).ifPresent(day ->
                    units.closeWithout(unit, day, event.openPeriod(), event.on()));
        }
    }

    private void close(UnitEvent event) {
        Optional<UnitTable.Unit> found = units.findOpen(event);
        if (found.isEmpty() && event.measure() == Measure.APPOINTMENT && event.period().isPresent()) {
            // no tool tells of the request: from the offer on
            units.close(units.open(event.asRequest()), event, event.until());
        }
        found.ifPresent(unit -> {
            if (event.period().isPresent()) {
                units.close(unit.id(), event, event.until());
            } else if (event.isOpen(unit.openedIn())) {
                units.remove(unit.id());
            } else {
                units.end(unit.id(), event.openPeriod(), UnitTable.BEFORE);
            }
        });
    }

    /** What counts in a closed period stays as it was counted. */
    private boolean correct(UnitEvent event) {
        Optional<UnitTable.Unit> opened = units.openedBy(event.replaces(), event.measure());
        if (opened.isPresent()) {
            units.correctOpening(opened.get(), event, event.isOpen(opened.get().openedIn()));
            return true;
        }
        Optional<UnitTable.Unit> closed = units.closedBy(event.replaces(), event.measure());
        closed.ifPresent(unit -> units.correctClosing(unit, event, event.isOpen(unit.closedIn())));
        return closed.isPresent();
    }

    /** In an open period it is gone. A case that was counted in a closed one leaves the stock in the open one. */
    private void takeBack(long event, Periods.Open open) {
        for (UnitTable.Unit unit : units.openedBy(event)) {
            if (open.isOpen(unit.openedIn())) {
                units.remove(unit.id());
            } else if (unit.isOpen()) {
                units.end(unit.id(), open.earliest().id(), UnitTable.TAKEN_BACK);
            }
        }
        for (UnitTable.Unit unit : units.closedBy(event)) {
            if (open.isOpen(unit.closedIn())) {
                units.reopen(unit.id());
            } else if (unit.measure() == Measure.CASE) {
                units.openAgain(unit.id(), open.earliest().id());
            }
        }
    }

    /** Files are another person's now. @param persons pseudonym by digest of the file */
    public void follow(Map<String, String> persons) {
        persons.forEach(units::belongsTo);
    }

    /**
     * Who was erased is in no period that is open, and a mere count in those that are closed.
     *
     * @param persons pseudonyms
     */
    public void erase(Collection<byte[]> files, Collection<String> persons, LocalDate today) {
        Periods.Open open = periods.count(today);
        units.erase(files, persons, open.earliest().id());
    }

    /** Of units that ended in a period that was closed before this day: the count stays. */
    public int forgetPersons(LocalDate before) {
        return units.forgetPersons(before);
    }

    public long held(Collection<byte[]> files, Collection<String> persons) {
        return units.held(files, persons);
    }
}
