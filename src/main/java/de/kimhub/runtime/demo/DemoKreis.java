package de.kimhub.runtime.demo;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.runtime.demo.kreis.Expectations;
import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Ledger;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Rules;
import de.kimhub.runtime.demo.kreis.Tally;
import de.kimhub.runtime.demo.process.Figures;
import de.kimhub.runtime.demo.process.HubBooks;
import de.kimhub.runtime.demo.process.Report;
import de.kimhub.runtime.demo.tool.DemoTool.HandedOver;
import de.kimhub.runtime.demo.tool.DemoTools;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The hub at work in this process, with the tools of the synthetic Kreis around it and the generator's ledger. */
final class DemoKreis implements AutoCloseable {

    private final EmbeddedDatabase cluster;
    private final RunningHub hub;
    private final DemoTools tools;
    private final HubBooks books;
    private final Ledger ledger = new Ledger();
    private final Expectations expectations;
    private final Figures atStart;

    private DemoKreis(EmbeddedDatabase cluster, RunningHub hub, DemoTools tools, Path connectors, Path sharing) {
        this.cluster = cluster;
        this.hub = hub;
        this.tools = tools;
        this.books = new HubBooks(cluster.dataSource(EmbeddedDatabase.HUB));
        this.expectations = new Expectations(ledger, Rules.read(sharing, deliveries(connectors)));
        this.atStart = books.figures();
    }

    static DemoKreis start(HubHome home, DemoInstallation demo, PrintWriter out) {
        return start(home, demo, out, UnaryOperator.identity());
    }

    /** With the pages. */
    static DemoKreis startWithPages(HubHome home, DemoInstallation demo, PrintWriter out) {
        return start(home, demo, out, DemoPages::on);
    }

    private static DemoKreis start(HubHome home, DemoInstallation demo, PrintWriter out,
                                   UnaryOperator<Installation> also) {
        if (EmbeddedParts.inUse(demo.data())) {
            throw new HubFailure(RuntimeProblem.ALREADY_RUNNING, "In " + demo.data() + " läuft schon eine Demo. Erst sie "
                    + "beenden (Strg-C), dann diese starten.");
        }
        // The tools are there before the hub: their databases first, in the cluster that the hub then takes over.
        EmbeddedDatabase cluster = EmbeddedDatabase.open(demo.data());
        try {
            DemoTools tools = DemoTools.open(demo.tools(), cluster, home.connectors());
            Installation installation = Installations.load(demo.configuration(), home.connectors());
            if (!installation.problems().isEmpty()) {
                installation.problems().forEach(problem -> out.println("Konfiguration: " + problem));
                throw new HubFailure(RuntimeProblem.INSTALLATION,
                        demo.configuration() + ": the demo's configuration has problems. Mend them.");
            }
            RunningHub hub = RunningHub.start(home, also.apply(installation), new Secrets(demo.configuration())::resolve);
            return new DemoKreis(cluster, hub, tools, home.connectors(), demo.configuration().resolve("sharing.yaml"));
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Changed files of the demo's configuration are taken up from now on. */
    void watch(PrintWriter out) {
        hub.watch(line -> {
            out.println(line);
            out.flush();
        });
    }

    private static Map<Office, Path> deliveries(Path connectors) {
        Map<Office, Path> deliveries = new EnumMap<>(Office.class);
        Office.caseOffices().forEach(office ->
                deliveries.put(office, connectors.resolve("wohlfahrt-csv/deliver.yaml")));
        deliveries.put(Office.NATURALISATION, connectors.resolve("einbuergerung-jdbc/deliver.yaml"));
        deliveries.put(Office.REFUGEE_AID, connectors.resolve("meldungsblatt/deliver.yaml"));
        deliveries.put(Office.COORDINATION, connectors.resolve("ki-koordination-jdbc/deliver.yaml"));
        return deliveries;
    }

    /** Invented quarters for the steering group. */
    void history(int cases, int quarters, long seed, PrintWriter out) {
        new DemoHistory(hub::bean, cases, quarters, seed).publish(LocalDate.now(), line -> {
            out.println("Lenkungsgruppe: " + line);
            out.flush();
        });
    }

    void sayPages(PrintWriter out) {
        DemoPages.say(hub, out);
    }

    DemoTools tools() {
        return tools;
    }

    HubBooks books() {
        return books;
    }

    /** Address of a database for psql and the like. */
    String address(String database) {
        return cluster.url(database).replace("jdbc:postgresql://", "postgresql://" + EmbeddedDatabase.USER + "@");
    }

    /** What was handed over before the demo was started again. */
    void remember(List<Happening> happenings, boolean withJobcenter) {
        happenings.forEach(one -> {
            tools.of(one.at()).remember(one);
            expectations.take(one);
        });
        if (withJobcenter) {
            expectations.snapshot(LocalDate.now());
        }
    }

    /** The tools' people enter it, and the tools hand it over; a Jobcenter's export is its whole stock. */
    Map<Office, HandedOver> handOver(List<Happening> happenings, LocalDate month, boolean withJobcenter) {
        happenings.forEach(one -> {
            tools.of(one.at()).enter(one);
            expectations.take(one);
        });
        Map<Office, HandedOver> handedOver = new EnumMap<>(Office.class);
        for (Office office : Office.values()) {
            if (office != Office.JOBCENTER || withJobcenter) {
                HandedOver rows = tools.of(office).handOver(month);
                ledger.handOver(office.instance(), rows.rows(), rows.bad());
                handedOver.put(office, rows);
            }
        }
        if (withJobcenter) {
            expectations.snapshot(LocalDate.now());
        }
        return handedOver;
    }

    /** And the tools have read in what they got. */
    boolean awaitDrained(Duration atMost) {
        boolean drained = books.awaitDrained(this::everythingTaken, atMost);
        tools.collect();
        return drained;
    }

    /** What the hub itself wrote into the coordination's table comes back to it as an echo. */
    private boolean everythingTaken() {
        Figures now = books.figures();
        return tools.exportsFetched() && ledger.handed().entrySet().stream().allMatch(handed -> {
            String instance = handed.getKey();
            long echoes = instance.equals(Office.COORDINATION.instance())
                    ? now.delivered(instance) - atStart.delivered(instance) : 0;
            return now.received(instance) - atStart.received(instance) >= handed.getValue().rows() + echoes;
        });
    }

    private Tally tally() {
        Tally tally = Tally.NONE;
        for (Office office : Office.values()) {
            tally = tally.plus(ledger.compare(office.instance(), tools.held(office)));
        }
        return tally;
    }

    /** The hub's books, and the count at the tools when the ledger knows all that they hold. */
    Report report(Duration time) {
        Optional<Tally> counted = atStart.sources().isEmpty() ? Optional.of(tally()) : Optional.empty();
        return new Report(books.figures(), counted, time.toSeconds());
    }

    List<String> differences() {
        return Arrays.stream(Office.values())
                .flatMap(office -> ledger.differences(office.instance(), tools.held(office)).stream()).toList();
    }

    @Override
    public void close() {
        hub.close();
        cluster.close();
    }
}
