package de.kimhub.steering.catalogue;

import static de.kimhub.steering.catalogue.Axis.*;
import static de.kimhub.steering.catalogue.Series.Counted.*;

import de.kimhub.message.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All tables that there are: no free queries. A table of which more than a fifth would be hidden is replaced by its next
 * coarser form.
 */
public final class Catalogue {

    private static final String CASES = "Fälle des Case Managements der angeschlossenen Stellen";
    private static final String CASE_TOOLS = "Fallakten der Wohlfahrtsverbände und des kommunalen Case Managements";
    private static final List<DayClass> NONE = List.of();

    private static final List<TableDefinition> TABLES = List.of(
            new TableDefinition("angekommen", 1, "Neu angekommen", "Erste Anmeldungen im Kreis nach Meldung der Ausländerbehörde, je "
                    + "Mensch einmal. Auf welchem Weg jemand kam, meldet kein angeschlossenes Verfahren.",
                    "So viele Menschen sind neu in den Kreis gekommen.", "Menschen", "Menschen, die die Ausländerbehörde erstmals erfasst",
                    "Ausländerbehörde", of(Measure.ARRIVAL, OPENED), NONE, NONE, List.of(Form.of(QUARTER))),
            new TableDefinition("angekommen-ort", 1, "Neu angekommen nach Gemeinde", "Erste Anmeldungen im Kreis nach Gemeinde.",
                    "So viele Menschen sind in einem Jahr neu in eine Gemeinde gekommen.", "Menschen",
                    "Menschen, die die Ausländerbehörde erstmals erfasst", "Ausländerbehörde", of(Measure.ARRIVAL, OPENED), NONE, NONE,
                    List.of(Form.of(YEAR, MUNICIPALITY), Form.of(YEAR))),
            new TableDefinition("bestand-ort", 2, "Offene Fälle nach Gemeinde", "Am letzten Tag des Quartals offene Fälle; eröffnet und noch "
                    + "nicht abgeschlossen.", "So viele Menschen werden gerade vom Case Management begleitet.", "Fälle", CASES,
                    CASE_TOOLS, of(Measure.CASE, OPEN_AT_END), NONE, NONE, List.of(Form.of(QUARTER, MUNICIPALITY), Form.of(QUARTER))),
            new TableDefinition("bestand-stelle", 2, "Offene Fälle nach Stelle", "Am letzten Tag des Quartals offene Fälle nach der Stelle, die "
                    + "sie führt.", "So viele Fälle führt jede Stelle gerade.", "Fälle", CASES, CASE_TOOLS,
                    of(Measure.CASE, OPEN_AT_END), NONE, NONE, List.of(Form.of(QUARTER, ORGANISATION), Form.of(QUARTER))),
            new TableDefinition("zugang-abgang", 3, "Zugänge und Abgänge", "Im Quartal eröffnete und abgeschlossene Fälle. Bestand am Ende = "
                    + "Bestand davor + Zugänge - Abgänge.", "So viele Fälle sind dazugekommen, so viele wurden beendet.", "Fälle", CASES,
                    CASE_TOOLS, List.of(new Series("zugang", "Zugänge", Measure.CASE, OPENED),
                    new Series("abgang", "Abgänge", Measure.CASE, CLOSED)), NONE, NONE,
                    List.of(Form.of(QUARTER, STEP, ORGANISATION), Form.of(QUARTER, STEP))),
            new TableDefinition("beratungen-thema", 4, "Beratungen nach Thema", "Beratungen nach ihrem wichtigsten Thema. Weniger als die "
                    + "Schwelle heißt auch: von weniger Menschen.", "Darum ging es in den Beratungen am meisten.", "Beratungen",
                    "Beratungen in Fällen des Case Managements", CASE_TOOLS, of(Measure.CONSULTATION, OPENED), NONE, NONE,
                    List.of(Form.of(QUARTER, THEME), Form.of(YEAR, THEME), Form.of(QUARTER))),
            new TableDefinition("beratungen-quartal", 4, "Beratungen insgesamt", "Alle Beratungen im Quartal.",
                    "So oft wurde beraten.", "Beratungen", "Beratungen in Fällen des Case Managements", CASE_TOOLS,
                    of(Measure.CONSULTATION, OPENED), NONE, NONE, List.of(Form.of(QUARTER))),
            new TableDefinition("beratungen-ort", 5, "Beratungen nach Ort und Thema", "Beratungen eines Berichtsjahres nach Gemeinde und Thema.",
                    "Das beschäftigt die Menschen in jeder Gemeinde.", "Beratungen", "Beratungen in Fällen des Case Managements", CASE_TOOLS,
                    of(Measure.CONSULTATION, OPENED), NONE, NONE, List.of(Form.of(YEAR, MUNICIPALITY, THEME),
                    Form.of(YEAR, MUNICIPALITY), Form.of(YEAR))),
            new TableDefinition("beratungen-gemeinde", 5, "Beratungen nach Gemeinde", "Beratungen im Quartal nach Gemeinde.",
                    "So oft wurde in jeder Gemeinde beraten.", "Beratungen", "Beratungen in Fällen des Case Managements", CASE_TOOLS,
                    of(Measure.CONSULTATION, OPENED), NONE, NONE, List.of(Form.of(QUARTER, MUNICIPALITY), Form.of(YEAR, MUNICIPALITY),
                    Form.of(YEAR))),
            new TableDefinition("ankunft-stationen", 6, "Von der Einreise bis zur Einbürgerung", "Wie viele der Menschen, die in einem Jahr neu "
                    + "in den Kreis kamen, bis zu 1, 2, 3, 5 und 8 Jahre danach (zu 365 Tagen) zum ersten Mal beraten wurden, einen Kurs begannen, "
                    + "einen mit B1 oder höher beendeten, die Einbürgerung beantragten, eingebürgert wurden. Erzählt wird ein Zeitraum, wenn er für "
                    + "alle um ist; was danach noch gemeldet wird, zählt nicht dazu. Eine Station zählt, wo die Akten der Stellen mit Einwilligung "
                    + "verknüpft sind: Die Anteile sind Mindestwerte.", "So weit sind die Menschen mindestens gekommen, die in einem Jahr zu uns kamen.",
                    "Menschen", "Menschen, deren Ankunft dem Hub gemeldet ist; wer fortzieht, wird nicht abgezogen",
                    "Ausländerbehörde, " + CASE_TOOLS + ", Träger von Sprachkursen, BAMF, Einbürgerungsbehörde", List.of(
                    new Series("erstberatung", "Erste Beratung", Measure.FIRST_CONSULTATION, OPENED),
                    new Series("kurs", "Kurs begonnen", Measure.ARRIVAL_TO_COURSE, OPENED),
                    new Series("b1", "Sprachniveau B1", Measure.ARRIVAL_TO_B1, OPENED),
                    new Series("antrag", "Einbürgerung beantragt", Measure.ARRIVAL_TO_APPLICATION, OPENED),
                    new Series("einbuergerung", "Eingebürgert", Measure.ARRIVAL_TO_NATURALISATION, OPENED)), NONE, NONE,
                    List.of(Form.of(YEAR, STEP, SPAN))),
            new TableDefinition("zeit-bis-erstberatung", 7, "Zeit bis zur ersten Beratung", "Tage von der Anmeldung im Kreis bis zur ersten "
                    + "Beratung, gezählt im Quartal der Beratung.", "So lange dauert es, bis jemand nach der Ankunft beraten wird.", "Menschen",
                    "Menschen mit Einwilligung, deren Ankunft und Beratung dem Hub gemeldet sind", "Ausländerbehörde und " + CASE_TOOLS,
                    of(Measure.FIRST_CONSULTATION, CLOSED), DayClass.WAITING, DayClass.FOUR_WEEKS, List.of(Form.of(QUARTER, CLASS),
                    Form.of(QUARTER, SHARE), Form.of(YEAR, CLASS), Form.of(YEAR, SHARE), Form.of(YEAR))),
            new TableDefinition("zugangszeit-kurs", 8, "Zugangszeit zum Integrationskurs", "Zugangszeit nach BAMF: Tage von der Berechtigung oder "
                    + "Verpflichtung bis zum Kursbeginn. Die Wartezeit nach BAMF (ab der Anmeldung beim Träger) meldet kein Verfahren.",
                    "So lange dauert es, bis jemand mit Berechtigung im Kurs sitzt.", "Menschen",
                    "Menschen mit Einwilligung, deren Berechtigung und Kursbeginn dem Hub gemeldet sind",
                    "Ausländerbehörde, BAMF, Träger von Sprachkursen", of(Measure.COURSE, CLOSED), DayClass.WAITING, DayClass.FOUR_WEEKS,
                    List.of(Form.of(QUARTER, CLASS), Form.of(QUARTER, SHARE), Form.of(YEAR, CLASS), Form.of(YEAR, SHARE), Form.of(YEAR))),
            new TableDefinition("wartezeit-termin", 9, "Wartezeit auf einen Termin", "Tage von der Bitte um einen Termin bis zum Termin; wo ein "
                    + "Verfahren die Bitte nicht meldet, ab dem Tag des Angebots. Gezählt im Quartal des Angebots.",
                    "So lange wartet man auf einen Termin bei der Behörde.", "Termine", "Angebotene Termine der angeschlossenen Behörden",
                    "Ausländerbehörde, Einbürgerungsbehörde", of(Measure.APPOINTMENT, CLOSED), DayClass.WAITING, DayClass.FOUR_WEEKS,
                    List.of(Form.of(QUARTER, ORGANISATION, CLASS), Form.of(QUARTER, CLASS), Form.of(QUARTER, SHARE), Form.of(QUARTER))),
            new TableDefinition("kursergebnis", 10, "Kursergebnis", "Menschen, die einen Kurs beendet oder abgebrochen haben, nach dem "
                    + "Sprachniveau, das der Träger mit dem Abschluss meldet.", "So viele verlassen einen Kurs mit dem Niveau B1.", "Menschen",
                    "Menschen, deren Abschluss oder Abbruch ein angeschlossener Träger meldet", "Träger von Sprachkursen",
                    of(Measure.COURSE_RESULT, OPENED), NONE, NONE, List.of(Form.of(YEAR, RESULT), Form.of(YEAR))),
            new TableDefinition("einbuergerung", 13, "Einbürgerungen", "Anträge, Entscheidungen und Einbürgerungen im Quartal; anhängig: am letzten "
                    + "Tag beantragt und nicht entschieden.", "So viele Menschen wollten Deutsche werden, so viele sind es geworden.", "Menschen",
                    "Verfahren der Einbürgerungsbehörde", "Einbürgerungsbehörde", List.of(
                    new Series("antrag", "Anträge", Measure.NATURALISATION, OPENED),
                    new Series("entscheidung", "Entscheidungen", Measure.NATURALISATION, CLOSED),
                    new Series("einbuergerung", "Einbürgerungen", Measure.NATURALISED_PERSON, OPENED),
                    new Series("anhaengig", "Anhängig", Measure.NATURALISATION, OPEN_AT_END)), NONE, NONE,
                    List.of(Form.of(QUARTER, STEP), Form.of(YEAR, STEP))),
            new TableDefinition("dauer-einbuergerung", 13, "Dauer der Einbürgerung", "Tage vom Antrag bis zur Entscheidung, gezählt im Jahr der "
                    + "Entscheidung.", "So lange dauert ein Verfahren.", "Verfahren", "Entschiedene Verfahren, deren Antrag dem Hub gemeldet ist",
                    "Einbürgerungsbehörde", of(Measure.NATURALISATION, CLOSED), DayClass.PROCEDURE, DayClass.ONE_YEAR,
                    List.of(Form.of(YEAR, CLASS), Form.of(YEAR, SHARE), Form.of(YEAR))));

