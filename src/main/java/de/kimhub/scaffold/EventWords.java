package de.kimhub.scaffold;

import de.kimhub.message.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which event a column of days, or a word of the tool, may stand for. */
final class EventWords {

    /** @param path field that takes the day as well, or {@code null} */
    record Day(Pattern names, EventType type, String path) {
    }

    private record Word(Pattern words, EventType type) {
    }

    private static final List<Day> DAYS = List.of(
            day("kurs(beginn|start|eintritt|ab|von)|coursestart.*", EventType.COURSE_STARTED, "course.startsOn"),
            day("kurs(ende|abschluss|austritt|bis)|courseend.*", EventType.COURSE_COMPLETED, "course.endsOn"),
            day("(kurs)?abbruch.*|abgebrochenam", EventType.COURSE_ABORTED, "course.endsOn"),
            day("(pruefung|test)(s?dat.*|am|s?tag)", EventType.COURSE_TEST_RESULT, null),
            day("eintritt.*|massnahme(n)?(beginn|start|ab|von)|zuweisung.*", EventType.MEASURE_STARTED, "measure.startsOn"),
            day("austritt.*|massnahme(n)?(ende|bis)", EventType.MEASURE_ENDED, "measure.endsOn"),
            day("leistung(s?bezug)?s?(ab|beginn|von|seit)|bewillig.*|leistungab", EventType.BENEFIT_STARTED, "benefit.startsOn"),
            day("leistung(s?bezug)?s?(ende|bis)", EventType.BENEFIT_ENDED, "benefit.endsOn"),
            day("(arbeits|beschaeftigungs?|job)(beginn|start|ab|aufnahme.*)", EventType.EMPLOYMENT_STARTED,
                    "employment.startsOn"),
            day("(arbeits|beschaeftigungs?|job)(ende|bis)", EventType.EMPLOYMENT_ENDED, "employment.endsOn"),
            day("fall(beginn|aufnahme|eroeffn.*|start)|(fall)?eroeffn.*|aufnahme(am|dat.*|tag)?|erst(gespraech|kontakt"
                    + "|beratung).*|caseopened.*|opened(on|at)?|intake(date)?", EventType.CASE_OPENED, "case.openedOn"),
            day("fall(ende|abschluss)|abschluss(am|dat.*)?|abgeschlossenam|geschlossen(am)?|(case)?closed(on|at|date)?",
                    EventType.CASE_CLOSED, null),
            day("beratung(am|s?dat.*|stag)|gespraech(am|s?dat.*)|lastconsultation|letzte(s|r)?(beratung|gespraech|kontakt)",
                    EventType.CONSULTATION_HELD, null),
            day("(einbuergerungs)?antrag(am|s?dat.*|seingang|vom|stellung)?|applied(on)?", EventType.NATURALISATION_APPLIED,
                    null),
            day("urkunde.*|eingebuergert.*|einbuergerung(am|s?dat.*)?", EventType.NATURALISED, null),
            day("(bescheid|entscheidung)(am|s?dat.*|vom)?|decided(on)?", EventType.NATURALISATION_DECIDED, null),
            day("titelerteilt.*|erteilt(am)?|erteilung.*|ausgestelltam", EventType.RESIDENCE_GRANTED, null),
            day("umzug.*|umgezogen.*|einzug.*", EventType.PERSON_MOVED, null),
            day("termin(am|dat.*|zeit.*)?|appointment(at)?", EventType.APPOINTMENT_OFFERED, "appointment.at"),
            day("(titel|at|aufenthalt)?(gueltigbis|befristetbis|ablauf.*)|validuntil", null, "residence.validUntil"),
            day("frist.*|deadline|wiedervorlage", null, "event.deadline"));

