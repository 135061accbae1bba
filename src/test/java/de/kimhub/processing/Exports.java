package de.kimhub.processing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the exports of the tools: a line per call, columns that are not named stay empty. */
public final class Exports {

    static final String JOBCENTER = "BG-Nummer;Kundennummer;Name;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;"
            + "PLZ;Ort;Rechtskreis;Leistungsbezug ab;Integrationsfachkraft;Team;Maßnahme;Maßnahmeart;Träger;Eintritt;"
            + "Austritt;Austrittsgrund;Sprachniveau;Bemerkung";
    static final String AWO = "LFDNR;FALLNUMMER;ART;DATUM;NACHNAME;VORNAME;GEBURTSDATUM;GESCHLECHT;"
            + "STAATSANGEHOERIGKEIT;SPRACHE;STRASSE;HAUSNUMMER;PLZ;ORT;THEMA;BERATUNGSART;WEITER_AN;ABSCHLUSSGRUND;"
            + "EINW_NUMMER;EINW_ZWECKE;EINW_QUELLEN;EINW_EMPFAENGER;EINW_BIS;EINW_FORMULAR;EINW_SPRACHE;"
            + "EINW_SCHWEIGEPFLICHT;EINW_DATENARTEN;EINW_VERTRETUNG;AZ_STELLEN;AZ_NUMMERN;STATUS";

    static final String REPORTS = "NUMMER;ERSETZT;TEST;AKTE;DATUM;NAME;VORNAME;GEBURT;ART;STATUS;MASSNAHME;MASSNAHMEART";

    private final String header;
    private final StringBuilder text;

    private Exports(String header) {
        this.header = header;
        this.text = new StringBuilder(header).append("\r\n");
    }

    public static Exports jobcenter() {
        return new Exports(JOBCENTER);
    }

    public static Exports awo() {
        return new Exports(AWO);
    }

    /** Each version of a report has a number of its own. */
    static Exports reports() {
        return new Exports(REPORTS);
    }

    /** Of the file {@code BG-1} of Beispiela Musterfrau. */
    Exports report(String number, String replaces, String measure, String... more) {
        String[] cells = new String[18 + more.length];
        System.arraycopy(new String[] {"NUMMER", number, "ERSETZT", replaces, "AKTE", "BG-1", "DATUM", "03.03.2026",
                "NAME", "Musterfrau", "VORNAME", "Beispiela", "GEBURT", "05.06.1990", "ART", "beginn", "MASSNAHME",
                measure}, 0, cells, 0, 18);
        System.arraycopy(more, 0, cells, 18, more.length);
        return row(cells);
    }

    /** @param cells column and value in turn */
    Exports row(String... cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            values.put(cells[i], cells[i + 1]);
        }
        text.append(Arrays.stream(header.split(";")).map(column -> values.getOrDefault(column, ""))
                .collect(Collectors.joining(";"))).append("\r\n");
        return this;
    }

    public Exports person(String number, String family, String given, String birth, String... more) {
        String[] cells = new String[10 + more.length];
        System.arraycopy(new String[] {"Kundennummer", number, "Name", family, "Vorname", given, "Geburtsdatum", birth,
                "Leistungsbezug ab", "01.01.2026"}, 0, cells, 0, 10);
        System.arraycopy(more, 0, cells, 10, more.length);
        return row(cells);
    }

    public Exports entry(String number, String caseNumber, String kind, String family, String given, String birth,
                  String... more) {
        String[] cells = new String[14 + more.length];
        System.arraycopy(new String[] {"LFDNR", number, "FALLNUMMER", caseNumber, "ART", kind, "DATUM", "02.02.2026",
                "NACHNAME", family, "VORNAME", given, "GEBURTSDATUM", birth}, 0, cells, 0, 14);
        System.arraycopy(more, 0, cells, 14, more.length);
        return row(cells);
    }

    /** @param more e.g. AZ_STELLEN and AZ_NUMMERN */
    public Exports consent(String number, String caseNumber, String family, String given, String birth, String... more) {
        String[] cells = new String[12 + more.length];
        System.arraycopy(new String[] {"EINW_NUMMER", "E-" + number, "EINW_ZWECKE", "case_management", "EINW_QUELLEN",
                "jobcenter", "EINW_EMPFAENGER", "wohlfahrtsverband", "EINW_FORMULAR", "1", "EINW_SCHWEIGEPFLICHT",
                "ja"}, 0, cells, 0, 12);
        System.arraycopy(more, 0, cells, 12, more.length);
        return entry(number, caseNumber, "einwilligung", family, given, birth, cells);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
