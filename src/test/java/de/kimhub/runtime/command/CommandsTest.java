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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

    private static final Path SAMPLES = Path.of("connectors/wohlfahrt-csv/samples");

    @TempDir
    Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tryShowsEveryStepOfAGoodFileAndWritesTheSameAsJson() throws IOException {
        Path json = temp.resolve("try.json");
        int code = hub("try", "wohlfahrt-csv", good().toString(), "--json", json.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Öffnen", "Lesen und übersetzen", "Ergebnis", "zurückgestellt 0",
                "Gespeichert wurde nichts");
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("received").asLong()).isPositive().isEqualTo(report.get("accepted").asLong());
        assertThat(report.get("records")).hasSize(report.get("received").asInt());
    }

    @Test
    void tryEndsWithFindingsForAFileThatIsRefused() throws IOException {
        Path empty = Files.createFile(temp.resolve("leer.csv"));
        assertThat(hub("try", "wohlfahrt-csv", empty.toString())).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("als Ganzes abgelehnt");
    }

    @Test
    void tryNamesAConnectorOrAFileThatIsNotThere() {
        assertThat(hub("try", "gibt-es-nicht", "x.csv")).isEqualTo(ExitCodes.FAILURE);
        assertThat(hub("try", "wohlfahrt-csv", "x.csv")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("gibt-es-nicht").contains("x.csv").doesNotContain("\tat ");
    }

    @Test
    void benchSaysHowManyPeopleItNeeds() {
        assertThat(hub("bench", "--linkage", "--people", "5000")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("jede ab 10.000").doesNotContain("\tat ");
    }

    @Test
    void usageErrorsAreToldApart() {
        assertThat(hub("check", "--connect")).isEqualTo(ExitCodes.USAGE);
        assertThat(hub("gibt-es-nicht")).isEqualTo(ExitCodes.USAGE);
        assertThat(hub("run", temp.toString())).isEqualTo(ExitCodes.FAILURE);
        for (String name : KimHub.commandLine().getSubcommands().keySet()) {
            assertThat(hub(name, "--help")).isZero();
        }
        assertThat(out.toString()).contains("Aufruf: hub try");
    }

    private static Path good() throws IOException {
        try (var samples = Files.list(SAMPLES)) {
            return samples.filter(folder -> Files.exists(folder.resolve("input.csv"))
                            && !Files.exists(folder.resolve("expected-problems.json")))
                    .sorted().findFirst().orElseThrow().resolve("input.csv");
        }
    }

    private int hub(String... arguments) {
        CommandLine command = KimHub.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
