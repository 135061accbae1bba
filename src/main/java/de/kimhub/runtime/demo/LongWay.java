package de.kimhub.runtime.demo;

import static de.kimhub.runtime.demo.kreis.Office.ABH;
import static de.kimhub.runtime.demo.kreis.Office.AWO_BUENDE;
import static de.kimhub.runtime.demo.kreis.Office.BAMF;
import static de.kimhub.runtime.demo.kreis.Office.JOBCENTER;
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

/** "Von der Einreise bis zur Einbürgerung": five and a half years of one woman, told as if the hub had been there. */
final class LongWay {

    private static final int MONTHS = 66;
    private static final String CONSENT = "EW-9004";

    private final LocalDate begin = LocalDate.now().withDayOfMonth(1).minusMonths(MONTHS);
    private final Resident who = new Resident(9004, "an-Namudhadj", "Mithala", LocalDate.of(1991, 8, 23), false, "w",
            Nationality.SYRIA, Municipality.BUENDE, "32257", "Beispielweg", "11");
    private final List<Step> steps = new ArrayList<>();
    private long number = who.no() * 100L;

    static Story story() {
        LongWay way = new LongWay();
        way.arrival();
        way.course();
        way.work();
        way.passport();
        return new Story("einbuergerung", "Frau an-Namudhadj: von der ersten Anmeldung bis zur Einbürgerung", way.who,
                way.steps);
    }

