package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesCheckTest {

    @TempDir
    Path product;

    private GoodConnector connector;

    @BeforeEach
    void writeAGoodConnector() {
        connector = new GoodConnector(product);
    }

    @Test
    void namesTheFieldThatDiffersAndNeverItsValue() {
        connector.replace("samples/beginn/expected.json", "Musterfrau", "Mustermann");
        assertThat(connector.findings()).singleElement().asString()
                .isEqualTo("connectors/kurs-csv/samples/beginn/expected.json: record 1: event course.started: field"
                        + " person.names.official.family has another value than expected. Correct the mapping, or what is"
                        + " expected. [HUB-KIT-015]");
    }

    @Test
    void findsMissingAndSurplusFieldsEventsAndKeys() {
        connector.replace("samples/beginn/expected.json", "\"person.names.official.family\"", "\"person.names.birth.family\"");
        connector.replace("samples/ende/expected.json", "course.completed", "course.aborted");
        connector.replace("samples/zwei/expected.json", "\"key\": \"3\"", "\"key\": \"9\"");
        assertThat(connector.findings()).hasSize(4)
                .anyMatch(text -> text.contains("person.names.birth.family is expected, but is not filled"))
                .anyMatch(text -> text.contains("person.names.official.family is filled, but not expected"))
                .anyMatch(text -> text.contains("expected the events [course.aborted], but the mapping makes"
                        + " [course.completed]"))
                .anyMatch(text -> text.contains("record 1: the key differs"));
    }

    @Test
    void findsRecordsThatAreRefusedOrTakenAgainstExpectation() {
        connector.replace("samples/zwei/input.csv", "4;F-4;Test;02.03.2026", "4;F-4;Test;32.03.2026");
        connector.replace("samples/nicht-datum/input.csv", "31.02.2026", "28.02.2026");
        assertThat(connector.findings())
                .anyMatch(text -> text.contains("zwei/expected.json: Expected 2 accepted records, but 1 were accepted"))
                .anyMatch(text -> text.contains("not expected: record 2, line 3, column AB [HUB-MAP-005]"))
                .anyMatch(text -> text.contains("nicht-datum/expected-problems.json: expected record 1, [HUB-MAP-005], but"
                        + " it did not come"));
    }

    @Test
    void findsTheFirstLineOfADeliveryThatDiffers() {
        connector.replace("samples/ausgang/expected.csv", "02.03.2026", "03.03.2026");
        assertThat(connector.findings()).singleElement().asString()
                .startsWith("connectors/kurs-csv/samples/ausgang/expected.csv:2: What is rendered differs");
    }

    @Test
    void expectedXmlCountsByWhatItMeans() {
        connector.replace("connector.yaml", "format: {type: csv, charset: UTF-8, delimiter: \";\"}}\n"
                + "deliver: {idempotence: ledger, format: {type: csv, charset: UTF-8, delimiter: \";\"}}",
                "format: {type: csv, charset: UTF-8, delimiter: \";\"}}\ndeliver: {idempotence: ledger, format: {type:"
                        + " xml, namespaces: {k: \"urn:kurs\"}, root: \"k:liste\", record: \"k:eintrag\"}}");
        connector.replace("deliver.yaml", "  FALL: {", "  k:fall/@nr: {");
        connector.delete("samples/ausgang/expected.csv");
        String expected = """
                <?xml version="1.0"?>
                <k:liste xmlns:k="urn:kurs">
                  <!-- one -->
                  <k:eintrag><k:fall nr="K-1"/><ART>event</ART>
                    <AM>02.03.2026</AM></k:eintrag>
                </k:liste>
                """;
        connector.write("samples/ausgang/expected.xml", expected);
        assertThat(connector.findings()).isEmpty();

        connector.write("samples/ausgang/expected.xml", expected.replace("<ART>event", "<ART> event"));
        assertThat(connector.findings()).singleElement().asString().contains("What is rendered differs");

        connector.write("samples/ausgang/expected.xml", expected.replace("<k:fall", "<fall"));
        assertThat(connector.findings()).singleElement().asString().contains("What is rendered differs");
    }

    @Test
    void saysWhereAnExpectedFileIsNoJson() {
        connector.write("samples/beginn/expected.json", "[\n{");
        connector.write("samples/ende/expected.json", "{}");
        connector.write("samples/ausgang/event.json", "[{\"type\": \"no.such\"}]");
        assertThat(connector.findings()).hasSize(3)
                .anyMatch(text -> text.startsWith("connectors/kurs-csv/samples/beginn/expected.json:2: This is not valid"))
                .anyMatch(text -> text.contains("ende/expected.json: Expected a JSON array"))
                .anyMatch(text -> text.contains("ausgang/event.json: An event has an unknown type"));
    }

    @Test
    void aFolderThatCannotBeLoadedHasOneResultWithAllProblems() {
        connector.replace("receive.yaml", "course.started", "course.begun");
        connector.replace("deliver.yaml", "measure.started", "measure.begun");
        assertThat(ConnectorKit.check(connector.folder)).singleElement().satisfies(result -> {
            assertThat(result.name()).isEqualTo("the folder can be loaded");
            assertThat(result.findings()).hasSize(2);
        });
    }
}