    private Catalogue() {
    }

    public static List<TableDefinition> tables() {
        return TABLES;
    }

    /** All of which figures are told. */
    public static Set<Measure> measures() {
        return TABLES.stream().flatMap(table -> table.measures().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public static boolean tells(Measure measure, Series.Counted counted) {
        return TABLES.stream().flatMap(table -> table.series().stream())
                .anyMatch(one -> one.measure() == measure && one.counted() == counted);
    }

    /** Whether any form of any table breaks the measure down by this. */
    public static boolean tellsApart(Measure measure, Axis axis) {
        return of(measure).flatMap(table -> table.forms().stream()).anyMatch(form -> form.has(axis));
    }

    /** In which the days of a measure are told; none: they are not. */
    public static List<DayClass> classesOf(Measure measure) {
        return of(measure).map(TableDefinition::classes).filter(classes -> !classes.isEmpty()).findFirst().orElse(NONE);
    }

    private static Stream<TableDefinition> of(Measure measure) {
        return TABLES.stream().filter(table -> table.measures().contains(measure));
    }

    public static Optional<TableDefinition> find(String id) {
        return TABLES.stream().filter(one -> one.id().equals(id)).findAny();
    }

    private static List<Series> of(Measure measure, Series.Counted counted) {
        return List.of(new Series("", "", measure, counted));
    }
}
