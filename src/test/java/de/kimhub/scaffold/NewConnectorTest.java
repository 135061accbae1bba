package de.kimhub.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.kit.CheckResult;
import de.kimhub.kit.ConnectorKit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a sample to a connector whose kit is green once people have decided. */
class NewConnectorTest {

    /** Names that stand in samples alone; nothing of them may be kept. */
    private static final List<String> FAMILIES = List.of("Zwetschgenstein", "Quarkmüller", "Xylander", "Yggdrasilow");
    private static final List<String> GIVEN = List.of("Zenobius", "Quirina", "Xaveria", "Yolandika");

    @TempDir
    Path folder;

    private Path connectors;

    @BeforeEach
    void make() throws IOException {
        connectors = Files.createDirectories(folder.resolve("connectors"));
    }

    private NewConnector.Result draft(String fileName, byte[] sample) throws Exception {
        Path file = folder.resolve(fileName);
        Files.write(file, sample);
        NewConnector.Result result = NewConnector.write(file, connectors, "neu");
        assertNothingOfTheSampleIsKept(result.folder());
        return result;
    }

    private static void assertNothingOfTheSampleIsKept(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(text).as(file.toString()).doesNotContain("Zwetsch", "Quark", "Xylander", "Yggdra", "Zenobius",
                        "Quirina", "Xaveria", "Yolandika", "geheime Sorgen", "TN-77", "1977-07-07", "07.07.1977");
            }
        }
    }

    /** What people do: they decide and take the marks away. */
    private static void decide(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("samples")).toList()) {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                lines.removeIf(line -> line.contains("ENTSCHEIDEN"));
                Files.write(file, lines);
            }
        }
    }

    private static List<String> findings(List<CheckResult> checks) {
        return checks.stream().flatMap(check -> check.findings().stream()).toList();
    }

    private static void assertGreenOnceDecided(NewConnector.Result result) throws IOException {
        assertThat(findings(result.checks())).as("only decisions are left").isNotEmpty()
                .allMatch(finding -> finding.contains("HUB-KIT-018"));
        decide(result.folder());
        assertThat(findings(ConnectorKit.check(result.folder()))).isEmpty();
    }

    private static byte[] courses() {
        StringBuilder csv = new StringBuilder("Lfd-Nr;Teilnehmer-ID;Nachn.;VN;GebDat;Staatsang.;Vorgang;Datum;Kurstyp;Status;"
                + "Bemerkungen\r\n");
        String[] kinds = {"Kursbeginn", "Kursabschluss", "Abbruch", "Pausiert"};
        for (int i = 0; i < 16; i++) {
            csv.append(i + 1).append(";TN-77").append(10 + i / 2).append(';').append(FAMILIES.get(i % 4)).append(';')
                    .append(GIVEN.get(i % 4)).append(";07.07.1977;").append(i % 2 == 0 ? "syrisch" : "ukr.").append(';')
                    .append(kinds[i % 4]).append(";0").append(i % 9 + 1).append(".03.2026;")
                    .append(i % 3 == 0 ? "IK-Jugend" : "Allgemeiner Integrationskurs").append(';')
                    .append(i % 5 == 0 ? "storniert" : "aktiv").append(";erzählt geheime Sorgen\r\n");
        }
        return csv.toString().getBytes(Charset.forName("windows-1252"));
    }

    @Test
    void aHistoryOfCoursesInCsv() throws Exception {
        NewConnector.Result result = draft("kurse.csv", courses());

        String receive = Files.readString(result.folder().resolve("receive.yaml"));
        assertThat(receive).contains("key: [Lfd-Nr]", "case.number: {from: Teilnehmer-ID, required: true}",
                "- type: course.started", "when: {column: Vorgang, equals: Kursbeginn}",
                "retracts: {column: Status, equals: storniert}", "ENTSCHEIDEN: was bedeutet 'Pausiert' in 'Vorgang'");
        assertThat(Files.readString(result.folder().resolve("connector.yaml"))).contains("delivery: events",
                "charset: windows-1252", "- Bemerkungen");
        assertThat(Files.readString(result.folder().resolve("codelists/staatsang-werte.csv")))
                .contains("syrisch;475", "# ENTSCHEIDEN").contains("ukr.");
        assertThat(result.marks()).anyMatch(mark -> mark.matches(".*receive\\.yaml:\\d+: ENTSCHEIDEN: was bedeutet.*"));
        assertGreenOnceDecided(result);
    }

    @Test
    void aStockInAWorkbook() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Bestand");
            List<String> header = List.of("Kundennummer", "Name", "Vorname", "Geburtsdatum", "PLZ", "Maßnahme", "Eintritt",
                    "Austritt", "Team");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(1, i, header.get(i));
            }
            sheet.value(0, 0, "Bestandsliste");
            for (int row = 2; row < 12; row++) {
                sheet.value(row, 0, "777B77" + (1000 + row));
                sheet.value(row, 1, FAMILIES.get(row % 4));
                sheet.value(row, 2, GIVEN.get(row % 4));
                day(sheet, row, 3, LocalDate.of(1977, 7, 7));
                sheet.value(row, 4, 32257);
                sheet.value(row, 5, "Nähkurs");
                day(sheet, row, 6, LocalDate.of(2026, 3, row));
                if (row % 3 == 0) {
                    day(sheet, row, 7, LocalDate.of(2026, 5, row));
                }
                sheet.value(row, 8, "Team 5");
            }
        }

        NewConnector.Result result = draft("bestand.xlsx", bytes.toByteArray());

        assertThat(Files.readString(result.folder().resolve("connector.yaml"))).contains("type: xlsx", "headerRow: \"2\"",
                "delivery: snapshot", "authority: jobcenter");
        assertThat(Files.readString(result.folder().resolve("receive.yaml"))).contains("key: [Kundennummer]",
                "type: measure.started", "type: measure.ended", "ENTSCHEIDEN: was heißt es, dass eine Person");
        assertThat(result.folder().resolve("samples/beispiele/input.xlsx")).exists();
        assertGreenOnceDecided(result);
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd.mm.yyyy").set();
    }

    @Test
    void nestedJson() throws Exception {
        StringBuilder json = new StringBuilder("{\"data\":{\"items\":[");
        for (int i = 0; i < 12; i++) {
            json.append(i == 0 ? "" : ",").append("""
                    {"id":"e%d","client":{"caseNumber":"TN-77%d","lastName":"%s","firstName":"%s","dateOfBirth":"1977-07-07",
                     "languages":["ara","ukr"]},"event":"%s","date":"2026-03-0%dT10:00:00","notes":"geheime Sorgen"}"""
                    .formatted(100 + i, i / 2, FAMILIES.get(i % 4), GIVEN.get(i % 4),
                            i % 2 == 0 ? "case-opened" : "consultation", i % 9 + 1));
        }

        NewConnector.Result result = draft("faelle.json", json.append("]}}").toString().getBytes(StandardCharsets.UTF_8));

        assertThat(Files.readString(result.folder().resolve("receive.yaml"))).contains("from: client.caseNumber",
                "from: client.lastName", "event.occurredAt: {from: date, as: timestamp", "separator: \",\"");
        assertGreenOnceDecided(result);
    }

    @Test
    void aCollectionInXmlWithNamespaces() throws Exception {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <k:kurse xmlns:k="urn:beispiel:kurse:1" xmlns="urn:beispiel:person:1"><k:kopf erstellt="2026-03-01"/><k:liste>
                """);
        for (int i = 0; i < 9; i++) {
            xml.append("""
                    <k:teilnahme nr="%d" status="%s"><person><nachname>%s</nachname><vorname>%s</vorname>
                     <geburtsdatum>1977-07-07</geburtsdatum><staatsangehoerigkeit>475</staatsangehoerigkeit></person>
                     <k:teilnehmernummer>TN-77%d</k:teilnehmernummer><k:vorgang>%s</k:vorgang><k:datum>2026-03-0%d</k:datum>
                     <k:bemerkung>geheime Sorgen</k:bemerkung></k:teilnahme>
                    """.formatted(i + 1, i % 4 == 0 ? "storniert" : "aktiv", FAMILIES.get(i % 4), GIVEN.get(i % 4), i / 2,
                    List.of("Kursbeginn", "Kursabschluss", "Abbruch").get(i % 3), i + 1));
        }

        NewConnector.Result result = draft("kurse.xml", xml.append("</k:liste></k:kurse>").toString()
                .getBytes(StandardCharsets.UTF_8));

        assertThat(Files.readString(result.folder().resolve("connector.yaml"))).contains("records: [\"k:teilnahme\"]",
                "collection: \"k:kurse/k:liste\"", "- \"k:bemerkung\"");
        assertThat(Files.readString(result.folder().resolve("receive.yaml"))).contains("key: [\"@nr\"]",
                "from: \"n:person/n:nachname\"", "retracts: {column: \"@status\", equals: storniert}");
        assertGreenOnceDecided(result);
    }

    @Test
    void xmlWithADocumentTypeIsRefused() throws IOException {
        Path file = folder.resolve("boese.xml");
        Files.writeString(file, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a><b n=\"1\">&e;</b><b/></a>");

        assertThatThrownBy(() -> NewConnector.write(file, connectors, "neu")).isInstanceOf(NotDrafted.class);
        assertThat(connectors).isEmptyDirectory();
    }

    @Test
    void aTitleAboveTheHeaderAndTwoColumnsOfOneName() throws Exception {
        StringBuilder csv = new StringBuilder("Auszug vom 01.03.2026\n\nFallnummer;Name;Vorname;Tel.;Ansprechpartner;Tel.;"
                + "Eröffnet am\n");
        for (int i = 0; i < 8; i++) {
            csv.append("TN-77").append(i).append(';').append(FAMILIES.get(i % 4)).append(';').append(GIVEN.get(i % 4))
                    .append(";05221 77700;Team A;05221 77701;0").append(i + 1).append(".03.2026\n");
        }

        NewConnector.Result result = draft("liste.csv", csv.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(Files.readString(result.folder().resolve("connector.yaml"))).contains("headerRow: \"3\"");
        assertThat(Files.readString(result.folder().resolve("receive.yaml"))).contains("unit.telephone: {from: Tel. (2)",
                "type: case.opened");
        assertGreenOnceDecided(result);
    }

    @Test
    void aSampleOfWhichLittleIsUnderstoodStillGivesAFolderThatLoads() throws Exception {
        NewConnector.Result result = draft("raetsel.csv", "A,B,C\nx1,Zwetschgenstein,7\nx2,Xylander,8\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(Files.readString(result.folder().resolve("receive.yaml")))
                .contains("ENTSCHEIDEN: welche Spalte ist das Aktenzeichen", "ENTSCHEIDEN: Was bedeutet ein Datensatz?",
                        "ENTSCHEIDEN: an welchem Tag");
        assertThat(findings(result.checks())).allMatch(finding -> finding.contains("HUB-KIT-018"));
    }

    @Test
    void anExistingFolderAndABadNameAreRefused() throws Exception {
        Path file = folder.resolve("kurse.csv");
        Files.write(file, courses());
        Files.createDirectories(connectors.resolve("schon-da"));

        assertThatThrownBy(() -> NewConnector.write(file, connectors, "schon-da")).isInstanceOf(NotDrafted.class);
        assertThatThrownBy(() -> NewConnector.write(file, connectors, "Neu und Schön")).isInstanceOf(NotDrafted.class);
        assertThat(connectors.resolve("schon-da")).isEmptyDirectory();
    }
}
