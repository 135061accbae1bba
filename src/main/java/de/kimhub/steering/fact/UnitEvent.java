package de.kimhub.steering.fact;

import de.kimhub.message.EventType;
import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import de.kimhub.steering.catalogue.CourseResult;
import de.kimhub.steering.catalogue.Quarter;
import java.time.LocalDate;
import java.util.Optional;

/** An event as a unit sees it. */
record UnitEvent(SteeringInput.Told told, String organisation, LocalDate today, Periods.Open open, boolean request) {

    UnitEvent(SteeringInput.Told told, String organisation, LocalDate today, Periods.Open open) {
        this(told, organisation, today, open, false);
    }

    /** The same as the request that nobody told of. */
    UnitEvent asRequest() {
        return new UnitEvent(told, organisation, today, open, true);
    }

    long number() {
        return told.event();
    }

    /** Of the event that opens; {@code null} where none was told. */
    Long opener() {
        return request ? null : told.event();
    }

    long replaces() {
        return told.replaces();
    }

    Measure measure() {
        return told.measure();
    }

    EventType type() {
        return told.what().type();
    }

    MessageKind kind() {
        return told.what().kind();
    }

    String person() {
        return told.what().pseudonym().text();
    }

    LocalDate on() {
        LocalDate day = day("event.occurredOn");
        return day == null ? today : day;
    }

    /** The day on which what was waited for begins. */
    LocalDate until() {
        String at = told.what().fields().first("appointment.at");
        LocalDate start = measure() == Measure.COURSE || measure() == Measure.ARRIVAL_TO_COURSE ? day("course.startsOn") : null;
        return measure() == Measure.APPOINTMENT && at != null ? LocalDate.parse(at.substring(0, 10)) : start != null ? start : on();
    }

    Optional<Quarter> period() {
        return told.first() || kind() == MessageKind.STATUS ? Optional.empty() : open.of(on(), today);
    }

    /** What was there before it was counted is in the stock from the open period on, and is no news of it. */
    String openedIn() {
        return period().map(Quarter::id).orElse(openPeriod());
    }

    String route() {
        return period().isPresent() ? "" : UnitTable.THERE_BEFORE;
    }

    String openPeriod() {
        return open.earliest().id();
    }

    boolean isLate() {
        return period().isPresent() && open.isLate(on());
    }

    boolean isOpen(String period) {
        return open.isOpen(period);
    }

    String municipality() {
        return text("event.municipality");
    }

    /** What it was about; of who left a course, with which result. */
    String theme() {
        return measure() == Measure.COURSE_RESULT ? result() : text("consultation.theme");
    }

    private String result() {
        return CourseResult.of(type(), text("course.result"), text("course.languageLevel"));
    }

    String kindOf() {
        return text(switch (measure()) {
            case APPOINTMENT -> "appointment.kind";
            case COURSE, COURSE_RESULT -> "course.kind";
            case CONSULTATION -> "consultation.kind";
            default -> "naturalisation.decision";
        });
    }

    /** Not every event of the type does: a course may have ended below the level that is waited for. */
    boolean closes() {
        return measure().closes(type()) && (measure() != Measure.ARRIVAL_TO_B1 || result().equals(CourseResult.B1.code()));
    }

    String reason() {
        return text("case.closeReason");
    }

    private String text(String path) {
        String text = told.what().fields().first(path);
        return text == null ? "" : text;
    }

    private LocalDate day(String path) {
        String text = told.what().fields().first(path);
        return text == null ? null : LocalDate.parse(text);
    }
}
