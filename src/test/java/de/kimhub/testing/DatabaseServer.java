package de.kimhub.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The embedded PostgreSQL of all tests of a JVM; stopped when the last of them is done. While tests run, the database of
 * the next one is copied, and those of former ones are dropped.
 */
final class DatabaseServer implements ExtensionContext.Store.CloseableResource {

    private static final String TEMPLATE = "kimhub_template";

    private final ExecutorService copier =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("databases").factory());
    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;
    private CompletableFuture<String> next;
    private int count;

    DatabaseServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL of the tests does not start", e);
        }
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        jdbc.sql("create database " + TEMPLATE).update();
        Flyway.configure().dataSource(database(TEMPLATE)).schemas("hub").defaultSchema("hub").load().migrate();
        next = copy();
    }

    static DatabaseServer of(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(DatabaseServer.class))
                .getOrComputeIfAbsent(DatabaseServer.class, key -> new DatabaseServer(), DatabaseServer.class);
    }

    DataSource database(String name) {
        return postgres.getDatabase("postgres", name);
    }

    String url(String name) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    }

    synchronized String createDatabase() {
        String name = next.join();
        next = copy();
        return name;
    }

    private CompletableFuture<String> copy() {
        String name = "test_" + ++count;
        return CompletableFuture.supplyAsync(() -> {
            jdbc.sql("create database " + name + " template " + TEMPLATE + " strategy file_copy").update();
            return name;
        }, copier);
    }

    void dropDatabase(String name) {
        CompletableFuture.runAsync(() -> jdbc.sql("drop database " + name + " with (force)").update(), copier);
    }

    @Override
    public void close() throws IOException {
        copier.shutdownNow();
        postgres.close();
    }
}