    private void arrival() {
        step("Sie ist neu in Bünde. Die Meldebehörde sagt es der Ausländerbehörde (030101); das geht sonst niemanden an.",
                entry(0, ABH, Kind.ARRIVED, Map.of()));
        step("Sie hat einen Aufenthaltstitel beantragt, die Ausländerbehörde bestätigt den Eingang (130104). Noch hat sie "
                + "in nichts eingewilligt.", entry(1, ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "01")));
        jobcenter("Das Jobcenter kennt sie; sein erster Bestand sagt niemandem etwas.",
                entry(2, JOBCENTER, Kind.CLIENT_REGISTERED, Map.of()));
        step("Sie trifft die Fallmanagerin der AWO Bünde.", entry(2, AWO_BUENDE, Kind.CASE_OPENED, Map.of()),
                entry(3, AWO_BUENDE, Kind.CONSULTATION, Map.of(Detail.THEME, "aufenthalt", Detail.KIND, "persoenlich")));
        step("Sie willigt ein und zeigt ihre Kundennummer und das Zeichen der Ausländerbehörde.",
                consent(3, "JOBCENTER,ABH"));
        step("Die Ausländerbehörde gibt ihr einen Termin (130105): die erste Nachricht seit der Einwilligung.",
                entry(4, ABH, Kind.RESIDENCE_APPOINTMENT, Map.of(Detail.AT, begin.plusMonths(4).plusDays(20) + "T09:30")));
        step("Ihr Antrag ist geprüft (130104).", entry(5, ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "05")));
    }

    private void course() {
        step("Die Ausländerbehörde berechtigt sie zum Integrationskurs (070001); vom Titel erfährt die AWO nur die grobe "
                + "Art, die AZR-Nummer erfährt sie nie.", entry(6, ABH, Kind.COURSE_ENTITLED, Map.of(Detail.COURSE, "ganz")));
        Happening admitted = entry(7, BAMF, Kind.COURSE_ADMITTED,
                Map.of(Detail.UNTIL, begin.plusMonths(19).toString()));
        step("Das BAMF lässt sie zu (070003). In seiner Nachricht steht kein Name, und die Kennziffer kennt die AWO noch "
                + "nicht.", admitted);
        step("Sie bringt den Brief des BAMF mit: die Fallmanagerin trägt die Kennziffer zur Einwilligung ein.",
                consent(8, "JOBCENTER,ABH,BAMF"));
        step("Das BAMF berichtigt, wie lange sie Zeit hat: eine neue Nachricht mit neuer UUID, die die alte nennt. "
                + "Bei der AWO ist sie neu: die alte kam dort nie an.",
                at(9, admitted.as(Kind.CORRECTED, Map.of(Detail.ORIGINAL, admitted.kind().name(), Detail.VERSION, "1",
                        Detail.UNTIL, begin.plusMonths(31).toString()))));
        Map<Detail, String> course = Map.of(Detail.COURSE, "Allgemeiner Integrationskurs",
                Detail.STARTS_ON, begin.plusMonths(10).toString());
        step("Ihr Kurs läuft; der Kursträger nimmt am KIM-Hub nicht teil, aber das BAMF sagt es (070015).",
                entry(10, BAMF, Kind.COURSE_STARTED, course));
        Map<Detail, String> result = new EnumMap<>(course);
        result.putAll(Map.of(Detail.ENDS_ON, begin.plusMonths(18).toString(), Detail.RESULT, "Bestanden"));
        step("Sie hat den Kurs mit Erfolg abgeschlossen. Die Einbürgerungsbehörde dürfte es auch wissen, kennt sie aber "
                + "noch nicht.", entry(18, BAMF, Kind.COURSE_COMPLETED, result));
    }

    private void work() {
        Map<Detail, String> measure = Map.of(Detail.MEASURE, "Umschulung Entwurf", Detail.KIND, "FbW",
                Detail.PROVIDER, "Probe-Akademie Bünde", Detail.STARTS_ON, begin.plusMonths(21).toString());
        jobcenter("Sie beginnt eine Umschulung; das Jobcenter liefert seinen Bestand.",
                entry(21, JOBCENTER, Kind.MEASURE_STARTED, measure));
        Map<Detail, String> ended = new EnumMap<>(measure);
        ended.putAll(Map.of(Detail.ENDS_ON, begin.plusMonths(38).toString(), Detail.REASON, "planmäßig"));
        jobcenter("Die Umschulung ist zu Ende.", entry(38, JOBCENTER, Kind.MEASURE_ENDED, ended));
        jobcenter("Sie hat Arbeit und steht nicht mehr im Bestand des Jobcenters.",
                entry(40, JOBCENTER, Kind.CLIENT_LEFT, Map.of()));
        step("Sie wird bedroht; die Meldebehörde trägt eine Auskunftssperre ein (030112). Das wirkt im Hub, erfahren darf "
                + "es niemand.", entry(45, ABH, Kind.BLOCK_SET, Map.of()));
    }

    private void passport() {
        step("Sie beantragt die Einbürgerung.", entry(58, NATURALISATION, Kind.NATURALISATION_APPLIED, Map.of()));
        Happening asked = entry(59, NATURALISATION, Kind.DOCUMENTS_REQUESTED, Map.of(Detail.DOCUMENTS, "B1_NACHWEIS,PASS",
                Detail.DEADLINE, begin.plusMonths(61).toString()));
        step("Die Einbürgerungsbehörde fordert Unterlagen nach.", asked);
        step("Die Frist wird verlängert: wer die alte hat, bekommt die neue als Korrektur.",
                at(60, asked.as(Kind.CORRECTED, Map.of(Detail.ORIGINAL, asked.kind().name(),
                        Detail.DEADLINE, begin.plusMonths(62).toString()))));
        step("Die Ausländerbehörde hat ihren Antrag auf Niederlassungserlaubnis bekommen (130104). Die "
                + "Einbürgerungsbehörde kennt sie jetzt und erfährt es unter ihrem eigenen Aktenzeichen.",
                entry(61, ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "01")));
        step("Die Einbürgerungsbehörde entscheidet.", entry(63, NATURALISATION, Kind.NATURALISATION_DECIDED,
                Map.of(Detail.DECISION, "STATTGEGEBEN")));
        step("Sie bekommt den Termin zur Urkunde.", entry(64, NATURALISATION, Kind.CERTIFICATE_APPOINTMENT, Map.of()));
        step("Sie ist eingebürgert.", entry(65, NATURALISATION, Kind.NATURALISED, Map.of()));
        step("Die Fallmanagerin schließt den Fall.", entry(65, AWO_BUENDE, Kind.CASE_CLOSED,
                Map.of(Detail.REASON, "ziele_erreicht")));
        step("Was danach noch von ihr kommt, erfährt niemand mehr: hier ein Termin, den die Ausländerbehörde aus Versehen "
                + "vergibt.", entry(66, ABH, Kind.RESIDENCE_APPOINTMENT,
                Map.of(Detail.AT, begin.plusMonths(67) + "T11:00")));
    }

    private Happening consent(int month, String shown) {
        return entry(month, AWO_BUENDE, Kind.CONSENT, Map.of(Detail.CONSENT, CONSENT,
                Detail.SOURCES, "jobcenter,auslaenderbehoerde,bamf,einbuergerungsbehoerde,wohlfahrtsverband",
                Detail.RECIPIENTS, "wohlfahrtsverband,einbuergerungsbehoerde",
                Detail.RELEASE, "ja", Detail.NAMED_AT, shown, Detail.UNTIL, LocalDate.now().plusYears(1).toString()));
    }

    private void step(String text, Happening... happenings) {
        steps.add(new Step(text, List.of(happenings), false));
    }

    private void jobcenter(String text, Happening... happenings) {
        steps.add(new Step(text, List.of(happenings), true));
    }

    private Happening entry(int month, Office office, Kind kind, Map<Detail, String> details) {
        return at(month, new Happening(++number, office, kind, who, begin, details));
    }

    private Happening at(int month, Happening happening) {
        return new Happening(happening.number(), happening.at(), happening.kind(), who,
                begin.plusMonths(month).plusDays(number % 20), happening.details());
    }
}
