package de.kimhub.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded PostgreSQL of all tests of a JVM; stopped when the last of them is done. */
final class DatabaseServer implements ExtensionContext.Store.CloseableResource {

    private static final String TEMPLATE = "kimhub_template";

    private final AtomicInteger count = new AtomicInteger();
    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;

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

    String createDatabase() {
        String name = "test_" + count.incrementAndGet();
        jdbc.sql("create database " + name + " template " + TEMPLATE + " strategy file_copy").update();
        return name;
    }

    void dropDatabase(String name) {
        jdbc.sql("drop database " + name + " with (force)").update();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
