package de.kimhub.runtime.chaos;

import de.kimhub.runtime.demo.kreis.Ledger;
import de.kimhub.runtime.demo.kreis.Tally;
import de.kimhub.runtime.demo.process.Figures;
import de.kimhub.runtime.demo.process.HubBooks;
import de.kimhub.runtime.demo.process.HubCluster;
import de.kimhub.runtime.demo.process.HubProcess;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.process.Report;
import de.kimhub.runtime.demo.tool.ToolDatabase;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lives of the hub's process, one after the other, each with new work and a violent end; then the count. */
final class ChaosRun {

    private static final List<String> JVM = List.of("-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String WORK = "{workers: 2, deliveryWorkers: 4, batchSize: 100, slice: PT1S, sweep: PT1S}";
    private static final int ITEMS_PER_DELIVERY = 50;
    private static final Duration BETWEEN = Duration.ofMinutes(3);

    private final ChaosPlan plan;
    private final LoadInstallation installation;
    private final PrintWriter out;
    private final Ledger ledger = new Ledger();
    private final HubBooks books;
    private final ToolDatabase naturalisation;
    private final Violence violence;
    private HubProcess process;

    ChaosRun(ChaosPlan plan, LoadInstallation installation, PrintWriter out) {
        this.plan = plan;
        this.installation = installation;
        this.out = out;
        HubCluster cluster = new HubCluster(installation.data());
        books = new HubBooks(cluster.database(EmbeddedDatabase.HUB));
        naturalisation = new ToolDatabase(cluster.database(LoadInstallation.TOOL_DATABASE));
        violence = new Violence(installation.data(), out);
    }

    Report run() {
        long begin = System.nanoTime();
        installation.write(WORK, ITEMS_PER_DELIVERY, "");
        installation.prepare();
        try (ChaosRecipients recipients = new ChaosRecipients(installation, naturalisation)) {
            live();
            finish(Duration.ofSeconds(180 + plan.rows() / 200));
            replay();
            finish(BETWEEN);
            Figures figures = books.figures();
            Tally tally = recipients.count(ledger).plus(taken(figures));
            return new Report(figures, tally, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        } finally {
            end();
        }
    }

    private void live() {
        ChaosLoad load = new ChaosLoad(plan, installation, naturalisation, ledger);
        List<Kill> kills = Kill.draw(plan.kills(), new Random(plan.seed()), plan::needsTheOthersFinished);
        for (int portion = 0; portion < plan.portions(); portion++) {
            Kill kill = portion < kills.size() ? kills.get(portion) : null;
            out.printf("Portion %d von %d%n", portion + 1, plan.portions());
            if (plan.needsTheOthersFinished(portion)) {
                finish(BETWEEN);
                load.handOverNext();
                if (kill != null) {
                    violence.atAnyMoment(process, kill);
                }
            } else if (kill == null) {
                load.handOverNext();
                startUnlessAlive();
            } else {
                liveAndDie(load, kill);
            }
        }
    }

    private void liveAndDie(ChaosLoad load, Kill kill) {
        end();
        if (kill.atPoint()) {
            load.handOverNext();
            process = start(Map.of("KIMHUB_HALT_AT", kill.point() + ":" + kill.times()));
            violence.atPoint(process, kill, this::nothingLeft);
            return;
        }
        process = start(Map.of());
        if (kill.duringStart()) {
            load.handOverNext();
        } else {
            requireReady();
            load.handOverNext();
        }
        violence.atAnyMoment(process, kill);
    }

    /** Refused rows are replayed beside the working hub; the replay is killed in its midst and started once more. */
    private void replay() {
        installation.learnTheme(ChaosLoad.UNKNOWN_THEME, "sprache");
        if (plan.kills() > 0) {
            try (HubProcess replay = replay(Map.of("KIMHUB_HALT_AT", "replay.committed:4"))) {
                violence.inReplay(replay);
            }
        }
        try (HubProcess replay = replay(Map.of())) {
            if (!replay.awaitEnd(Violence.TO_BE_READY)) {
                throw new IllegalStateException("The replay does not end. See " + log());
            }
        }
    }

    private HubProcess replay(Map<String, String> environment) {
        return HubProcess.start(launch(environment), List.of("replay", installation.configuration().toString(), "--all"));
    }

    /** Waits until everything that was handed over has been worked off. */
    private void finish(Duration atMost) {
        startUnlessAlive();
        requireReady();
        if (!books.awaitDrained(() -> allTaken(books.figures()), atMost)) {
            out.printf("  nach %d s sind noch %d Posten offen%n", atMost.toSeconds(), books.unfinished());
        }
    }

    private boolean nothingLeft() {
        return books.unfinished() == 0 && allTaken(books.figures());
    }

    private boolean allTaken(Figures figures) {
        return ledger.handed().entrySet().stream()
                .allMatch(handed -> figures.received(handed.getKey()) >= handed.getValue().rows());
    }

    /** What was handed over and never received is lost, what was received more often than handed over is doubled. */
    private Tally taken(Figures figures) {
        return ledger.handed().entrySet().stream().map(handed -> {
            long missing = handed.getValue().rows() - figures.received(handed.getKey());
            return new Tally(Math.max(0, missing), Math.max(0, -missing), 0, 0);
        }).reduce(Tally.NONE, Tally::plus);
    }

    private void startUnlessAlive() {
        if (process == null || !process.isAlive()) {
            process = start(Map.of());
        }
    }

    private HubProcess start(Map<String, String> environment) {
        return HubProcess.start(launch(environment));
    }

    private HubProcess.Launch launch(Map<String, String> environment) {
        return new HubProcess.Launch(installation.configuration(), log(), JVM, environment);
    }

    private Path log() {
        return installation.folder().resolve("hub.log");
    }

    private void requireReady() {
        if (!process.awaitReady(Violence.TO_BE_READY)) {
            throw new IllegalStateException("The hub's process does not become ready. See " + log());
        }
    }

    private void end() {
        if (process != null) {
            process.close();
        }
    }

    Violence violence() {
        return violence;
    }
}
