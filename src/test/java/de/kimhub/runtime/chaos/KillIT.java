package de.kimhub.runtime.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.runtime.KimHub;
import de.kimhub.runtime.demo.process.PackagedProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The real process, killed twenty times under load. Alone: beside others it would do less between the kills. */
@ExtendWith(PackagedProgram.class)
@Isolated
class KillIT {

    private static final int KILLS = 20;
    private static final int ROWS = 20_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothing_is_lost_doubled_or_reordered_however_often_the_hub_is_killed() throws IOException {
        Path json = folder.resolve("result.json");

        int exit = KimHub.commandLine().execute("chaos", "--rows", Integer.toString(ROWS), "--kills",
                Integer.toString(KILLS), "--folder", folder.resolve("chaos").toString(), "--json", json.toString());

        JsonNode result = new ObjectMapper().readTree(json.toFile());
        JsonNode total = result.get("total");
        assertThat(total.get("lost").asLong()).isZero();
        assertThat(total.get("doubled").asLong()).isZero();
        assertThat(total.get("reordered").asLong()).isZero();
        assertThat(total.get("unexpected").asLong()).isZero();
        assertThat(total.get("waiting").asLong()).isZero();
        assertThat(result.at("/sources/jobcenter/received").asLong()).isGreaterThanOrEqualTo(ROWS * 98 / 100);
        assertThat(result.at("/sources/awo-buende/received").asLong()).isGreaterThanOrEqualTo(ROWS / 10 * 98 / 100);
        result.get("recipients").forEach(recipient ->
                assertThat(recipient.get("delivered").asLong()).isGreaterThan(ROWS / 20));
        assertThat(exit).isZero();
    }
}
