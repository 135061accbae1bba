package de.kimhub.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The closed list of what can happen on the way "von der Einreise bis zur Einbürgerung".
 * The number is stored: append, never renumber.
 */
public enum EventType {
    PERSON_REGISTERED(1, "person.registered", "Person erfasst"),
    PERSON_CHANGED(2, "person.changed", "Personendaten geändert"),
    PERSON_MOVED(3, "person.moved", "Umgezogen"),
    DISCLOSURE_BLOCK_SET(4, "person.disclosure-block-set", "Auskunftssperre eingetragen"),
    DISCLOSURE_BLOCK_LIFTED(5, "person.disclosure-block-lifted", "Auskunftssperre aufgehoben"),
    PERSON_DECEASED(6, "person.deceased", "Verstorben"),

    RESIDENCE_APPLIED(10, "residence.applied", "Aufenthaltstitel beantragt"),
    RESIDENCE_GRANTED(11, "residence.granted", "Aufenthaltstitel erteilt"),
    RESIDENCE_EXTENDED(12, "residence.extended", "Aufenthaltstitel verlängert"),
    RESIDENCE_REFUSED(13, "residence.refused", "Aufenthaltstitel abgelehnt"),
    RESIDENCE_CARD_READY(14, "residence.card-ready", "Aufenthaltskarte liegt bereit"),
    RESIDENCE_STATUS_REPORTED(15, "residence.status-reported", "Stand des Antrags mitgeteilt"),

    COURSE_ENTITLED(20, "course.entitled", "Zum Integrationskurs berechtigt"),
    COURSE_OBLIGED(21, "course.obliged", "Zum Integrationskurs verpflichtet"),
    COURSE_ADMITTED(22, "course.admitted", "Zum Integrationskurs zugelassen"),
    COURSE_STARTED(23, "course.started", "Integrationskurs begonnen"),
    COURSE_COMPLETED(24, "course.completed", "Integrationskurs abgeschlossen"),
    COURSE_ABORTED(25, "course.aborted", "Integrationskurs abgebrochen"),
    COURSE_TEST_RESULT(26, "course.test-result", "Testergebnis"),
    COURSE_NOT_ADMITTED(27, "course.not-admitted", "Nicht zum Integrationskurs zugelassen"),

    NATURALISATION_APPLIED(30, "naturalisation.applied", "Einbürgerung beantragt"),
    NATURALISATION_DOCUMENTS_REQUESTED(31, "naturalisation.documents-requested", "Unterlagen nachgefordert"),
    NATURALISATION_ASSURANCE_GRANTED(32, "naturalisation.assurance-granted", "Einbürgerungszusicherung erteilt"),
    NATURALISATION_DECIDED(33, "naturalisation.decided", "Über die Einbürgerung entschieden"),
    NATURALISATION_CERTIFICATE_APPOINTMENT(34, "naturalisation.certificate-appointment", "Termin zur Urkunde"),
    NATURALISED(35, "naturalisation.naturalised", "Eingebürgert"),

    BENEFIT_STARTED(40, "benefit.started", "Leistungsbezug begonnen"),
    BENEFIT_ENDED(41, "benefit.ended", "Leistungsbezug beendet"),
    MEASURE_STARTED(42, "measure.started", "Maßnahme begonnen"),
    MEASURE_ENDED(43, "measure.ended", "Maßnahme beendet"),
    EMPLOYMENT_STARTED(44, "employment.started", "Beschäftigung begonnen"),
    EMPLOYMENT_ENDED(45, "employment.ended", "Beschäftigung beendet"),

    CASE_OPENED(50, "case.opened", "Fall eröffnet"),
    CONSULTATION_HELD(51, "case.consultation-held", "Beratung geführt"),
    GOAL_AGREED(52, "case.goal-agreed", "Ziel vereinbart"),
    CASE_REFERRED(53, "case.referred", "Weitervermittelt"),
    CASE_CONFERENCE_HELD(54, "case.conference-held", "Fallkonferenz gehalten"),
    CASE_CLOSED(55, "case.closed", "Fall abgeschlossen"),

    APPOINTMENT_REQUESTED(60, "appointment.requested", "Termin erbeten"),
    APPOINTMENT_OFFERED(61, "appointment.offered", "Termin angeboten"),
    APPOINTMENT_HELD(62, "appointment.held", "Termin wahrgenommen"),
    APPOINTMENT_MISSED(63, "appointment.missed", "Termin versäumt"),

    SCHOOL_PLACEMENT_REQUESTED(70, "school.placement-requested", "Schulplatz gesucht"),
    SCHOOL_PLACED(71, "school.placed", "Schulplatz gefunden"),

    CONSENT_GIVEN(80, "consent.given", "Einwilligung erteilt"),
    CONSENT_WITHDRAWN(81, "consent.withdrawn", "Einwilligung widerrufen"),

    STRUCTURAL_ISSUE_RAISED(90, "structural-issue.raised", "Strukturthema benannt"),
    STRUCTURAL_ISSUE_RESOLVED(91, "structural-issue.resolved", "Strukturthema gelöst");

    private static final Map<String, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::code, type -> type));
    private static final Map<Integer, EventType> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::number, type -> type));

    private final int number;
    private final String code;
    private final String germanText;

    EventType(int number, String code, String germanText) {
        this.number = number;
        this.code = code;
        this.germanText = germanText;
    }

    public int number() {
        return number;
    }

    /** The name in mappings, sharing rules and code lists. */
    public String code() {
        return code;
    }

    public String germanText() {
        return germanText;
    }

    /** Structural issues concern no person; all else does. */
    public boolean concernsPerson() {
        return this != STRUCTURAL_ISSUE_RAISED && this != STRUCTURAL_ISSUE_RESOLVED;
    }

    public static Optional<EventType> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static EventType byNumber(int number) {
        EventType type = BY_NUMBER.get(number);
        if (type == null) {
            throw new IllegalArgumentException("No event type has the number " + number);
        }
        return type;
    }
}
