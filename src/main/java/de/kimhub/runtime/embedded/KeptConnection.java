package de.kimhub.runtime.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Keeps a connection while it answers, since one with a password takes longer than most of what is asked over it. */
public final class KeptConnection extends AbstractDataSource {

    private final DataSource database;
    private Connection kept;

    /** @param database is asked for another connection when the kept one is in use or answers no more */
    public KeptConnection(DataSource database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = take();
        if (connection != null && connection.isValid(5)) {
            return lent(connection);
        }
        if (connection != null) {
            connection.close();
        }
        return lent(database.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private synchronized Connection take() {
        Connection connection = kept;
        kept = null;
        return connection;
    }

    private synchronized boolean keep(Connection connection) {
        if (kept != null) {
            return false;
        }
        kept = connection;
        return true;
    }

    private Connection lent(Connection connection) {
        AtomicBoolean back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (back.compareAndSet(false, true) && !keep(connection)) {
                            connection.close();
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
