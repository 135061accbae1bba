package de.kimhub.runtime.demo.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the hub, {@code run} above all, as a process of its own. */
public final class HubProcess implements AutoCloseable {

    /** What the hub writes when its instances are registered and its workers work. */
    static final String READY = "KIM-Hub ist bereit";
    private static final Duration POLL = Duration.ofMillis(100);

    private final Process process;
    private final Path log;
    private final long logBegin;

    private HubProcess(Process process, Path log, long logBegin) {
        this.process = process;
        this.log = log;
        this.logBegin = logBegin;
    }

    /**
     * @param installation folder of the configuration
     * @param log          what the process prints is appended here
     */
    public record Launch(Path installation, Path log, List<String> jvmOptions, Map<String, String> environment) {
    }

    /** {@code hub run <installation>} */
    public static HubProcess start(Launch launch) {
        return start(launch, List.of("run", launch.installation().toString()));
    }

    /** {@code hub <arguments>} */
    public static HubProcess start(Launch launch, List<String> arguments) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            long logBegin = Files.exists(launch.log()) ? Files.size(launch.log()) : 0;
            ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(launch.jvmOptions(), arguments));
            builder.environment().putAll(launch.environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            return new HubProcess(builder.start(), launch.log(), logBegin);
        } catch (IOException e) {
            throw new UncheckedIOException("The hub's process can't be started", e);
        }
    }

    /** @return whether it became ready before it ended or the time was over */
    public boolean awaitReady(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (printed().contains(READY)) {
                return true;
            }
            if (!process.isAlive()) {
                return false;
            }
            Pause.of(POLL);
        }
        return false;
    }

    /** What this process has printed so far. */
    public String printed() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(logBegin);
            byte[] bytes = new byte[(int) Math.min(file.length() - logBegin, 4 << 20)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " can't be read", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @return whether it ended by itself in time */
    public boolean awaitEnd(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL: nothing is written, flushed or closed any more. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** SIGTERM, and SIGKILL when that does not help. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(Duration.ofSeconds(30))) {
            kill();
        }
    }
}
