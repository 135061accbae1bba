package de.kimhub.runtime.embedded;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the hub's data folder, durable as one that was installed. It is a process of its own and outlives
 * a hub that was killed: the next hub takes it over. An orderly end of the hub stops it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String USER = "postgres";
    /** The hub's own database. */
    public static final String HUB = "hub";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    private final Path cluster;
    private final String password;
    private final int port;
    private final EmbeddedPostgres started;
    private final boolean stopAtEnd;

    private EmbeddedDatabase(Path cluster, String password, int port, EmbeddedPostgres started, boolean stopAtEnd) {
        this.cluster = cluster;
        this.password = password;
        this.port = port;
        this.started = started;
        this.stopAtEnd = stopAtEnd;
    }

    /**
     * Takes over the database process that lives on this folder, or starts one.
     *
     * @param data the hub's data folder; the cluster lies in {@code postgres} below it
     */
    public static EmbeddedDatabase open(Path data) {
        try {
            OwnerFiles.createFolder(data);
            Path cluster = data.resolve("postgres");
            String password = OwnerFiles.password(data.resolve("postgres.password"));
            Optional<EmbeddedDatabase> running = running(cluster, password, true);
            running.ifPresent(database -> LOG.info("Using the PostgreSQL process that lives on the data folder."));
            return running.isPresent() ? running.get() : start(data, cluster, password);
        } catch (IOException | IllegalStateException e) {
            throw failure(data, e);
        }
    }

    /** Uses the database process of another hub on the same folder; closing leaves it alone. */
    public static EmbeddedDatabase join(Path data) {
        try {
            String password = OwnerFiles.password(data.resolve("postgres.password"));
            return running(data.resolve("postgres"), password, false)
                    .orElseThrow(() -> new IOException("no database process lives there"));
        } catch (IOException e) {
            throw failure(data, e);
        }
    }

    private static Optional<EmbeddedDatabase> running(Path cluster, String password, boolean stopAtEnd)
            throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        Optional<Postmaster> postmaster = Postmaster.of(cluster);
        while (postmaster.isPresent()) {
            EmbeddedDatabase database =
                    new EmbeddedDatabase(cluster, password, postmaster.get().port(), null, stopAtEnd);
            if (database.answers()) {
                return Optional.of(database);
            }
            if (Instant.now().isAfter(until)) {
                throw new IOException("process " + postmaster.get().process().pid() + " has the data directory "
                        + "but does not answer; end it");
            }
            pause();
            postmaster = Postmaster.of(cluster);
        }
        return Optional.empty();
    }

    private static EmbeddedDatabase start(Path data, Path cluster, String password) throws IOException {
        Path complete = data.resolve("postgres.complete");
        if (!Files.exists(complete) && Files.exists(cluster)) {
            // Killed while the cluster was made: nothing of value is in it, but nothing is thrown away unasked.
            Files.move(cluster, data.resolve("postgres.unfinished-" + System.currentTimeMillis()));
        }
        EmbeddedPostgres postgres = new ClusterSettings(data, cluster, password).builder().start();
        EmbeddedDatabase database = new EmbeddedDatabase(cluster, password, postgres.getPort(), postgres, true);
        database.create(HUB);
        if (!Files.exists(complete)) {
            OwnerFiles.write(complete, Instant.now().toString());
        }
        return database;
    }

    private boolean answers() {
        try (Connection connection = dataSource("postgres").getConnection();
                var rows = connection.createStatement().executeQuery("show data_directory")) {
            return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), cluster);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** Creates the database unless it is there. */
    public void create(String database) {
        if (!NAME.matcher(database).matches()) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "embedded:" + database
                    + ": a database name is small letters, digits, '-' and '_', beginning with a letter.");
        }
        try (Connection connection = dataSource("postgres").getConnection();
                var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, database);
            if (!known.executeQuery().next()) {
                connection.createStatement().execute("create database \"" + database + "\"");
            }
        } catch (SQLException e) {
            throw new HubFailure(RuntimeProblem.DATABASE_START,
                    "Database '" + database + "' could not be created (SQLSTATE " + e.getSQLState() + ").", e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    /** Connections of its own, not pooled. */
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(USER);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Whether the process was there already. */
    public boolean adopted() {
        return started == null;
    }

    @Override
    public void close() {
        if (!stopAtEnd) {
            return;
        }
        try {
            Optional<Postmaster> postmaster = Postmaster.of(cluster);
            if (started != null) {
                started.close();
            } else if (postmaster.isPresent()) {
                ServerPrograms.stop(dataSource("postgres"), cluster);
            }
            if (postmaster.isPresent()) {
                awaitEnd(postmaster.get().process());
            }
        } catch (Exception e) {
            LOG.warn("The embedded database could not be stopped; the next start takes it over. [{}] {}",
                    RuntimeProblem.DATABASE_START.code(), e.getClass().getSimpleName());
        }
    }

    /** Of a process that is not its child, Java itself would look after a third of a second only, and then ever more seldom. */
    private static void awaitEnd(ProcessHandle process) throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        while (process.isAlive()) {
            if (Instant.now().isAfter(until)) {
                throw new IOException("process " + process.pid() + " does not end");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", e);
        }
    }

    private static HubFailure failure(Path data, Exception cause) {
        return new HubFailure(RuntimeProblem.DATABASE_START, data + ": the embedded PostgreSQL could not be started ("
                + cause.getMessage() + "). See logs/postgres.log there, or name another database in hub.yaml.", cause);
    }
}
