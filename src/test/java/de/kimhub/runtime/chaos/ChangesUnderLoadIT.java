package de.kimhub.runtime.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.runtime.demo.process.Figures;
import de.kimhub.runtime.demo.process.HubBooks;
import de.kimhub.runtime.demo.process.HubCluster;
import de.kimhub.runtime.demo.process.HubProcess;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.process.PackagedProgram;
import de.kimhub.runtime.demo.process.Pause;
import de.kimhub.runtime.demo.kreis.Ledger;
import de.kimhub.runtime.demo.kreis.Tally;
import de.kimhub.runtime.demo.tool.ToolDatabase;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The configuration changes under load, well and badly, and the process is killed now and then. */
@ExtendWith(PackagedProgram.class)
class ChangesUnderLoadIT {

    private static final int PEOPLE = 400;
    private static final int PORTIONS = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String RULE = """
              - id: sprachkurse
                from: sprachkurstraeger
                to: kommunales-case-management
                events: [course.started]
                fields: [event.occurredOn]
                purpose: case-management
                legalBasis: "Art. 6 Abs. 1 lit. a DSGVO"
                consent: required
                retention: P1Y
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;
    private LoadInstallation installation;
    private HubBooks books;
    private HubProcess process;
    private String jobcenter;

    @Test
    void nothing_is_lost_doubled_or_reordered_while_connectors_instances_and_rules_change() throws IOException {
        installation = new LoadInstallation(folder);
        installation.write("{workers: 2, deliveryWorkers: 2, batchSize: 40, slice: PT0.2S, sweep: PT1S}", 30, "");
        installation.prepare();
        jobcenter = Files.readString(file("instances/jobcenter.yaml"));
        HubCluster cluster = new HubCluster(installation.data());
        books = new HubBooks(cluster.database(EmbeddedDatabase.HUB));
        ToolDatabase naturalisation = new ToolDatabase(cluster.database(LoadInstallation.TOOL_DATABASE));
        int snapshots = PORTIONS - Math.max(1, PORTIONS / 5) - 1;
        ChaosPlan plan = new ChaosPlan(PEOPLE * snapshots, PEOPLE * ChaosPlan.ROWS_PER_PERSON, 0, 7, PORTIONS, 0);
        Ledger ledger = new Ledger();
        start();
        try (ChaosRecipients recipients = new ChaosRecipients(installation, naturalisation)) {
            ChaosLoad load = new ChaosLoad(plan, installation, naturalisation, ledger);
            while (load.handedOver() < plan.portions()) {
                if (plan.needsTheOthersFinished(load.handedOver())) {
                    awaitAll(ledger);
                }
                load.handOverNext();
                change(load.handedOver());
            }
            awaitAll(ledger);

            Figures figures = books.figures();
            Tally tally = recipients.count(ledger);
            assertThat(tally).as(() -> recipients.differences(ledger)).isEqualTo(Tally.NONE);
            assertThat(figures.addUp()).isTrue();
            ledger.handed().forEach((source, handed) ->
                    assertThat(figures.received(source)).as(source).isEqualTo(handed.rows()));
            assertThat(books.number("select count(*) from hub.connector_version where connector = 'wohlfahrt-csv'"))
                    .isEqualTo(2);
            assertThat(Files.readString(log())).contains("Neu: Instanz zusatz", "Entfernt: Instanz zusatz",
                    "Geändert: Konnektor wohlfahrt-csv", "Geändert: sharing.yaml",
                    "Fehlerhaft, die letzte gültige Fassung läuft weiter: ");
        } finally {
            process.close();
        }
    }

    private void change(int portion) throws IOException {
        looksAtItsFiles();
        switch (portion) {
            case 1 -> {
                add();
                taken("Neu: Instanz zusatz");
                kill(500);
                kill(3_000);
            }
            case 3 -> {
                installation.learnTheme("noch_nie_gesagt", "sprache");
                taken("Geändert: Konnektor wohlfahrt-csv");
                kill(450);
            }
            case 5 -> {
                Files.writeString(file("sharing.yaml"), Files.readString(file("sharing.yaml")) + RULE);
                taken("Geändert: sharing.yaml");
                kill(750);
            }
            case 6 -> {
                Files.writeString(file("instances/jobcenter.yaml"), "title: [halb");
                taken("Fehlerhaft, die letzte gültige Fassung läuft weiter: ");
                kill(900);
            }
            case 7 -> {
                Files.writeString(file("instances/jobcenter.yaml"), jobcenter);
                Files.delete(file("instances/zusatz.yaml"));
                taken("Entfernt: Instanz zusatz");
                kill(1_050);
            }
            default -> { }
        }
    }

    private void add() throws IOException {
        Files.createDirectories(folder.resolve("tools/zusatz/in"));
        Files.createDirectories(folder.resolve("tools/zusatz/out"));
        Files.writeString(file("instances/zusatz.yaml"), """
                title: Zusatz
                connector: wohlfahrt-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: ../tools/zusatz/in}
                deliver: {transport: file, folder: ../tools/zusatz/out}
                """);
    }

    /** The process that runs now has said after a look at its files that it works; what changes from now on is a change. */
    private void looksAtItsFiles() {
        await().atMost(PATIENCE).until(() -> books.number("select count(*) from hub.node where id like ?",
                "%/" + process.pid()) == 1);
    }

    /** The process that runs now says so: a change is taken up when it was the same for two seconds. */
    private void taken(String said) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() ->
                assertThat(process.printed()).contains(said));
    }

    private void kill(int afterMillis) {
        Pause.of(Duration.ofMillis(afterMillis));
        process.kill();
        start();
    }

    private void start() {
        process = HubProcess.start(new HubProcess.Launch(installation.configuration(), log(), JVM, Map.of()));
        assertThat(process.awaitReady(PATIENCE)).as("the process is ready").isTrue();
    }

    private Path log() {
        return folder.resolve("hub.log");
    }

    private Path file(String name) {
        return installation.configuration().resolve(name);
    }

    private void awaitAll(Ledger ledger) {
        assertThat(books.awaitDrained(() -> {
            Figures now = books.figures();
            return ledger.handed().entrySet().stream().allMatch(handed -> now.received(handed.getKey()) >= handed.getValue().rows());
        }, PATIENCE)).isTrue();
    }
}
