package de.kimhub.runtime.demo;

import de.kimhub.runtime.demo.Marks.Kind;
import de.kimhub.runtime.demo.Marks.Mark;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.tool.CsvExport;
import de.kimhub.runtime.demo.tool.DemoTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hands over what no tool should write: marks in places where parsers, databases and file systems quote them. */
final class Awkward {

    private static final Path MESSAGES = Path.of("connectors/auslaenderbehoerde/samples/antrag-und-termin/input.xml");

    private final DemoTools tools;
    private final String name;
    private final String birth;
    private final String number;
    private final String azr;

    Awkward(DemoTools tools, Marks marks) {
        this.tools = tools;
        this.name = first(marks, Kind.NAME);
        this.birth = first(marks, Kind.BIRTH);
        this.number = first(marks, Kind.KUNDENNUMMER);
        this.azr = first(marks, Kind.AZR);
    }

    private static String first(Marks marks, Kind kind) {
        return marks.all().stream().filter(mark -> mark.kind() == kind).map(Mark::text).findFirst().orElseThrow();
    }

    /** What the sender itself named so, and may read in its receipts. */
    String nameOfFileAndColumn() {
        return name;
    }

    /** Files that are refused whole: without columns, not well-formed, with a document type, in the wrong letters. */
    void wholeFiles() throws IOException {
        give(Office.JOBCENTER, name + ".csv", "Kunde " + number + ";" + name + "\r\n" + number + ";" + name + "\r\n");
        give(Office.LANGUAGE_SCHOOL, "spalten.csv", name + ";" + birth + "\r\n" + name + ";" + birth + "\r\n");
        give(Office.ABH, "offen.xml", "<nachrichten><" + name + " " + name + "=\"" + azr + "\"><a>" + birth + "</b>");
        give(Office.ABH, "typ.xml", "<!DOCTYPE " + name + " [<!ENTITY " + name + " SYSTEM \"file:///" + name
                + "\">]><nachrichten>&" + name + ";</nachrichten>");
        give(Office.ABH, "namensraum.xml", "<nachrichten><xa:" + name + " xmlns:xa=\"http://" + name + "/" + azr + "\"/></nachrichten>");
        Files.write(tools.exports(Office.AWO_BUENDE).resolve("zeichen.csv"),
                ("LFDNR;FALLNUMMER\r\n1;" + name + "ä\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Records that are refused one by one, with the mark in the very field that is wrong. */
    void records() throws IOException {
        String sample = Files.readString(MESSAGES);
        give(Office.ABH, "felder.xml", sample.replace("ANTRAG-MUSTER-0001", azr).replace("<code>01</code>", "<code>" + name + "</code>")
                .replace("<xa:datum>2026-04-20", "<xa:datum>" + birth + name).replace("09:00:00.000+01:00", name)
                .replace("-000000000", "-" + azr.substring(0, 9)));
        CsvExport.CASE_FILE.write(tools.exports(Office.AWO_BUENDE), "felder.csv", Stream.of(
                caseFile("1", "ART", name), caseFile("2", "DATUM", birth + name), caseFile("3", "GEBURTSDATUM", birth + name),
                caseFile("4", "EINW_QUELLEN", name), caseFile("5", "PLZ", name), caseFile("6", "FALLNUMMER", ""),
                caseFile("7", "NACHNAME", name + "\u4e2d\u6587"), caseFile("8", "EINW_SCHWEIGEPFLICHT", name)));
        give(Office.AWO_BUENDE, "anfuehrung.csv", String.join(";", CsvExport.CASE_FILE.columns()) + "\r\n1;\"" + name + "\"" + number
                + ";x\r\n2;\"" + birth + "\r\n");
        CsvExport.JOBCENTER.write(tools.exports(Office.JOBCENTER), "felder.csv", Stream.of(
                Map.of("Kundennummer", number, "Name", name, "Geburtsdatum", birth + name, "Leistungsbezug ab", name),
                Map.of("Kundennummer", "", "Name", name, "Geburtsdatum", birth)));
    }

    private Map<String, String> caseFile(String entry, String column, String value) {
        Map<String, String> row = new java.util.HashMap<>(Map.of("LFDNR", "FALSCH-" + entry, "FALLNUMMER", "BUE-" + number,
                "ART", "einwilligung", "DATUM", "02.02.2026", "NACHNAME", name, "EINW_NUMMER", name, "EINW_ZWECKE",
                "case_management", "EINW_QUELLEN", "jobcenter", "EINW_EMPFAENGER", "wohlfahrtsverband"));
        row.put(column, value);
        return row;
    }

    private void give(Office office, String file, String text) throws IOException {
        Files.write(tools.exports(office).resolve(file), List.of(text), StandardCharsets.UTF_8);
    }
}
