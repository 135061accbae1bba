package de.kimhub.runtime.bench;

import de.kimhub.runtime.demo.kreis.Crowd;
import de.kimhub.runtime.demo.process.Figures;
import de.kimhub.runtime.demo.process.HubBooks;
import de.kimhub.runtime.demo.process.HubCluster;
import de.kimhub.runtime.demo.process.HubProcess;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.tool.CrowdExports;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The hub as a process of its own: everybody enrols, then a Jobcenter's first stock, then the next month's. */
final class EndToEnd implements AutoCloseable {

    static final int CHANGED_PERCENT = 10;
    private static final String WORK = "{workers: 2, deliveryWorkers: 4, batchSize: 500, slice: PT2S, sweep: PT5S}";
    private static final int ITEMS_PER_DELIVERY = 500;
    private static final int ENROLMENTS_PER_FILE = 50_000;

    private final LoadInstallation installation;
    private final int rows;
    private final int enrolled;
    private final Crowd crowd;
    private final HubBooks books;
    private final PrintWriter out;
    private final List<Lap> laps = new ArrayList<>();
    private final HubProcess process;

    EndToEnd(LoadInstallation installation, int rows, int enrolled, long seed, String heap, PrintWriter out) {
        this.installation = installation;
        this.rows = rows;
        this.enrolled = enrolled;
        this.out = out;
        crowd = new Crowd(seed, rows);
        installation.write(WORK, ITEMS_PER_DELIVERY, "");
        installation.prepare();
        books = new HubBooks(new HubCluster(installation.data()).database(EmbeddedDatabase.HUB));
        process = HubProcess.start(new HubProcess.Launch(installation.configuration(),
                installation.folder().resolve("hub.log"), List.of("-Xmx" + heap), Map.of()));
        if (!process.awaitReady(Duration.ofMinutes(2))) {
            process.close();
            throw new IllegalStateException("The hub's process does not become ready. See "
                    + installation.folder().resolve("hub.log"));
        }
    }

    List<Lap> run() {
        CrowdExports exports = new CrowdExports(crowd, installation.exportOf(LoadInstallation.JOBCENTER),
                installation.exportOf(LoadInstallation.ASSOCIATION));
        lap("Einwilligungen", 2L * enrolled, 0, LoadInstallation.ASSOCIATION, () -> enrolInFiles(exports));
        CrowdExports municipal = new CrowdExports(crowd, exports.jobcenterFolder(),
                installation.exportOf(LoadInstallation.MUNICIPAL));
        lap("Fälle des zweiten Empfängers", enrolled, 0, LoadInstallation.MUNICIPAL,
                () -> municipal.openings(1, IntStream.rangeClosed(1, enrolled)));
        lap("Erstbestand mit Stand heute", rows, 2L * enrolled, LoadInstallation.JOBCENTER,
                () -> exports.snapshot(1, 0));
        crowd.nextMonth(CHANGED_PERCENT);
        long changed = IntStream.rangeClosed(1, enrolled).filter(person -> crowd.version(person) > 0).count();
        lap("ein Monat später", rows, 2 * changed, LoadInstallation.JOBCENTER, () -> exports.snapshot(2, 0));
        return laps;
    }

    private void enrolInFiles(CrowdExports exports) {
        for (int from = 1; from <= enrolled; from += ENROLMENTS_PER_FILE) {
            exports.enrolments(from, IntStream.rangeClosed(from, Math.min(enrolled, from + ENROLMENTS_PER_FILE - 1)));
        }
    }

    private void lap(String name, long records, long expected, String source, Runnable handOver) {
        DatabaseWork before = DatabaseWork.soFar(books);
        Figures then = books.figures();
        long receivedBefore = then.received(source);
        // Writing the export is the tool's work, not the hub's.
        handOver.run();
        long begin = System.nanoTime();
        Duration atMost = Duration.ofSeconds(300 + records / 100);
        if (!books.awaitDrained(() -> books.figures().received(source) >= receivedBefore + records, atMost)) {
            throw new IllegalStateException(name + ": not finished after " + atMost.toSeconds() + " s");
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        long delivered = delivered(books.figures()) - delivered(then);
        if (expected != delivered) {
            throw new IllegalStateException(name + ": " + delivered + " items were delivered instead of " + expected);
        }
        Lap lap = new Lap(name, records, delivered, time, DatabaseWork.soFar(books).since(before));
        laps.add(lap);
        out.printf(Locale.GERMAN, "%-30s %,9d Sätze in %7.1f s = %,7.0f/s, %,9d geliefert%n", name, records,
                time.toMillis() / 1000.0, lap.recordsPerSecond(), delivered);
        out.flush();
    }

    private static long delivered(Figures figures) {
        return figures.delivered(LoadInstallation.ASSOCIATION) + figures.delivered(LoadInstallation.MUNICIPAL)
                + figures.delivered(LoadInstallation.NATURALISATION);
    }

    /** The most memory that the process ever had, in MiB; 0 where the system does not tell. */
    long peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
