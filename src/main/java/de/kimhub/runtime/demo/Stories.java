package de.kimhub.runtime.demo;

import static de.kimhub.runtime.demo.kreis.Office.AWO_BUENDE;
import static de.kimhub.runtime.demo.kreis.Office.JOBCENTER;
import static de.kimhub.runtime.demo.kreis.Office.LANGUAGE_SCHOOL;
import static de.kimhub.runtime.demo.kreis.Office.NATURALISATION;

import de.kimhub.runtime.demo.Story.Step;
import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.kreis.Municipality;
import de.kimhub.runtime.demo.kreis.Nationality;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The people whom a newcomer can follow. */
final class Stories {

    private static final LocalDate BEGIN = LocalDate.now().minusMonths(8).withDayOfMonth(1);
    private static final Map<Detail, String> MEASURE = Map.of(Detail.MEASURE, "Bewerbungswerkstatt Muster",
            Detail.KIND, "AVGS", Detail.PROVIDER, "Probe-Akademie Bünde", Detail.STARTS_ON,
            BEGIN.plusMonths(2).toString());

    private Stories() {
    }

    static List<String> names() {
        return List.of("einbuergerung", "mit-einwilligung", "ohne-einwilligung", "widerruf");
    }

    static Story find(String name) {
        return switch (name) {
            case "einbuergerung" -> LongWay.story();
            case "mit-einwilligung" -> consenting();
            case "ohne-einwilligung" -> neverConsenting();
            case "widerruf" -> withdrawing();
            default -> null;
        };
    }

    private static Story consenting() {
        Resident who = person(9001, "al-Mithali", "Tadjriba");
        List<Step> steps = new ArrayList<>(beginning(who));
        steps.add(consent(who));
        steps.add(new Step("Das Jobcenter liefert seinen Bestand wieder: unverändert. Weil die Einwilligung es nennt, "
                + "sagt die Zeile einmal den Stand heute.", List.of(), true));
        steps.add(measure(who));
        steps.add(new Step("Sie beantragt die Einbürgerung.", List.of(entry(5, NATURALISATION,
                Kind.NATURALISATION_APPLIED, who, Map.of())), false));
        Happening asked = entry(6, NATURALISATION, Kind.DOCUMENTS_REQUESTED, who, Map.of(Detail.DOCUMENTS,
                "B1_NACHWEIS", Detail.DEADLINE, BEGIN.plusMonths(7).toString()));
        steps.add(new Step("Die Einbürgerungsbehörde fordert Unterlagen nach.", List.of(asked), false));
        steps.add(new Step("Die Frist wird verlängert: wer die alte hat, bekommt die neue als Korrektur.", List.of(
                asked.as(Kind.CORRECTED, Map.of(Detail.ORIGINAL, asked.kind().name(), Detail.DEADLINE,
                        BEGIN.plusMonths(8).toString()))), false));
        steps.add(new Step("Sie schließt ihren Sprachkurs ab: das darf auch die Einbürgerungsbehörde wissen.",
                List.of(entry(7, LANGUAGE_SCHOOL, Kind.COURSE_COMPLETED, who, Map.of(Detail.COURSE,
                        "Allgemeiner Integrationskurs", Detail.STARTS_ON, BEGIN.toString(), Detail.ENDS_ON,
                        BEGIN.plusMonths(6).toString(), Detail.RESULT, "Bestanden", Detail.LEVEL, "B1"))), false));
        return new Story("mit-einwilligung", "Frau " + who.family()
                + " trifft die Fallmanagerin der AWO Bünde und willigt ein", who, steps);
    }

    private static Story neverConsenting() {
        Resident who = person(9002, "Przykładowska", "Wzorzysława");
        List<Step> steps = new ArrayList<>(beginning(who));
        steps.add(measure(who));
        steps.add(new Step("Sie beantragt die Einbürgerung.", List.of(entry(5, NATURALISATION,
                Kind.NATURALISATION_APPLIED, who, Map.of())), false));
        return new Story("ohne-einwilligung", "Frau " + who.family() + " willigt nie ein", who, steps);
    }

    private static Story withdrawing() {
        Resident who = person(9003, "Primerović", "Nacrtana");
        List<Step> steps = new ArrayList<>(beginning(who));
        steps.add(consent(who));
        steps.add(measure(who));
        steps.add(new Step("Sie widerruft ihre Einwilligung.", List.of(entry(5, AWO_BUENDE, Kind.WITHDRAWAL, who,
                Map.of(Detail.CONSENT, "EW-" + who.no()))), false));
        steps.add(new Step("Die Maßnahme endet.", List.of(entry(6, JOBCENTER, Kind.MEASURE_ENDED, who,
                ended())), true));
        return new Story("widerruf", "Frau " + who.family() + " widerruft ihre Einwilligung", who, steps);
    }

    private static List<Step> beginning(Resident who) {
        return List.of(
                new Step("Das Jobcenter kennt sie; sein erster Bestand sagt niemandem etwas.", List.of(
                        entry(1, JOBCENTER, Kind.CLIENT_REGISTERED, who, Map.of())), true),
                new Step("Sie trifft die Fallmanagerin der AWO Bünde.", List.of(
                        entry(2, AWO_BUENDE, Kind.CASE_OPENED, who, Map.of()),
                        entry(3, AWO_BUENDE, Kind.CONSULTATION, who,
                                Map.of(Detail.THEME, "arbeit", Detail.KIND, "persoenlich"))), false));
    }

    private static Step consent(Resident who) {
        return new Step("Sie willigt ein und zeigt ihre Kundennummer.", List.of(entry(4, AWO_BUENDE, Kind.CONSENT, who,
                Map.of(Detail.CONSENT, "EW-" + who.no(),
                        Detail.SOURCES, "jobcenter,einbuergerungsbehoerde,sprachkurstraeger,wohlfahrtsverband",
                        Detail.RECIPIENTS, "wohlfahrtsverband,einbuergerungsbehoerde",
                        Detail.RELEASE, "ja", Detail.NAMED_AT, Office.JOBCENTER.name()))), false);
    }

    private static Step measure(Resident who) {
        return new Step("Sie beginnt eine Maßnahme; das Jobcenter liefert seinen Bestand.", List.of(
                entry(8, JOBCENTER, Kind.MEASURE_STARTED, who, MEASURE)), true);
    }

    private static Map<Detail, String> ended() {
        Map<Detail, String> details = new EnumMap<>(MEASURE);
        details.put(Detail.ENDS_ON, BEGIN.plusMonths(6).toString());
        details.put(Detail.REASON, "planmäßig");
        return details;
    }

    private static Happening entry(int number, Office at, Kind kind, Resident who, Map<Detail, String> details) {
        return new Happening(number * 1000L + who.no(), at, kind, who, BEGIN.plusMonths(Math.min(number, 7)), details);
    }

    private static Resident person(int no, String family, String given) {
        return new Resident(no, family, given, LocalDate.of(1988, 3, 14), false, "w", Nationality.SYRIA,
                Municipality.BUENDE, "32257", "Beispielweg", "7");
    }
}
