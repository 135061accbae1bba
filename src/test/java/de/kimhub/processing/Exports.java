package de.kimhub.processing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the exports of the tools: a line per call, columns that are not named stay empty. */
final class Exports {

    static final String JOBCENTER = "BG-Nummer;Kundennummer;Name;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;"
            + "PLZ;Ort;Rechtskreis;Leistungsbezug ab;Integrationsfachkraft;Team;Maßnahme;Maßnahmeart;Träger;Eintritt;"
            + "Austritt;Austrittsgrund;Sprachniveau;Bemerkung";
    static final String AWO = "LFDNR;FALLNUMMER;ART;DATUM;NACHNAME;VORNAME;GEBURTSDATUM;GESCHLECHT;"
            + "STAATSANGEHOERIGKEIT;SPRACHE;STRASSE;HAUSNUMMER;PLZ;ORT;THEMA;BERATUNGSART;WEITER_AN;ABSCHLUSSGRUND;"
            + "EINW_NUMMER;EINW_ZWECKE;EINW_QUELLEN;EINW_EMPFAENGER;EINW_BIS;EINW_FORMULAR;EINW_SPRACHE;"
            + "EINW_SCHWEIGEPFLICHT;AZ_STELLEN;AZ_NUMMERN;STATUS";

    private final String header;
    private final StringBuilder text;

    private Exports(String header) {
        this.header = header;
        this.text = new StringBuilder(header).append("\r\n");
    }

    static Exports jobcenter() {
        return new Exports(JOBCENTER);
    }

    static Exports awo() {
        return new Exports(AWO);
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

    Exports person(String number, String family, String given, String birth, String... more) {
        String[] cells = new String[10 + more.length];
        System.arraycopy(new String[] {"Kundennummer", number, "Name", family, "Vorname", given, "Geburtsdatum", birth,
                "Leistungsbezug ab", "01.01.2026"}, 0, cells, 0, 10);
        System.arraycopy(more, 0, cells, 10, more.length);
        return row(cells);
    }

    Exports entry(String number, String caseNumber, String kind, String family, String given, String birth,
                  String... more) {
        String[] cells = new String[14 + more.length];
        System.arraycopy(new String[] {"LFDNR", number, "FALLNUMMER", caseNumber, "ART", kind, "DATUM", "02.02.2026",
                "NACHNAME", family, "VORNAME", given, "GEBURTSDATUM", birth}, 0, cells, 0, 14);
        System.arraycopy(more, 0, cells, 14, more.length);
        return row(cells);
    }

    /** @param more e.g. AZ_STELLEN and AZ_NUMMERN */
    Exports consent(String number, String caseNumber, String family, String given, String birth, String... more) {
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
