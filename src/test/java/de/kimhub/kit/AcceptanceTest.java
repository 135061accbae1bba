package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {

    @TempDir
    Path product;

    private GoodConnector good;

    @BeforeEach
    void write() {
        good = new GoodConnector(product);
    }

    private List<Acceptance.Change> accept(String sample) throws IOException {
        Connector connector = Connectors.loadOne(good.folder, new ArrayList<>()).orElseThrow();
        return Acceptance.accept(connector, Optional.ofNullable(sample));
    }

    private String text(String file) throws IOException {
        return Files.readString(good.folder.resolve(file));
    }

    private List<String> disagreeing() {
        return ConnectorKit.check(good.folder).stream().filter(check -> check.level() == Level.SAMPLES)
                .filter(check -> !check.passed()).map(CheckResult::name).toList();
    }

    @Test
    void samplesThatAgreeAreNotTouched() throws IOException {
        String before = text("samples/zwei/expected.json");

        assertThat(accept(null)).isEmpty();
        assertThat(text("samples/zwei/expected.json")).isEqualTo(before);
    }

    @Test
    void aChangedMappingIsAcceptedAndToldWithoutValues() throws IOException {
        good.replace("receive.yaml", "events:", "  unit.name: {constant: Kursbüro}\nevents:");
        good.replace("deliver.yaml", "ERSETZT: {", "STELLE: {constant: KIM}\n  ERSETZT: {");
        assertThat(disagreeing()).hasSize(4);

        List<Acceptance.Change> changes = accept(null);

        assertThat(changes).extracting(Acceptance.Change::sample).containsExactly("ausgang", "beginn", "ende", "zwei");
        assertThat(changes.get(3).changes()).containsExactly(
                "1 x event course.completed: field unit.name is filled, but not expected",
                "1 x event course.started: field unit.name is filled, but not expected");
        assertThat(changes.toString()).doesNotContain("Musterfrau", "Kursbüro");
        assertThat(text("samples/beginn/expected.json")).contains("\"unit.name\": \"Kursbüro\"");
        assertThat(text("samples/ausgang/expected.csv")).contains("STELLE");
        assertThat(disagreeing()).isEmpty();
        assertThat(accept(null)).isEmpty();
    }

    @Test
    void whatIsRefusedOrTakenAnewChangesTheExpectedProblems() throws IOException {
        good.replace("receive.yaml", "{from: FALL, required: true}", "{from: NR, required: true}");
        good.write("samples/ende/input.csv", "NR;FALL;NAME;AB;ART\n2;F-2;Bei?piel;02.03.2026;ende\n");

        accept(null);

        assertThat(Files.exists(good.folder.resolve("samples/nicht-fall/expected-problems.json"))).isFalse();
        assertThat(text("samples/ende/expected-problems.json")).contains("HUB-MAP-006", "\"line\": 2").doesNotContain("piel");
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void onlyTheNamedSampleIsChanged() throws IOException {
        good.replace("receive.yaml", "events:", "  unit.name: {constant: Kursbüro}\nevents:");

        assertThat(accept("ende")).extracting(Acceptance.Change::sample).containsExactly("ende");
        assertThat(disagreeing()).hasSize(2);
    }

    @Test
    void anExpectedFileThatIsNotThereYetIsWritten() throws IOException {
        good.delete("samples/beginn/expected.json");
        String other = text("samples/ende/expected.json");

        assertThat(accept(null)).extracting(Acceptance.Change::sample).containsExactly("beginn");
        assertThat(disagreeing()).isEmpty();
        assertThat(text("samples/ende/expected.json")).isEqualTo(other);
    }
}
