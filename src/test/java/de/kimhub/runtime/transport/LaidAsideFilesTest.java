package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaidAsideFilesTest {

    @TempDir
    Path folder;

    @Test
    void goWithTheTransportCopyAndNothingElseDoes() throws IOException {
        Path done = Files.createDirectories(folder.resolve(".kim-hub/done"));
        Path old = file(done, LocalDateTime.now().minusDays(31));
        Path fresh = file(done, LocalDateTime.now().minusDays(6));
        Path foreign = Files.writeString(done.resolve("notes-of-somebody.csv"), "x");

        assertThat(new LaidAsideFiles(new CurrentInstallation(installation()), null).deleteExpired()).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }

    private static Path file(Path folder, LocalDateTime time) throws IOException {
        return Files.writeString(folder.resolve(SourceFolder.NOW.format(time) + "-export.csv"), "x");
    }

    private Installation installation() {
        HubConfiguration hub = new HubConfiguration(folder, Optional.empty(), Optional.empty(),
                HubConfiguration.Work.DEFAULT, HubConfiguration.Retention.DEFAULT);
        Instance instance = new Instance("awo", "AWO", null, "05758004", "wohlfahrtsverband",
                Optional.of(new Endpoint("file", Map.of("folder", folder.toString()))), Optional.empty(),
                Optional.empty(), 1, 100, "");
        return new Installation("test", folder, hub, Optional.empty(), Map.of("awo", instance), List.of());
    }
}
