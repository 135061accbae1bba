package de.kimhub.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh PostgreSQL database with the hub's tables. In a static field (with {@code @RegisterExtension}) one for the
 * test class, in an instance field one for each test. The server is started once in a JVM.
 */
public final class Database implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final int POOL = 10;

    private HikariDataSource dataSource;
    private DatabaseServer server;
    private DatabaseServer own;
    private String name;
    private boolean perClass;

    public DataSource dataSource() {
        return dataSource;
    }

    /** For a hub that is to use it as an installed one, with the password {@code postgres}. */
    public String url() {
        return server.url(name);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** For tests of an engine that knows no extensions (jqwik): with a server of its own. */
    public void start() {
        own = new DatabaseServer();
        create(own);
    }

    public void stop() {
        drop();
        try {
            own.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another pool on the same database, as another node of the hub has it. The caller closes it. */
    public HikariDataSource anotherNode() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.database(name));
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        perClass = true;
        create(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!perClass) {
            create(context);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!perClass) {
            drop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        drop();
    }

    private void create(ExtensionContext context) {
        create(DatabaseServer.of(context));
    }

    private void create(DatabaseServer on) {
        server = on;
        name = server.createDatabase();
        dataSource = anotherNode();
    }

    private void drop() {
        if (dataSource != null) {
            dataSource.close();
            dataSource = null;
            server.dropDatabase(name);
        }
    }
}
