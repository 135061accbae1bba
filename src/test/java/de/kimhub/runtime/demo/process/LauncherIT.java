package de.kimhub.runtime.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.runtime.HubHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar, started as everybody starts it: by the launcher. */
class LauncherIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "hub.cmd cannot be asked to end in order")
    void the_launcher_runs_a_hub_and_ends_it_in_order() throws Exception {
        LoadInstallation installation = new LoadInstallation(folder);
        installation.write("{workers: 2}", 30, "");
        installation.prepare();
        Path log = folder.resolve("hub.log");
        ProcessBuilder launcher = new ProcessBuilder(HubHome.find().folder().resolve("hub").toString(), "run",
                installation.configuration().toString());
        launcher.environment().put("KIMHUB_NO_BUILD", "1");
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process hub = launcher.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            await().atMost(PATIENCE).until(() -> !hub.isAlive() || Files.readString(log).contains(HubProcess.READY));
            assertThat(hub.isAlive()).as(Files.readString(log)).isTrue();
        } finally {
            hub.destroy();
            assertThat(hub.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Files.readString(log)).contains("KIM-Hub wird beendet ...");
        assertThat(installation.data().resolve("postgres/postmaster.pid")).as("the database ended, too").doesNotExist();
    }
}
