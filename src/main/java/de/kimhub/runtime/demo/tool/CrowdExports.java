package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Crowd;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The exports in which a crowd reaches the hub: a Jobcenter's snapshots, an association's cases and consents. */
public record CrowdExports(Crowd crowd, Path jobcenterFolder, Path caseFolder) {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final LocalDate ENROLMENT = LocalDate.now().minusMonths(6);

    /** One row per person, and so many rows that nobody can accept: their birth dates do not exist. */
    public void snapshot(int number, int badRows) {
        Stream<Map<String, String>> good = crowd.numbers().mapToObj(this::jobcenterRow);
        Stream<Map<String, String>> bad = IntStream.range(0, badRows).mapToObj(this::impossibleRow);
        CsvExport.JOBCENTER.write(jobcenterFolder, "jobcenter-%05d.csv".formatted(number),
                Stream.concat(bad, good));
    }

    /** Two rows for each of the people: the case, and the consent that names the other offices' file numbers. */
    public void enrolments(int number, IntStream people) {
        CsvExport.CASE_FILE.write(caseFolder, "fallakte-%05d.csv".formatted(number),
                people.boxed().flatMap(person -> Stream.of(opened(person), consent(person))));
    }

    /** One row each: another office opens a file of its own about them. */
    public void openings(int number, IntStream people) {
        CsvExport.CASE_FILE.write(caseFolder, "fallakte-%05d.csv".formatted(number), people.mapToObj(person -> {
            Map<String, String> row = new HashMap<>(opened(person));
            row.put("FALLNUMMER", municipalNumber(person));
            return row;
        }));
    }

    /** One row each in the naturalisation authority's database: they apply. */
    public void applications(ToolDatabase database, IntStream people) {
        people.forEach(person -> database.insert("verfahrensschritt", Map.of(
                "aktenzeichen", naturalisationNumber(person), "ereignis", "ANTRAG_EINGEGANGEN",
                "datum", ENROLMENT.plusDays(30), "familienname", crowd.family(person), "vorname",
                crowd.given(person), "geburtsdatum", crowd.birth(person).toString())));
    }

    /** One row each: passed on to another office, on a day of its own. */
    public void referrals(int number, LocalDate day, IntStream people, IntFunction<String> theme) {
        CsvExport.CASE_FILE.write(caseFolder, "fallakte-%05d.csv".formatted(number),
                people.mapToObj(person -> referral(person, day, theme.apply(person))));
    }

    public static String customerNumber(int person) {
        return "%03dA%06d".formatted(100 + person / 1_000_000, person % 1_000_000);
    }

    public static String caseNumber(int person) {
        return "AWO-%07d".formatted(person);
    }

    public static String municipalNumber(int person) {
        return "KCM-%07d".formatted(person);
    }

    public static String naturalisationNumber(int person) {
        return "33.30-%07d".formatted(person);
    }

    private Map<String, String> jobcenterRow(int person) {
        return Map.ofEntries(
                Map.entry("BG-Nummer", "31702BG%07d".formatted(person)),
                Map.entry("Kundennummer", customerNumber(person)),
                Map.entry("Name", crowd.family(person)),
                Map.entry("Vorname", crowd.given(person)),
                Map.entry("Geburtsdatum", GERMAN.format(crowd.birth(person))),
                Map.entry("Geschlecht", person % 2 == 0 ? "w" : "m"),
                Map.entry("Staatsangehörigkeit", person % 3 == 0 ? "türkisch" : "syrisch"),
                Map.entry("PLZ", "32257"),
                Map.entry("Ort", "Bünde"),
                Map.entry("Rechtskreis", "SGB II"),
                Map.entry("Leistungsbezug ab", GERMAN.format(crowd.benefitFrom(person))),
                Map.entry("Team", "Team 4"),
                Map.entry("Maßnahme", crowd.measure(person)),
                Map.entry("Maßnahmeart", "AVGS"),
                Map.entry("Träger", "Probe-Akademie Bünde"),
                Map.entry("Eintritt", GERMAN.format(crowd.benefitFrom(person))),
                Map.entry("Sprachniveau", "A2"),
                Map.entry("Bemerkung", "erscheint \"pünktlich\"; zuverlässig"));
    }

    private Map<String, String> impossibleRow(int number) {
        return Map.of("BG-Nummer", "31702BG%07d".formatted(number), "Kundennummer", "999Z%06d".formatted(number),
                "Name", "Musterfehler", "Vorname", "Test", "Geburtsdatum", "31.02.1990",
                "Geschlecht", "w", "Leistungsbezug ab", "01.02.2024");
    }

    private Map<String, String> opened(int person) {
        return Map.of("LFDNR", "F" + person, "FALLNUMMER", caseNumber(person), "ART", "fall_eroeffnet",
                "DATUM", GERMAN.format(ENROLMENT), "NACHNAME", crowd.family(person), "VORNAME", crowd.given(person),
                "GEBURTSDATUM", GERMAN.format(crowd.birth(person)));
    }

    private Map<String, String> consent(int person) {
        return Map.ofEntries(
                Map.entry("LFDNR", "E" + person),
                Map.entry("FALLNUMMER", caseNumber(person)),
                Map.entry("ART", "einwilligung"),
                Map.entry("DATUM", GERMAN.format(ENROLMENT)),
                Map.entry("NACHNAME", crowd.family(person)),
                Map.entry("VORNAME", crowd.given(person)),
                Map.entry("GEBURTSDATUM", GERMAN.format(crowd.birth(person))),
                Map.entry("EINW_NUMMER", "EW-" + person),
                Map.entry("EINW_ZWECKE", "case_management"),
                Map.entry("EINW_QUELLEN", "jobcenter,awo"),
                Map.entry("EINW_EMPFAENGER", "awo,kim,einbuergerungsbehoerde"),
                Map.entry("EINW_BIS", GERMAN.format(ENROLMENT.plusYears(3))),
                Map.entry("EINW_FORMULAR", "2025-1"),
                Map.entry("EINW_SCHWEIGEPFLICHT", "ja"),
                Map.entry("AZ_STELLEN", "jobcenter,kim,einbuergerungsbehoerde"),
                Map.entry("AZ_NUMMERN", String.join(",", List.of(customerNumber(person), municipalNumber(person),
                        naturalisationNumber(person)))));
    }

    private Map<String, String> referral(int person, LocalDate day, String theme) {
        return Map.of("LFDNR", "V" + person + "-" + day, "FALLNUMMER", caseNumber(person), "ART", "vermittlung",
                "DATUM", GERMAN.format(day), "NACHNAME", crowd.family(person), "VORNAME", crowd.given(person),
                "GEBURTSDATUM", GERMAN.format(crowd.birth(person)), "WEITER_AN", "sprachkurstraeger",
                "THEMA", theme);
    }
}
