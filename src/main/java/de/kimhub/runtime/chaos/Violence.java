package de.kimhub.runtime.chaos;

import de.kimhub.runtime.demo.process.HubProcess;
import de.kimhub.runtime.demo.process.Pause;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Ends lives of the process, and counts how. */
final class Violence {

    private static final int HALTED = 137;
    static final Duration TO_BE_READY = Duration.ofSeconds(90);
    private static final Duration UNTIL_POINT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(250);
    /** A point may lie behind the last thing that the books tell of, and a sweep may still look for something to do. */
    private static final Duration BEHIND_THE_BOOKS = Duration.ofSeconds(3);

    private final Path data;
    private final PrintWriter out;
    private final TreeMap<String, Integer> done = new TreeMap<>();

    Violence(Path data, PrintWriter out) {
        this.data = data;
        this.out = out;
    }

    /** SIGKILL at a random moment. */
    void atAnyMoment(HubProcess process, Kill kill) {
        Pause.of(Duration.ofMillis(kill.afterMillis()));
        process.kill();
        count(kill.duringStart() ? "beim Start" : "bei der Arbeit");
        aftermath(kill);
    }

    /**
     * Waits until the process halts itself at the point; when it works and never gets there, it is killed as it is.
     *
     * @param nothingLeft whether it has done all that it has to do: then it does not get there any more
     */
    void atPoint(HubProcess process, Kill kill, BooleanSupplier nothingLeft) {
        process.awaitReady(TO_BE_READY);
        if (reaches(process, nothingLeft)) {
            count("an Punkt " + kill.point());
        } else {
            process.kill();
            count("bei der Arbeit (Punkt " + kill.point() + " nicht erreicht)");
        }
        aftermath(kill);
    }

    private static boolean reaches(HubProcess process, BooleanSupplier nothingLeft) {
        long end = System.nanoTime() + UNTIL_POINT.toNanos();
        do {
            if (process.awaitEnd(POLL)) {
                return true;
            }
        } while (System.nanoTime() < end && !nothingLeft.getAsBoolean());
        return process.awaitEnd(BEHIND_THE_BOOKS);
    }

    /** It halts itself after some of the records. */
    void inReplay(HubProcess replay) {
        boolean reached = replay.awaitEnd(UNTIL_POINT.multipliedBy(3)) && replay.exitCode() == HALTED;
        count(reached ? "bei der Wiedervorlage" : "NICHT: die Wiedervorlage kam nicht so weit");
    }

    private void aftermath(Kill kill) {
        if (kill.databaseToo()) {
            killDatabase();
        }
        if (kill.journalLost()) {
            delete(data.resolve("broker"));
            count("danach Journal des Brokers gelöscht");
        }
    }

    private void killDatabase() {
        Path pid = data.resolve("postgres/postmaster.pid");
        try {
            if (Files.exists(pid)) {
                List<String> lines = Files.readAllLines(pid);
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(process -> process.info().command()
                        .map(command -> command.contains("postgres")).orElse(false)).ifPresent(postmaster -> {
                            postmaster.destroyForcibly();
                            postmaster.onExit().join();
                            count("mit der Datenbank");
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(pid + " can't be read", e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be deleted", e);
        }
    }

    private void count(String how) {
        done.merge(how, 1, Integer::sum);
        out.println("  getötet " + how);
        out.flush();
    }

    /** How often, by manner. */
    TreeMap<String, Integer> done() {
        return done;
    }
}
