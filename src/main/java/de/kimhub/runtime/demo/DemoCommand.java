package de.kimhub.runtime.demo;

import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.process.Pause;
import de.kimhub.runtime.demo.process.Report;
import de.kimhub.runtime.demo.tool.DemoTools;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The hub with a synthetic Kreis Herford around it, whose tools really exchange data. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = {
        "Startet den Hub mit einem synthetischen Kreis Herford, dessen Fachverfahren wirklich Daten austauschen.",
        "Ohne Angabe läuft die Demo, bis sie mit Strg-C beendet wird; ihre Daten bleiben in data/demo."})
public final class DemoCommand implements Callable<Integer> {

    private static final int CASES = 500;
    private static final Duration BETWEEN_WAVES = Duration.ofSeconds(4);

    @Option(names = "--once", description = "Lässt das ganze Jahr auf einem leeren Ordner ablaufen und endet mit der "
            + "Bilanz; Ergebnis 1, wenn sie nicht aufgeht.")
    private boolean once;

    @Option(names = "--story", paramLabel = "NAME", description = "Erzählt Schritt für Schritt, was jedes Verfahren "
            + "über eine Person erfährt und warum: ${COMPLETION-CANDIDATES}.", completionCandidates = StoryNames.class)
    private String story;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt die Bilanz als JSON.")
    private Path json;

    @Option(names = "--data", paramLabel = "ORDNER", description = "Ordner für --once und --story; ein früherer "
            + "Demo-Ordner wird geleert. Vorgabe: data/demo-once, data/demo-story.")
    private Path data;

    @Option(names = "--seed", paramLabel = "ZAHL", defaultValue = "20", description = "Gleiche Zahl, gleiches Jahr; "
            + "gilt für einen leeren Ordner. Vorgabe: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--people", paramLabel = "ZAHL", defaultValue = "600", description = "Zahl der synthetischen "
            + "Personen; gilt für einen leeren Ordner. Vorgabe: ${DEFAULT-VALUE}.")
    private int people;

    @Option(names = "--cases", paramLabel = "ZAHL", description = "So viele Fälle hat der Kreis, dessen erfundene Quartale für die "
            + "Lenkungsgruppe veröffentlicht werden; 0: keine. Vorgabe: 500, mit --once 0.")
    private Integer cases;

    @Option(names = "--quarters", paramLabel = "ZAHL", defaultValue = "4", description = "So viele erfundene Quartale werden veröffentlicht; "
            + "ab 11 sagen sie sicher, wie weit die Menschen eines Ankunftsjahres kamen. Gilt für einen leeren Ordner. "
            + "Vorgabe: ${DEFAULT-VALUE}.")
    private int quarters;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (people < 1) {
            throw new ParameterException(command.commandLine(), "--people braucht eine Zahl ab 1.");
        }
        if (quarters < 1) {
            throw new ParameterException(command.commandLine(), "--quarters braucht eine Zahl ab 1.");
        }
        HubHome home = HubHome.find();
        PrintWriter out = command.commandLine().getOut();
        if (story != null) {
            return tellStory(home, out);
        }
        return once ? runOnce(home, out) : runOn(home, out);
    }

    private int runOnce(HubHome home, PrintWriter out) {
        DemoInstallation demo = DemoInstallation.fresh(home.folder(), data == null
                ? home.folder().resolve("data/demo-once") : data.toAbsolutePath().normalize());
        long begin = System.nanoTime();
        try (DemoKreis kreis = DemoKreis.start(home, demo, out)) {
            out.printf("Der Hub ist nach %d s bereit.%n", since(begin).toSeconds());
            if (cases != null && cases > 0) {
                kreis.history(cases, quarters, seed, out);
            }
            boolean drained = new DemoYear(kreis, demo.tools(), Progress.begin(seed, people), Duration.ZERO, out).run();
            Report report = kreis.report(since(begin));
            report.print(out);
            kreis.differences().forEach(out::println);
            write(report);
            return drained && report.allWell() ? 0 : 1;
        }
    }

    private int runOn(HubHome home, PrintWriter out) {
        DemoInstallation demo = DemoInstallation.kept(home.folder());
        Progress progress = Progress.load(demo.tools(), Progress.begin(seed, people));
        long begin = System.nanoTime();
        DemoKreis kreis = DemoKreis.startWithPages(home, demo, out);
        AtomicBoolean ending = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.set(true);
            kreis.close();
        }, "demo-end"));
        out.printf("Der Hub ist nach %d s bereit. Beenden mit Strg-C; der nächste Start macht dort weiter.%n%n",
                since(begin).toSeconds());
        whereToLook(kreis, demo, out);
        kreis.watch(out);
        if (cases == null || cases > 0) {
            new Thread(() -> kreis.history(cases == null ? CASES : cases, quarters, seed, out), "demo-history").start();
        }
        try {
            keepBusy(kreis, demo, progress, begin, out);
        } catch (RuntimeException e) {
            // The hub is closed under the year's feet: that is no error.
            if (!ending.get()) {
                throw e;
            }
        }
        return 0;
    }

    private void keepBusy(DemoKreis kreis, DemoInstallation demo, Progress progress, long begin, PrintWriter out) {
        boolean ended = new DemoYear(kreis, demo.tools(), progress, BETWEEN_WAVES, out).run();
        Report report = kreis.report(since(begin));
        report.print(out);
        write(report);
        out.println((ended ? "Das Jahr ist zu Ende." : "Das Jahr wurde angehalten, weil etwas nicht zugestellt werden kann.")
                + " Der Hub läuft weiter und nimmt, was in die export-Ordner gelegt wird.");
        out.flush();
        while (true) {
            Pause.of(Duration.ofMinutes(1));
        }
    }

    private int tellStory(HubHome home, PrintWriter out) {
        Story told = Stories.find(story);
        if (told == null) {
            command.commandLine().getErr().println("Es gibt keine Geschichte '" + story + "'. Es gibt: "
                    + String.join(", ", Stories.names()) + ".");
            return 2;
        }
        DemoInstallation demo = DemoInstallation.fresh(home.folder(), data == null
                ? home.folder().resolve("data/demo-story") : data.toAbsolutePath().normalize());
        try (DemoKreis kreis = DemoKreis.start(home, demo, out)) {
            return new StoryTeller(kreis, out).tell(told) ? 0 : 1;
        }
    }

    private static void whereToLook(DemoKreis kreis, DemoInstallation demo, PrintWriter out) {
        out.println("Wo man nachsehen kann:");
        kreis.sayPages(out);
        out.printf("  Ordner der Verfahren        %s/<Stelle>/{export,import,eingelesen,quittungen}%n", demo.tools());
        out.printf("  Einbürgerungsbehörde        psql %s, Tabelle kim_eingang%n",
                kreis.address(DemoTools.NATURALISATION_DATABASE));
        out.printf("  Koordinationsdatenbank      psql %s, Tabelle ereignis%n",
                kreis.address(DemoTools.COORDINATION_DATABASE));
        out.printf("  Passwort der Datenbanken    %s%n", demo.data().resolve("postgres.password"));
        out.printf("  Protokoll des Hubs          %s%n", demo.data().resolve("logs/hub.log"));
        out.printf("  Stellen                     %s%n%n",
                String.join(", ", Arrays.stream(Office.values()).map(Office::instance).toList()));
        out.flush();
    }

    private void write(Report report) {
        if (json != null) {
            report.write(json);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** For the help text. */
    static final class StoryNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stories.names().iterator();
        }
    }
}
