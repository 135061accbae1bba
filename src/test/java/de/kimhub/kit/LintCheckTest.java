package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCheckTest {

    @TempDir
    Path product;

    private GoodConnector connector;

    @BeforeEach
    void writeAGoodConnector() {
        connector = new GoodConnector(product);
    }

    @Test
    void inAGoodConnectorThereIsNothingToFind() {
        assertThat(connector.findings()).isEmpty();
    }

    @Test
    void missesTheReadme() {
        connector.delete("README.md");
        assertThat(connector.findings()).singleElement().asString()
                .startsWith("connectors/kurs-csv/README.md: Expected a text").endsWith("[HUB-KIT-001]");
    }

    @Test
    void findsCodeAndOtherFilesThatNothingReads() {
        connector.write("Mapper.java", "class Mapper {}");
        connector.write("codelists/notes.txt", "x");
        assertThat(connector.findings()).hasSize(2).allMatch(text -> text.endsWith("[HUB-KIT-002]"))
                .anyMatch(text -> text.contains("Mapper.java")).anyMatch(text -> text.contains("codelists/notes.txt"));
    }

    @Test
    void findsHostsPathsAndSecrets() {
        for (String bad : new String[] {"sftp://server/x", "/srv/export/kurse", "C:\\\\Export", "10.1.2.3",
            "secret:NAME", "fileserver.intern"}) {
            GoodConnector other = new GoodConnector(product);
            other.replace("connector.yaml", "purpose: Kursdaten", "purpose: \"" + bad + "\"");
            assertThat(other.findings()).as(bad).singleElement().asString()
                    .startsWith("connectors/kurs-csv/connector.yaml:4:").endsWith("[HUB-KIT-003]");
        }
    }

    @Test
    void missesTheSchemaLine() {
        connector.replace("deliver.yaml", "# yaml-language-server", "# nothing");
        assertThat(connector.findings()).singleElement().asString().contains("deliver.yaml:1:")
                .endsWith("[HUB-KIT-004]");
    }

    @Test
    void countsTheSamples() {
        connector.delete("samples/ende/input.csv");
        connector.delete("samples/ende/expected.json");
        assertThat(connector.findings()).anyMatch(text -> text.contains("at least 3") && text.contains("found 2"))
                .anyMatch(text -> text.contains("samples/ende: Expected either input.*"));
    }

    @Test
    void findsSamplesThatDoNotSayWhatIsExpected() {
        connector.delete("samples/zwei/expected.json");
        connector.write("samples/zwei/expectd.json", "[]");
        assertThat(connector.findings()).anyMatch(text -> text.contains("It does not say what is expected"))
                .anyMatch(text -> text.contains("samples/zwei/expectd.json: Nothing reads this"));
    }

    @Test
    void comparesCapabilitiesWithTheMappingBothWays() {
        connector.replace("connector.yaml", "[corrects, retracts, reads-acknowledgements]", "[reads-acknowledgements]");
        assertThat(connector.findings()).anyMatch(text -> text.contains("declares none of 'corrects', 'retracts' and 'stops'"));

        GoodConnector other = new GoodConnector(product);
        other.replace("deliver.yaml", "  ERSETZT: {from: delivery.replaces}\n", "");
        assertThat(other.findings()).anyMatch(text -> text.contains("Add columns from event.kind and delivery.replaces"));
    }

    @Test
    void comparesTheColumnsWithTheSamplesBothWays() {
        connector.replace("receive.yaml", "column: ART, equals: ende", "column: ARD, equals: ende");
        assertThat(connector.findings()).anyMatch(text -> text.contains("The column 'ARD' is read, but no good sample has"
                + " it. Did you mean 'ART'?") && text.contains("receive.yaml:11"));

        GoodConnector other = new GoodConnector(product);
        other.replace("receive.yaml", "  person.names.official.family: {from: NAME, as: name}\n", "");
        assertThat(other.findings()).anyMatch(text -> text.contains("have the column 'NAME', but nothing reads it"));

        other.replace("connector.yaml", "delimiter: \";\"}}\ndeliver", "delimiter: \";\", unusedColumns: [NAME, WEG]}}\ndeliver");
        assertThat(other.findings()).noneMatch(text -> text.contains("nothing reads it"))
                .anyMatch(text -> text.contains("'WEG' is declared as unused, but no good sample has it"));
    }

    @Test
    void findsEventRulesThatNoSampleReaches() {
        connector.replace("receive.yaml", "equals: ende", "equals: abgeschlossen");
        assertThat(connector.findings()).anyMatch(text -> text.contains("No sample makes the event 'course.completed'"));
    }
}
