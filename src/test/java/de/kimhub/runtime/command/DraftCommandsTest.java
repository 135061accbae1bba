package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.runtime.KimHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of somebody who connects a tool: a draft, its samples, an instance, and what that changes. */
class DraftCommandsTest {

    private static final String EXPORT = """
            Nr;Teilnehmernummer;Nachname;Vorname;Geburtsdatum;Vorgang;Datum
            1;T-771;Zwetschgenstein;Quirina;07.07.1977;Kursbeginn;01.03.2026
            2;T-772;Xylander;Zenobius;07.07.1977;Abbruch;02.03.2026
            3;T-771;Zwetschgenstein;Quirina;07.07.1977;Kursabschluss;03.03.2026
            """;

    @TempDir
    Path temp;
    private Path config;
    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void write() throws IOException {
        config = temp.resolve("config/x");
        Files.createDirectories(config.resolve("connectors"));
        Files.createDirectories(config.resolve("instances"));
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
        Files.writeString(temp.resolve("export.csv"), EXPORT);
    }

    private int hub(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return KimHub.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private int draft() {
        return hub("new", "connector", "vhs-csv", "--from", temp.resolve("export.csv").toString(), "--into",
                config.resolve("connectors").toString(), "--json", temp.resolve("draft.json").toString());
    }

    @Test
    void aDraftSaysWhatIsLeftToDecideWithItsPlaceAndRepeatsNobody() throws IOException {
        assertThat(draft()).as(err.toString()).isEqualTo(ExitCodes.FINDINGS);

        assertThat(out.toString()).contains("Zu entscheiden", "config/x/connectors/vhs-csv/connector.yaml:4:", "Vermutet")
                .doesNotContain("Zwetschgenstein", "Xylander", "T-77", "07.07.1977");
        JsonNode json = new ObjectMapper().readTree(temp.resolve("draft.json").toFile());
        assertThat(json.get("records").asInt()).isEqualTo(3);
        assertThat(json.get("findings")).allMatch(finding -> finding.asText().contains("HUB-KIT-018"));
        assertThat(draft()).as("nothing is overwritten").isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-NEW-001").doesNotContain("\tat ");
        assertThat(hub("try", config.resolve("connectors/vhs-csv").toString(), temp.resolve("export.csv").toString()))
                .as("the export itself comes through").isZero();
    }

    @Test
    void aChangedMappingIsAcceptedOnce() throws IOException {
        draft();
        Path receive = config.resolve("connectors/vhs-csv/receive.yaml");
        String connector = config.resolve("connectors/vhs-csv").toString();
        assertThat(hub("accept", connector)).isZero();

        Files.writeString(receive, Files.readString(receive).replace("fields:\n", "fields:\n  unit.name: {constant: VHS}\n"));

        assertThat(hub("accept", connector, "--sample", "beispiele")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("samples/beispiele/expected.json", "unit.name");
        assertThat(hub("accept", connector)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(hub("accept", connector)).isZero();
        assertThat(hub("accept", connector, "--sample", "gibt-es-nicht")).isEqualTo(ExitCodes.FAILURE);
    }

    @Test
    void anInstanceOfItIsPlanned() throws IOException {
        draft();
        Path before = temp.resolve("config/vorher");
        Files.createDirectories(before.resolve("instances"));
        Files.writeString(before.resolve("hub.yaml"), "data: ../../data\n");

        assertThat(hub("new", "instance", config.toString(), "vhs-herford", "--connector", "vhs-csv", "--municipality",
                "05758012")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("vhs-herford.yaml:", "Zu entscheiden");
        Path plan = temp.resolve("plan.json");
        assertThat(hub("plan", config.toString(), "--against", before.toString(), "--json", plan.toString()))
                .isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("+ vhs-herford", "Niemand darf dadurch mehr oder weniger bekommen");
        assertThat(new ObjectMapper().readTree(plan.toFile()).at("/instances/added/0").asText()).isEqualTo("vhs-herford");
        assertThat(hub("plan", config.toString(), "--against", config.toString())).isZero();
        assertThat(hub("plan", config.toString(), "--against", "gibt-es-nicht")).isEqualTo(ExitCodes.FAILURE);
        assertThat(hub("new", "instance", config.toString(), "x", "--connector", "gibt-es-nicht")).isEqualTo(ExitCodes.FAILURE);
    }
}
