package de.kimhub.message;

import static de.kimhub.message.EventType.*;

import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What is counted for the steering group, by the events that tell of it. What has a duration is opened by one event and
 * closed by another. The number is stored: append, never renumber.
 */
public enum Measure {
    ARRIVAL(1, "arrival", "Ankünfte", Matching.NONE, Set.of(PERSON_REGISTERED), Set.of()),
    CASE(2, "case", "Fälle des Case Managements", Matching.FILE, Set.of(CASE_OPENED), Set.of(CASE_CLOSED)),
    CONSULTATION(3, "consultation", "Beratungen", Matching.NONE, Set.of(CONSULTATION_HELD), Set.of()),
    FIRST_CONSULTATION(4, "first-consultation", "Zeit bis zur ersten Beratung", Matching.PERSON, Set.of(PERSON_REGISTERED),
            Set.of(CONSULTATION_HELD)),
    COURSE(5, "course", "Zugangszeit zum Integrationskurs", Matching.PERSON, Set.of(COURSE_ENTITLED, COURSE_OBLIGED, COURSE_ADMITTED),
            Set.of(COURSE_STARTED)),
    APPOINTMENT(6, "appointment", "Wartezeit auf einen Termin", Matching.FILE, Set.of(APPOINTMENT_REQUESTED), Set.of(APPOINTMENT_OFFERED)),
    NATURALISATION(7, "naturalisation", "Einbürgerungsverfahren", Matching.FILE, Set.of(NATURALISATION_APPLIED),
            Set.of(NATURALISATION_DECIDED)),
    NATURALISED_PERSON(8, "naturalised", "Einbürgerungen", Matching.NONE, Set.of(NATURALISED), Set.of()),
    /** No person is in it; the group's work list, not a figure. */
    HURDLE(9, "hurdle", "Hürden in Abläufen", Matching.NONE, Set.of(STRUCTURAL_ISSUE_RAISED, STRUCTURAL_ISSUE_RESOLVED), Set.of()),
    COURSE_RESULT(10, "course-result", "Kursergebnisse", Matching.NONE, Set.of(COURSE_COMPLETED, COURSE_ABORTED), Set.of()),
    ARRIVAL_TO_COURSE(11, "arrival-to-course", "Von der Ankunft bis zum Kurs", Matching.PERSON, Set.of(PERSON_REGISTERED),
            Set.of(COURSE_STARTED)),
    /** Closed by a course that ended with this level. */
    ARRIVAL_TO_B1(12, "arrival-to-b1", "Von der Ankunft bis zum Sprachniveau B1", Matching.PERSON, Set.of(PERSON_REGISTERED),
            Set.of(COURSE_COMPLETED)),
    ARRIVAL_TO_APPLICATION(13, "arrival-to-application", "Von der Ankunft bis zum Antrag auf Einbürgerung", Matching.PERSON,
            Set.of(PERSON_REGISTERED), Set.of(NATURALISATION_APPLIED)),
    ARRIVAL_TO_NATURALISATION(14, "arrival-to-naturalisation", "Von der Ankunft bis zur Einbürgerung", Matching.PERSON,
            Set.of(PERSON_REGISTERED), Set.of(NATURALISED));

    /** How long it is known whom a count is of, after the period in which it ended was closed. */
    public static final Period KEPT = Period.ofYears(3);
    /** The same of what has not ended, after the period in which it began: so long is a person's way followed. */
    public static final Period FOLLOWED = Period.ofYears(8);

    /** By what the event that closes finds what it closes. */
    public enum Matching {
        /** Nothing closes it. */
        NONE,
        /** The same source says it of the same file. */
        FILE,
        /** Of the same person, whoever says it. */
        PERSON
    }

    private final int number;
    private final String code;
    private final String germanText;
    private final Matching matching;
    private final Set<EventType> opening;
    private final Set<EventType> closing;

    Measure(int number, String code, String germanText, Matching matching, Set<EventType> opening, Set<EventType> closing) {
        this.number = number;
        this.code = code;
        this.germanText = germanText;
        this.matching = matching;
        this.opening = opening;
        this.closing = closing;
    }

    public int number() {
        return number;
    }

    /** The name in {@code sharing.yaml}. */
    public String code() {
        return code;
    }

    public String germanText() {
        return germanText;
    }

    public Matching matching() {
        return matching;
    }

    public boolean opens(EventType type) {
        return opening.contains(type);
    }

    public boolean closes(EventType type) {
        return closing.contains(type);
    }

    /** Whether it is a station on the way of who has arrived: each person has one way, and a station is reached once. */
    public boolean isOnTheWay() {
        return matching == Matching.PERSON && opening.contains(PERSON_REGISTERED);
    }

    public boolean concerns(EventType type) {
        return opens(type) || closes(type);
    }

    public static Optional<Measure> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findAny();
    }
}
