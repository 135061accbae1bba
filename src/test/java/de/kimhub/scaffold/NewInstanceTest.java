package de.kimhub.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewInstanceTest {

    private static final Path SHIPPED = Path.of("connectors");
    private static final Path TRANSPORTS = Path.of("routes/transports");

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void write() throws IOException {
        config = Files.createDirectories(folder.resolve("config/x"));
        Files.createDirectories(config.resolve("instances"));
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
    }

    private Installation installation() {
        return Installations.load(config, SHIPPED);
    }

    private String draft(String connector, String transport, String municipality) throws Exception {
        Connector loaded = Connectors.loadOne(SHIPPED.resolve(connector), new ArrayList<>()).orElseThrow();
        return Files.readString(NewInstance.write(installation(), loaded, TRANSPORTS,
                new NewInstance.Order("neu", transport, municipality, null)));
    }

    @Test
    void onlyWhatHasToBeDecidedIsMissing() throws Exception {
        String yaml = draft("wohlfahrt-csv", "file", "05758004");

        assertThat(yaml).contains("mode: test", "municipality: \"05758004\"", "# ENTSCHEIDEN: Ordner:",
                "wer darf diese Ereignisse von hier haben?", "darf diese Stelle das haben?");
        assertThat(installation().problems()).isNotEmpty().allMatch(problem -> problem.toString().contains("folder"));

        String decided = yaml.replaceAll("(?m)^  # folder: .*$", "  folder: somewhere");
        int at = decided.indexOf("deliver:");
        Files.writeString(config.resolve("instances/neu.yaml"), decided.substring(0, at)
                + decided.substring(at).replaceFirst("folder: somewhere", "folder: elsewhere")
                        .replaceFirst("(?s)(acknowledgements:.*?)folder: somewhere", "$1folder: third"));
        assertThat(installation().problems()).isEmpty();
        assertThat(installation().instance("neu--test")).get().matches(instance -> instance.inTest());
    }

    @Test
    void databasesAreAskedForWhatTheirTransportNeeds() throws Exception {
        String yaml = draft("einbuergerung-jdbc", "jdbc", null);

        assertThat(yaml).contains("# municipality:", "# ENTSCHEIDEN: Adresse:", "# ENTSCHEIDEN: Sicht:")
                .doesNotContain("# ENTSCHEIDEN: Instanz");
    }

    @Test
    void rulesThatAreThereAreNotProposedAgain() throws Exception {
        Files.copy(Path.of("config/demo/sharing.yaml"), config.resolve("sharing.yaml"));

        assertThat(draft("sprachkurstraeger-csv", "file", "05758004")).doesNotContain("wer darf diese Ereignisse");
    }

    @Test
    void nothingIsOverwrittenAndUnknownTransportsAreRefused() throws Exception {
        assertThatThrownBy(() -> draft("wohlfahrt-csv", "brieftaube", "05758004")).isInstanceOf(NotDrafted.class);
        assertThat(config.resolve("instances/neu.yaml")).doesNotExist();
        draft("wohlfahrt-csv", "file", "05758004");
        assertThatThrownBy(() -> draft("wohlfahrt-csv", "file", "05758004")).isInstanceOf(NotDrafted.class);
    }
}
