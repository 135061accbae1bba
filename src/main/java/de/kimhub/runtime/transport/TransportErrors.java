package de.kimhub.runtime.transport;

import de.kimhub.delivery.TransportException;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failed attempt means for the next one. */
final class TransportErrors {

    /** SQLSTATE classes: connection, sign-in, resources, operator intervention, system error. */
    private static final Set<String> NOT_REACHED = Set.of("08", "28", "53", "57", "58");

    private TransportErrors() {
    }

    /** @param place the recipient; never a value of its parameters */
    static TransportException of(Object place, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TransportException known -> {
                    return known;
                }
                case HubFailure failure -> {
                    return new TransportException(failure.code(), failure.getMessage(), null);
                }
                case SQLException sql -> {
                    return sql(place, sql);
                }
                default -> {
                }
            }
        }
        return new TransportException(RuntimeProblem.RECIPIENT_UNREACHABLE.code(),
                place + ": the attempt failed (" + error.getClass().getSimpleName() + ").", error);
    }

    private static TransportException sql(Object place, SQLException error) {
        String state = error.getSQLState();
        boolean refused = state != null && !(error instanceof SQLTransientConnectionException)
                && !NOT_REACHED.contains(state.substring(0, Math.min(2, state.length())));
        return refused
                ? new TransportException(RuntimeProblem.RECIPIENT_REFUSED.code(), place
                        + ": the recipient's database refused the rows (SQLSTATE " + state
                        + "). Compare its table with the connector's deliver.yaml.", error)
                : new TransportException(RuntimeProblem.RECIPIENT_UNREACHABLE.code(), place
                        + ": the recipient's database cannot be reached (SQLSTATE " + state
                        + "). Check address, user and network.", error);
    }
}
