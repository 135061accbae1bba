package de.kimhub.steering.cube;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections for the steering group's pages and feeds: they take on a role that sees the schema {@code cube} alone. */
public final class CubeDatabase implements AutoCloseable {

    public static final String ROLE = "kimhub_steering";
    private static final int MOST = 6;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;

    private CubeDatabase(HikariConfig config) {
        this.pool = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(pool);
    }

    /** @param user the hub's, which is a member of the role, or a login of the pages' own that is */
    public static CubeDatabase open(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("steering");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        // A database without the role must not keep the other pages from starting.
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("set role " + ROLE);
        config.addDataSourceProperty("ApplicationName", "kim-hub-steering");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new CubeDatabase(config);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        pool.close();
    }
}
