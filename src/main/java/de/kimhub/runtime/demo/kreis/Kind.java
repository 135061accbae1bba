package de.kimhub.runtime.demo.kreis;

/** What can happen in the synthetic Kreis, and the canonical event type that the hub should make of it. */
public enum Kind {
    CASE_OPENED("case.opened", "Fall eröffnet"),
    CONSULTATION("case.consultation-held", "Beratung"),
    GOAL("case.goal-agreed", "Ziel vereinbart"),
    REFERRED("case.referred", "Weitervermittelt"),
    CONFERENCE("case.conference-held", "Fallkonferenz"),
    APPOINTMENT_MISSED("appointment.missed", "Termin versäumt"),
    CASE_CLOSED("case.closed", "Fall abgeschlossen"),
    CONSENT("consent.given", "Einwilligung"),
    WITHDRAWAL("consent.withdrawn", "Widerruf"),

    CLIENT_REGISTERED("benefit.started", "Leistungsbezug begonnen"),
    MEASURE_STARTED("measure.started", "Maßnahme begonnen"),
    MEASURE_MOVED("measure.started", "Beginn der Maßnahme berichtigt"),
    MEASURE_ENDED("measure.ended", "Maßnahme beendet"),
    CLIENT_LEFT("benefit.ended", "Nicht mehr im Bestand"),

    NATURALISATION_APPLIED("naturalisation.applied", "Einbürgerung beantragt"),
    DOCUMENTS_REQUESTED("naturalisation.documents-requested", "Unterlagen nachgefordert"),
    OTHERS_ASKED(null, "Interner Verfahrensschritt"),
    NATURALISATION_DECIDED("naturalisation.decided", "Über Einbürgerung entschieden"),
    CERTIFICATE_APPOINTMENT("naturalisation.certificate-appointment", "Termin zur Urkunde"),
    NATURALISED("naturalisation.naturalised", "Eingebürgert"),

    ARRIVED("person.registered", "Erstmals angemeldet"),
    MOVED("person.moved", "Umgezogen"),
    NAME_CHANGED("person.changed", "Name geändert"),
    BLOCK_SET("person.disclosure-block-set", "Auskunftssperre eingetragen"),
    BLOCK_LIFTED("person.disclosure-block-lifted", "Auskunftssperre aufgehoben"),
    RESIDENCE_STATUS("residence.status-reported", "Stand des Antrags mitgeteilt"),
    RESIDENCE_APPOINTMENT("appointment.offered", "Termin bei der Ausländerbehörde"),
    COURSE_ENTITLED("course.entitled", "Zum Integrationskurs berechtigt"),
    COURSE_OBLIGED("course.obliged", "Zum Integrationskurs verpflichtet"),
    /** A message about a person who is none, marked as a test. */
    TEST_MESSAGE(null, "Testnachricht"),

    COURSE_ADMITTED("course.admitted", "Vom BAMF zugelassen"),
    COURSE_NOT_ADMITTED("course.not-admitted", "Vom BAMF nicht zugelassen"),

    COURSE_STARTED("course.started", "Sprachkurs begonnen"),
    COURSE_COMPLETED("course.completed", "Sprachkurs abgeschlossen"),
    COURSE_ABORTED("course.aborted", "Sprachkurs abgebrochen"),
    TEST_RESULT("course.test-result", "Testergebnis"),

    COORDINATION_OPENED("case.opened", "Fall bei der Koordination"),
    COORDINATION_CONFERENCE("case.conference-held", "Fallkonferenz der Koordination"),
    ISSUE_RAISED("structural-issue.raised", "Strukturthema benannt"),
    ISSUE_RESOLVED("structural-issue.resolved", "Strukturthema gelöst"),

    /** A row told before, told again with another deadline or theme. */
    CORRECTED(null, "Eintrag berichtigt"),
    /** A row told before, marked as taken back. */
    RETRACTED(null, "Eintrag storniert"),
    /** A row told before, exported again as it was. */
    REPEATED(null, "Eintrag noch einmal"),
    /** A row that nobody can accept. */
    BAD(null, "Unbrauchbarer Eintrag");

    private final String eventType;
    private final String text;

    Kind(String eventType, String text) {
        this.eventType = eventType;
        this.text = text;
    }

    /** {@code null} when it depends on what it refers to, or makes no event. */
    public String eventType() {
        return eventType;
    }

    public String text() {
        return text;
    }
}
