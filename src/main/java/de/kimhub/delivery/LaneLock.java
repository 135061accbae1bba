package de.kimhub.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One worker at a time in a lane, over all nodes. The lock belongs to a database session, so that it goes when the
 * process dies; and all that the worker does in the database, in several transactions, goes through that very
 * session: a worker that lost its lock can store nothing any more.
 */
final class LaneLock {

    private static final long LOCK_CLASS = 0x4B444C56L << 32;

    private final DataSource dataSource;

    LaneLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return what the work returned, or {@code otherwise} when another worker has the lane */
    <T> T holding(LaneId lane, T otherwise, Supplier<T> work) {
        long key = LOCK_CLASS | (long) lane.recipientNo() << 16 | lane.lane() & 0xFFFFL;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!call(connection, "select pg_try_advisory_lock(?)", key)) {
                return otherwise;
            }
            try {
                return bound(connection, work);
            } finally {
                release(connection, key);
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No database session for " + lane, e);
        }
    }

    private <T> T bound(Connection connection, Supplier<T> work) {
        TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(connection));
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(dataSource);
        }
    }

    /** A session that cannot give the lock back is closed for good: it must not return to the pool with it. */
    private static void release(Connection connection, long key) throws SQLException {
        try {
            if (call(connection, "select pg_advisory_unlock(?)", key)) {
                return;
            }
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            return;
        }
        connection.abort(Runnable::run);
    }

    private static boolean call(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }
}
