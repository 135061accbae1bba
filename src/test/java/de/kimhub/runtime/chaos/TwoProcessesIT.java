package de.kimhub.runtime.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.runtime.demo.kreis.Ledger;
import de.kimhub.runtime.demo.kreis.Tally;
import de.kimhub.runtime.demo.process.Figures;
import de.kimhub.runtime.demo.process.HubBooks;
import de.kimhub.runtime.demo.process.HubCluster;
import de.kimhub.runtime.demo.process.HubProcess;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.process.PackagedProgram;
import de.kimhub.runtime.demo.tool.ToolDatabase;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database and one broker. */
@ExtendWith(PackagedProgram.class)
class TwoProcessesIT {

    private static final int DOCUMENTS = 10;
    private static final int PEOPLE = 420;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void two_processes_share_the_work_of_ten_documents_with_the_result_of_one() {
        assertResultOfTwo(Map.of(), true);
    }

    /** It dies in its 30th batch: so it had worked on as many, and what it leaves behind is done by the other. */
    @Test
    void when_one_of_them_dies_in_mid_batch_the_other_finishes_its_work() {
        assertResultOfTwo(Map.of("KIMHUB_HALT_AT", "processing.before-commit:30"), false);
    }

    private void assertResultOfTwo(Map<String, String> environmentOfSecond, boolean secondLives) {
        LoadInstallation installation = new LoadInstallation(folder);
        installation.write("{workers: 2, deliveryWorkers: 2, batchSize: 40, slice: PT0.2S, sweep: PT1S}", 30, "");
        installation.prepare();
        HubCluster cluster = new HubCluster(installation.data());
        HubBooks books = new HubBooks(cluster.database(EmbeddedDatabase.HUB));
        ToolDatabase naturalisation = new ToolDatabase(cluster.database(LoadInstallation.TOOL_DATABASE));
        ChaosPlan plan = new ChaosPlan(PEOPLE * DOCUMENTS, PEOPLE * ChaosPlan.ROWS_PER_PERSON, 0, 5, DOCUMENTS + 4, 0);
        Ledger ledger = new Ledger();

        try (HubProcess first = start(installation, "first", Map.of());
             HubProcess second = joined(installation, first, environmentOfSecond);
             ChaosRecipients recipients = new ChaosRecipients(installation, naturalisation)) {
            ChaosLoad load = new ChaosLoad(plan, installation, naturalisation, ledger);
            while (load.handedOver() < plan.portions()) {
                if (plan.needsTheOthersFinished(load.handedOver())) {
                    awaitAll(books, ledger);
                }
                load.handOverNext();
            }
            awaitAll(books, ledger);

            Figures figures = books.figures();
            assertThat(recipients.count(ledger)).isEqualTo(Tally.NONE);
            assertThat(figures.addUp()).isTrue();
            ledger.handed().forEach((source, handed) ->
                    assertThat(figures.received(source)).as(source).isEqualTo(handed.rows()));
            assertThat(books.number("select coalesce(sum(deadlocks), 0) from pg_stat_database")).isZero();
            assertThat(first.isAlive()).isTrue();
            assertThat(second.isAlive()).isEqualTo(secondLives);
        }
    }

    private static void awaitAll(HubBooks books, Ledger ledger) {
        assertThat(books.awaitDrained(() -> {
            Figures now = books.figures();
            return ledger.handed().entrySet().stream().allMatch(handed -> now.received(handed.getKey()) >= handed.getValue().rows());
        }, PATIENCE)).isTrue();
    }

    /** The second process finds the embedded parts of the first on the same folder, and joins them. */
    private static HubProcess joined(LoadInstallation installation, HubProcess first,
                                     Map<String, String> environment) {
        assertThat(first.awaitReady(PATIENCE)).as("the first process is ready").isTrue();
        HubProcess second = start(installation, "second", environment);
        assertThat(second.awaitReady(PATIENCE)).as("the second process is ready").isTrue();
        return second;
    }

    private static HubProcess start(LoadInstallation installation, String name, Map<String, String> environment) {
        return HubProcess.start(new HubProcess.Launch(installation.configuration(),
                installation.folder().resolve(name + ".log"), JVM, environment));
    }
}
