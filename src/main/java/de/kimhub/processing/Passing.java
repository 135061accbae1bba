package de.kimhub.processing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells failures that pass (connection, deadlock, memory, disk) from those that a record causes each time. */
final class Passing {

    /** SQLSTATE classes: connection, transaction rollback, insufficient resources, operator intervention, system. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Passing() {
    }

    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean passing = switch (cause) {
                case TransientDataAccessException e -> true;
                case RecoverableDataAccessException e -> true;
                case DataAccessResourceFailureException e -> true;
                case TransactionException e -> true;
                case IOException e -> true;
                case SQLException e -> e.getSQLState() != null && e.getSQLState().length() == 5
                        && PASSING_CLASSES.contains(e.getSQLState().substring(0, 2));
                default -> false;
            };
            if (passing) {
                return true;
            }
        }
        return false;
    }

    /** What kind of failure it was, without its message: that may quote a value. */
    static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