    private static final List<Word> WORDS = List.of(
            word(".*(kurs|course).*(beginn|start|eintritt|begonnen).*|beginntkurs", EventType.COURSE_STARTED),
            word(".*(kurs|course).*(abschluss|ende|beendet|complet|abgeschlossen|bestanden).*", EventType.COURSE_COMPLETED),
            word(".*(kurs.*abbruch|abbruch.*kurs|abgebrochen|abbruch|dropout|aborted).*", EventType.COURSE_ABORTED),
            word(".*(testergebnis|pruefung|exam|testresult).*", EventType.COURSE_TEST_RESULT),
            word(".*(massnahme|measure).*(beginn|start|eintritt|begonnen).*|eintritt|zuweisung", EventType.MEASURE_STARTED),
            word(".*(massnahme|measure).*(ende|beendet|austritt).*|austritt", EventType.MEASURE_ENDED),
            word(".*(leistung|benefit).*(beginn|start|bewillig|aufnahme).*|bewilligung", EventType.BENEFIT_STARTED),
            word(".*(leistung|benefit).*(ende|einstell|beendet).*|einstellung", EventType.BENEFIT_ENDED),
            word("(arbeits|beschaeftigungs?)(aufnahme|beginn)", EventType.EMPLOYMENT_STARTED),
            word("(arbeits|beschaeftigungs?)(ende|verlust)", EventType.EMPLOYMENT_ENDED),
            word(".*(eroeffn|fallaufnahme|neuaufnahme|erstgespraech|erstberatung|intake|caseopened).*|aufnahme|aufgenommen"
                    + "|neu|opened", EventType.CASE_OPENED),
            word(".*(beratung|gespraech|consultation|counsel).*", EventType.CONSULTATION_HELD),
            word(".*(ziel|goal).*", EventType.GOAL_AGREED),
            word(".*(weitervermitt|vermittelt|vermittlung|verweis|referr).*", EventType.CASE_REFERRED),
            word(".*(fallkonferenz|konferenz|conference).*", EventType.CASE_CONFERENCE_HELD),
            word(".*(unterlagen|nachforder|documentsrequested).*", EventType.NATURALISATION_DOCUMENTS_REQUESTED),
            word(".*zusicherung.*", EventType.NATURALISATION_ASSURANCE_GRANTED),
            word(".*(eingebuergert|urkunde).*|einbuergerung", EventType.NATURALISED),
            word(".*(versaeumt|nichterschienen|missed|noshow).*", EventType.APPOINTMENT_MISSED),
            word(".*(wahrgenommen|terminheld).*", EventType.APPOINTMENT_HELD),
            word(".*(verlaenger|extended).*", EventType.RESIDENCE_EXTENDED),
            word(".*(erteilt|granted).*", EventType.RESIDENCE_GRANTED),
            word(".*(antrag|applied|application).*", EventType.NATURALISATION_APPLIED),
            word(".*(umzug|umgezogen|moved).*", EventType.PERSON_MOVED),
            word(".*(abschluss|abgeschlossen|beendet|geschlossen|beendigung|closed|completed).*", EventType.CASE_CLOSED));

    private static final Pattern TAKEN_BACK =
            Pattern.compile("stornier.*|storno|zurueckgenommen|geloescht|ungueltig|widerrufen|cancell?ed|deleted|reverted");
    private static final Pattern GENERAL_DAY =
            Pattern.compile("datum|(ereignis|buchungs|vorgangs|meldungs)(datum|dat|tag)|date|eventdate|tag|am|vom|zeitpunkt"
                    + "|timestamp|occurred(on|at)|when");

    private EventWords() {
    }

    private static Day day(String names, EventType type, String path) {
        return new Day(Pattern.compile(names), type, path);
    }

    private static Word word(String words, EventType type) {
        return new Word(Pattern.compile(words), type);
    }

    static Optional<Day> day(String column) {
        List<String> forms = Heading.forms(column);
        return DAYS.stream().filter(day -> forms.stream().anyMatch(form -> day.names().matcher(form).matches()))
                .findFirst();
    }

    static boolean isGeneralDay(String column) {
        return Heading.forms(column).stream().anyMatch(form -> GENERAL_DAY.matcher(form).matches());
    }

    /** A code or German name of an event type, or a word that usually means one. */
    static Optional<EventType> event(String value) {
        String folded = Heading.fold(value);
        return Arrays.stream(EventType.values()).filter(type -> Heading.fold(type.code()).equals(folded)
                        || Heading.fold(type.germanText()).equals(folded)).findFirst()
                .or(() -> WORDS.stream().filter(word -> word.words().matcher(folded).matches()).findFirst().map(Word::type));
    }

    static boolean isTakenBack(String value) {
        return TAKEN_BACK.matcher(Heading.fold(value)).matches();
    }
}
