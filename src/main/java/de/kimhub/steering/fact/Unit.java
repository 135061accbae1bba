package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.Series;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A row of {@code steering.unit} as a batch changes it; written when the batch is done. */
final class Unit {

    /** Zero: not written yet. */
    final long id;
    final Measure measure;
    final String rule;
    final String person;
    final byte[] file;
    Long openedBy;
    Long closedBy;
    LocalDate openedOn;
    LocalDate closedOn;
    String openedIn;
    String closedIn;
    boolean late;
    Integer days;
    String municipality = "";
    String organisation = "";
    String theme = "";
    String route = "";
    String kind = "";
    String reason = "";
    boolean changed;
    boolean removed;

    Unit(long id, Measure measure, String rule, String person, byte[] file) {
        this.id = id;
        this.measure = measure;
        this.rule = rule;
        this.person = person;
        this.file = file;
    }

    static Unit openedBy(UnitEvent event) {
        Unit unit = new Unit(0, event.measure(), event.told().rule(), event.person(), event.told().file());
        unit.openedBy = event.opener();
        unit.openedOn = event.on();
        unit.openedIn = event.openedIn();
        unit.late = event.isLate();
        unit.municipality = event.municipality();
        unit.organisation = event.organisation();
        unit.theme = event.theme();
        unit.route = event.route();
        unit.kind = event.kindOf();
        return unit;
    }

    boolean isOpen() {
        return closedIn == null && measure.matching() != Measure.Matching.NONE;
    }

    void close(UnitEvent event) {
        changed = true;
        closedBy = event.number();
        closedOn = event.on();
        closedIn = event.period().orElseThrow().id();
        late |= event.isLate();
        reason = event.reason();
        kind = kind.isEmpty() ? event.kindOf() : kind;
        days = daysUntil(event.until());
        organisation = measure.isOnTheWay() ? event.organisation() : organisation;
        boolean published = Catalogue.tells(measure, Series.Counted.OPEN_AT_END) && !event.isOpen(openedIn);
        municipality = municipality.isEmpty() && !published ? event.municipality() : municipality;
    }

    /** What closes it was told before, for another measure. */
    void closeWithout(Units.Reached told, String period) {
        changed = true;
        closedOn = told.on();
        closedIn = period;
        organisation = told.organisation();
        days = daysUntil(told.on());
    }

    private int daysUntil(LocalDate day) {
        return openedOn == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(openedOn, day));
    }

    /** @param counts whether what it counts as changes as well */
    void correctOpening(UnitEvent event, boolean counts) {
        changed = true;
        openedBy = event.number();
        if (counts) {
            openedOn = event.on();
            openedIn = event.openedIn();
            route = event.route();
            late = event.isLate();
            theme = event.theme();
            kind = event.kindOf();
            municipality = event.municipality().isEmpty() ? municipality : event.municipality();
            days = closedOn == null ? null : Integer.valueOf(daysUntil(closedOn));
        }
    }

    /** @param counts whether what it counts as changes as well */
    void correctClosing(UnitEvent event, boolean counts) {
        if (counts && !event.closes()) {
            reopen();
        } else if (counts && event.period().isPresent()) {
            close(event);
        } else {
            changed = true;
            closedBy = event.number();
        }
    }

    void remove() {
        removed = true;
    }

    void end(String period, String why) {
        changed = true;
        closedIn = period;
        reason = why;
    }

    void reopen() {
        changed = true;
        closedBy = null;
        closedOn = null;
        closedIn = null;
        reason = "";
        days = null;
    }

    /** What was closed in a closed period goes on as another one. */
    Unit openAgain(String period) {
        changed = true;
        closedBy = null;
        Unit again = new Unit(0, measure, rule, person, file);
        again.openedIn = period;
        again.late = true;
        again.municipality = municipality;
        again.organisation = organisation;
        again.theme = theme;
        again.route = route;
        again.kind = kind;
        return again;
    }
}
