package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit over a connector that receives XML. */
class XmlConnectorTest {

    private static final String SCHEMA = "# yaml-language-server: $schema=../../config/schema/%s.json\n";
    private static final String NAMESPACE = "http://www.beispiel.invalid/kurs2611";

    @TempDir
    Path product;

    private Path folder;

    @BeforeEach
    void aGoodConnector() throws IOException {
        folder = product.resolve("connectors/kurs-xml");
        write("connector.yaml", SCHEMA.formatted("connector") + """
                title: Sprachkurse (XML)
                authority: sprachkurstraeger
                purpose: Kursdaten
                legalBasis: Einwilligung
                retention: P7D
                receive:
                  delivery: events
                  format:
                    type: xml
                    namespaces: {k: {"26.11": "http://www.beispiel.invalid/kurs2611", "26.05": "urn:kurs:alt"}}
                    records: ["k:beginn", "k:ende"]
                    collection: k:kurse
                    unusedColumns: ["kopf/*", "//@listURI", "k:selten/*"]
                """);
        write("receive.yaml", SCHEMA.formatted("receive") + """
                record: {key: [id], replaces: [ersetzt], sameKey: refuse, test: {column: "@test", is: filled}}
                fields:
                  case.number: {firstOf: [az, "k:az"], required: true}
                  person.names.official.family: {from: "k:person/name", as: name}
                  event.occurredOn: {from: "k:am", required: true}
                events:
                  - type: course.started
                    when: {column: "name()", equals: "k:beginn"}
                  - type: course.completed
                    when: {column: "name()", equals: "k:ende"}
                """);
        write("README.md", "Dieser Konnektor nimmt Kursdaten auf. ".repeat(8));
        good("beginn", record(1, "beginn", "Musterfrau", ""), expected(1, "course.started", "Musterfrau"));
        good("ende", record(2, "ende", "Beispiel", " test=\"ja\""), expected(2, "course.completed", "Beispiel"));
        good("zwei", record(3, "beginn", "Probe-Bei\u015Fpiel", "").replace("<id>", "<ersetzt>2</ersetzt><id>")
                        + "\n<!-- dazwischen -->" + record(4, "ende", "Testmann", "").replace("<az ", "<k:az ").replace("</az>", "</k:az>"),
                expected(3, "course.started", "Probe-Bei\u015Fpiel") + "," + expected(4, "course.completed", "Testmann"));
        failing("nicht-wohlgeformt", record(5, "beginn", "&nichts;", ""), "HUB-XML-020");
        failing("andere-version", record(6, "beginn", "Musterfrau", " xmlns:k='urn:kurs:uralt'"), "HUB-XML-004");
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String record(int number, String element, String name, String attributes) {
        return "<k:%2$s%4$s><kopf><von>hier</von></kopf><id>%1$d</id><az listURI=\"urn:a\">F-%1$d</az><k:person><name>%3$s</name></k:person>\n<k:am>2026-03-02</k:am></k:%2$s>"
                .formatted(number, element, name, attributes);
    }

    private static String expected(int number, String type, String name) {
        return GoodConnector.record(String.valueOf(number), type, name);
    }

    private void good(String name, String records, String expected) throws IOException {
        input(name, records);
        write("samples/" + name + "/expected.json", "[" + expected + "]");
    }

    private void failing(String name, String records, String code) throws IOException {
        input(name, records);
        write("samples/" + name + "/expected-problems.json", "[{\"code\": \"" + code + "\", \"record\": 1}]");
    }

    private void input(String name, String records) throws IOException {
        write("samples/" + name + "/input.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<k:kurse xmlns:k=\"" + NAMESPACE
                + "\">" + records + "</k:kurse>\n");
    }

    private List<String> findings() {
        return ConnectorKit.check(folder).stream().flatMap(result -> result.findings().stream()).toList();
    }

    @Test
    void aGoodOneHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatAGoodSampleHasAndNobodyReadsIsFound() throws IOException {
        good("beginn", record(1, "beginn", "Musterfrau", "").replace("<k:am>", "<k:neu>x</k:neu><k:am>"),
                expected(1, "course.started", "Musterfrau"));

        assertThat(findings()).singleElement().asString().contains("Element no. 5 of the record, on line 3")
                .doesNotContain("k:neu");
    }

    @Test
    void aPathThatNoSampleHasIsFound() throws IOException {
        write("receive.yaml", Files.readString(folder.resolve("receive.yaml")).replace("[az, \"k:az\"]",
                "[az, \"k:az\", \"k:person/az\"]"));

        assertThat(findings()).singleElement().asString().contains("'k:person/az' is read, but no good sample has it");
    }

    @Test
    void aWrongPathIsAFindingWithItsLine() throws IOException {
        write("receive.yaml", Files.readString(folder.resolve("receive.yaml")).replace("\"k:am\"", "\"q:am\"")
                .replace("[id]", "[\"id[0]\"]"));

        assertThat(findings()).hasSize(2).anySatisfy(text -> assertThat(text).startsWith("connectors/kurs-xml/receive.yaml:2:")
                .contains("'id[0]' is no path")).anySatisfy(text -> assertThat(text)
                .startsWith("connectors/kurs-xml/receive.yaml:6:").contains("the prefix 'q' is not declared"));
    }

    @Test
    void recordsInAnotherOrderAreStillWholeXml() throws IOException {
        byte[] document = Files.readAllBytes(folder.resolve("samples/zwei/input.xml"));
        KitFolder kit = KitFolder.of(de.kimhub.connector.Connectors.loadOne(folder, new java.util.ArrayList<>()).orElseThrow(),
                de.kimhub.connector.Connectors.reader(folder.getParent()));
        SampleRun run = SampleRun.of(kit.translator(), document);

        byte[] reversed = new Reordering("xml").reverse(document, run.records()).orElseThrow();

        SampleRun other = SampleRun.of(kit.translator(), reversed);
        assertThat(other.accepted()).extracting(taken -> taken.key()).containsExactly("4", "3");
        assertThat(other.findings()).isEmpty();
        assertThat(new String(reversed, java.nio.charset.StandardCharsets.UTF_8)).endsWith("</k:kurse>\n");
    }
}
