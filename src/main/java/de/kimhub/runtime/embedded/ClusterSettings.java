package de.kimhub.runtime.embedded;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** How the embedded cluster is made and started. The library is meant for tests: what it switches off is switched on. */
record ClusterSettings(Path data, Path cluster, String password) {

    private static final long LEAST_BUFFERS = 256;
    private static final long MOST_BUFFERS = 4096;
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("max_locks_per_transaction", "256"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            // A killed hub's statements end soon and let go of their locks.
            Map.entry("client_connection_check_interval", "1s"),
            // Error texts and statements may hold values: only starts, stops and crashes are logged.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"));

    EmbeddedPostgres.Builder builder() throws IOException {
        Path log = Files.createDirectories(data.resolve("logs")).resolve("postgres.log");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs().toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", data.resolve("postgres.password").toString())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        SERVER.forEach(builder::setServerConfig);
        return builder.setServerConfig("shared_buffers", sharedBuffers() + "MB");
    }

    /** An eighth of the memory, within bounds: a page that is not there is copied from the system's cache each time. */
    private static long sharedBuffers() {
        long memory = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
        return Math.clamp(memory / 8, LEAST_BUFFERS, MOST_BUFFERS);
    }

    /** Where PostgreSQL is unpacked: once for all hubs of this user, or in the data folder when there is no home. */
    private Path programs() throws IOException {
        Path home = Path.of(System.getProperty("user.home", ""));
        if (home.isAbsolute() && Files.isWritable(home)) {
            return Files.createDirectories(home.resolve(".cache").resolve("kim-hub"));
        }
        return Files.createDirectories(data.resolve("programs"));
    }
}
