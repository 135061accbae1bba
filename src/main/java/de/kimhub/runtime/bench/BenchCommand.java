package de.kimhub.runtime.bench;

import de.kimhub.linkage.measuring.LinkageBench;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.demo.kreis.Crowd;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.tool.CrowdExports;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the hub beside the naive way and the bare database work, in one run. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = {
        "Misst, was der Hub in der Sekunde schafft.",
        "Daneben, im selben Lauf, der naive Weg und die bloße Datenbankarbeit. Schreibt bench/results.md und bench/results.json."})
public final class BenchCommand implements Callable<Integer> {

    private static final int BARE_RECORDS = 20_000;

    @Option(names = "--rows", paramLabel = "ZAHL", defaultValue = "100000", description = "Zeilen des Jobcenters. "
            + "Vorgabe: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--enrolled", paramLabel = "ZAHL", description = "Personen mit Einwilligung. Vorgabe: alle.")
    private Integer enrolled;

    @Option(names = "--naive-rows", paramLabel = "ZAHL", defaultValue = "2000", description = "Stichprobe des naiven "
            + "Wegs. Vorgabe: ${DEFAULT-VALUE}.")
    private int naiveRows;

    @Option(names = "--linkage", description = "Misst statt dessen das Verknüpfen, allein mit Datenbank.")
    private boolean linkage;

    @Option(names = "--pseudonyms", paramLabel = "ZAHL", description = "Misst statt dessen Pseudonyme für so viele Personen, allein "
            + "mit Datenbank. Zeigt die Zahlen nur an.")
    private Integer pseudonyms;

    @Option(names = "--disclosure", paramLabel = "ZAHL", split = ",", description = "Misst statt dessen die Geheimhaltung von Kreisen "
            + "mit so vielen Fällen im Jahr, allein im Arbeitsspeicher, z. B. 500,1500,10000.")
    private List<Integer> disclosure;

    @Option(names = "--people", paramLabel = "ZAHL", split = ",", defaultValue = "10000,100000", description = "Mit --linkage: "
            + "Personen im Bestand, bis zu vier Größen. Vorgabe: ${DEFAULT-VALUE}.")
    private List<Integer> people;

    @Option(names = "--seed-from", paramLabel = "ZAHL", defaultValue = "200000", description = "Mit --linkage: So viele Personen "
            + "auf einmal und mehr werden eingespielt, ohne sie zu vergleichen. Vorgabe: ${DEFAULT-VALUE}.")
    private int seedFrom;

    @Option(names = "--heap", paramLabel = "GRÖSSE", defaultValue = "1g", description = "Speicher des Hubs (-Xmx). "
            + "Vorgabe: ${DEFAULT-VALUE}.")
    private String heap;

    @Option(names = "--seed", paramLabel = "ZAHL", defaultValue = "20", description = "Vorgabe: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--folder", paramLabel = "ORDNER", description = "Ein leerer oder neuer Ordner. Vorgabe: "
            + "data/bench-<Zeit>.")
    private Path folder;

    @Option(names = "--json", paramLabel = "DATEI", description = "Vorgabe: bench/results.json.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = command.commandLine().getOut();
        Path home = HubHome.find().folder();
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Path place = folder == null ? home.resolve("data/bench-" + time) : folder.toAbsolutePath().normalize();
        if (pseudonyms != null) {
            new PseudonymRun(place, pseudonyms).lines().forEach(out::println);
            out.flush();
            return 0;
        }
        ResultFiles results = new ResultFiles(home.resolve("bench/results.md"),
                json == null ? home.resolve("bench/results.json") : json);
        if (disclosure != null) {
            return disclosure(results, out);
        }
        return linkage ? linkage(place, results, out) : load(new LoadInstallation(place), results, out);
    }

    private int linkage(Path place, ResultFiles results, PrintWriter out) throws Exception {
        if (people.size() > LinkageBench.MOST_SIZES || people.stream().anyMatch(size -> size < LinkageBench.SMALLEST)) {
            throw new ParameterException(command.commandLine(), String.format(Locale.GERMANY, "--people: höchstens %d Größen"
                    + " nennen, jede ab %,d.", LinkageBench.MOST_SIZES, LinkageBench.SMALLEST));
        }
        LinkageReport report = new LinkageRun(place, people, seedFrom, seed, out).report();
        out.println();
        out.println(report.text());
        results.writeText(report.text());
        results.writePart(ResultFiles.LINKAGE, report.values());
        return 0;
    }

    private int disclosure(ResultFiles results, PrintWriter out) throws IOException {
        DisclosureReport report = new DisclosureRun(disclosure, seed, out).report();
        out.println();
        out.println(report.text());
        results.writeText(report.text());
        results.writePart(ResultFiles.DISCLOSURE, report.values());
        return 0;
    }

    private int load(LoadInstallation installation, ResultFiles results, PrintWriter out) throws Exception {
        int consenting = enrolled == null ? rows : Math.min(rows, enrolled);
        List<Lap> laps;
        long peakMemory;
        try (EndToEnd hub = new EndToEnd(installation, rows, consenting, seed, heap, out)) {
            laps = hub.run();
            peakMemory = hub.peakMemory();
        }
        BenchReport report = compare(installation, laps, consenting, peakMemory);
        out.println();
        out.println(report.text());
        report.write(results);
        return 0;
    }

    private BenchReport compare(LoadInstallation installation, List<Lap> laps, int consenting, long peakMemory)
            throws Exception {
        Path sample = installation.folder().resolve("sample");
        new CrowdExports(new Crowd(seed, naiveRows), sample, sample).snapshot(0, 0);
        try (EmbeddedParts parts = EmbeddedParts.open(installation.data(), true, true, 0)) {
            Comparisons comparisons = new Comparisons(installation, parts);
            double bare = comparisons.bareWork(BARE_RECORDS);
            double naive = comparisons.naive(sample.resolve("jobcenter-00000.csv"), naiveRows);
            return new BenchReport(rows, consenting, laps, bare, naive, naiveRows, heap, peakMemory);
        }
    }
}
