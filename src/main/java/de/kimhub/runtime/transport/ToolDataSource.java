package de.kimhub.runtime.transport;

import com.zaxxer.hikari.HikariDataSource;

/** A small pool on a tool's database: opened on demand, gone when idle, and never waiting for long. */
public final class ToolDataSource extends HikariDataSource {

    private static final String SECONDS = "5";

    public ToolDataSource() {
        setPoolName("tool");
        setMaximumPoolSize(8);
        setMinimumIdle(0);
        setIdleTimeout(30_000);
        setConnectionTimeout(5_000);
        setInitializationFailTimeout(-1);
        addDataSourceProperty("ApplicationName", "kim-hub");
        addDataSourceProperty("connectTimeout", SECONDS);
        addDataSourceProperty("loginTimeout", SECONDS);
        addDataSourceProperty("socketTimeout", "60");
        addDataSourceProperty("tcpKeepAlive", "true");
        // Texts take the type of the column that they are compared with or written to.
        addDataSourceProperty("stringtype", "unspecified");
        // The server's detail texts quote rows.
        addDataSourceProperty("logServerErrorDetail", "false");
    }

    public void setUrl(String url) {
        setJdbcUrl(url);
    }

    public void setUser(String user) {
        if (user != null && !user.isEmpty()) {
            setUsername(user);
        }
    }
}
