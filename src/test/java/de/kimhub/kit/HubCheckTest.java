package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCheckTest {

    @TempDir
    Path product;

    @Test
    void whatIsRightIsOneLineAndWhatIsWrongSaysWhere() throws IOException {
        new GoodConnector(product);
        Path config = Files.createDirectories(product.resolve("config/test/instances")).getParent();
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
        Files.writeString(config.resolve("instances/kurse.yaml"), "title: Kurse\nconnector: kurs\n");

        CheckReport report = HubCheck.run(product, Optional.of(config));

        assertThat(report.passed()).isFalse();
        assertThat(report.toText()).contains("in Ordnung  kurs-csv: ")
                .contains("BEFUNDE     config/test: 4 von 5 Prüfungen bestanden")
                .contains("config/test/instances/kurse.yaml:1: 'municipality' is missing")
                .contains("HUB-CFG-011  Eine Pflichtangabe fehlt. Ergänzen.").contains("Befunde in 1 von");
    }

    @Test
    void rulesThatCanAllowNothingAreFound() throws IOException {
        new GoodConnector(product);
        Path config = Files.createDirectories(product.resolve("config/test/instances")).getParent();
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
        Files.writeString(config.resolve("sharing.yaml"), """
                rules:
                  - id: a-b
                    from: jobcenter
                    to: [wohlfahrtsverband, "instance:awo-nirgends"]
                    events: [measure.started]
                    fields: [event.occurredOn, case.number]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    secrecyRelease: not-needed
                    unknownPerson: withhold
                    retention: P1Y
                """);

        String text = HubCheck.run(product, Optional.of(config)).toText();

        assertThat(text).contains("config/test/sharing.yaml:4: There is no instance 'awo-nirgends'")
                .contains("case.number").contains("HUB-KIT-041  Eine Freigaberegel nennt");
    }

    @Test
    void whatIsMissingForRealDataIsAHintInTestAndAFindingOtherwise() throws IOException {
        new GoodConnector(product);
        Path config = Files.createDirectories(product.resolve("config/test/instances")).getParent();
        Path transports = Files.createDirectories(product.resolve("routes/transports"));
        for (String file : List.of("file-deliver.kamelet.yaml", "file-receive.kamelet.yaml")) {
            Files.copy(Path.of("routes/transports", file), transports.resolve(file));
        }
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
        String file = "title: Kurse\nconnector: kurs-csv\nmunicipality: \"05758\"\n"
                + "receive: {transport: file, folder: in/kurse}\nrelease: {controller: Musteramt, date: 2999-01-01}\n";
        Files.writeString(config.resolve("instances/kurse.yaml"), file);

        CheckReport inTest = HubCheck.run(product, Optional.of(config));
        Files.writeString(config.resolve("instances/kurse.yaml"), file + "mode: shadow\n");
        CheckReport shadow = HubCheck.run(product, Optional.of(config));

        assertThat(inTest.passed()).isTrue();
        assertThat(inTest.hints()).singleElement().asString().contains("kurse.yaml", "release.contract ", "release.contractDate",
                "release.date", "mode: live").doesNotContain("release.controller");
        assertThat(shadow.passed()).isFalse();
        assertThat(shadow.toText()).contains("kurse.yaml:6: ", "release.contract ", "release.date", "[HUB-CON-033]");
    }

    @Test
    void aRuleForOneInstanceThatTheLawForbidsIsFoundWithTheLaw() throws IOException {
        new GoodConnector(product);
        Path config = Files.createDirectories(product.resolve("config/test/instances")).getParent();
        Path transports = Files.createDirectories(product.resolve("routes/transports"));
        for (String file : List.of("file-deliver.kamelet.yaml", "file-receive.kamelet.yaml")) {
            Files.copy(Path.of("routes/transports", file), transports.resolve(file));
        }
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
        Files.writeString(config.resolve("instances/runde.yaml"), """
                title: Runde
                connector: kurs-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                authority: lenkungsgruppe
                receive: {transport: file, folder: in/runde}
                """);
        Files.writeString(config.resolve("sharing.yaml"), """
                rules:
                  - id: an-die-runde
                    from: jobcenter
                    to: "instance:runde"
                    events: [measure.started]
                    fields: [event.occurredOn]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    retention: P1Y
                """);

        assertThat(HubCheck.run(product, Optional.of(config)).toText())
                .contains("'an-die-runde' gives records of single people to the steering group", "Art. 5(1)(c) DSGVO",
                        "HUB-SHR-006");
    }

    @Test
    void theJsonHasStableNames() throws IOException {
        new GoodConnector(product);

        JsonNode json = JsonMapper.builder().build().readTree(HubCheck.run(product, Optional.empty()).toJson());

        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.path("checks").asInt()).isEqualTo(json.path("results").size()).isGreaterThan(10);
        assertThat(json.path("results").path(0).fieldNames()).toIterable()
                .containsExactly("level", "subject", "name", "passed", "findings");
    }
}
