package de.kimhub.runtime;

import de.kimhub.intake.DocumentRefused;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes errors of the routes: the place, our code and the kind of error, never its text, which may quote a value.
 * What goes wrong again and again is noted once a minute.
 */
@Component("routeErrors")
class RouteErrors {

    private static final Logger LOG = LoggerFactory.getLogger(RouteErrors.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    RouteErrors(Clock clock) {
        this.clock = clock;
    }

    public void note(Exchange exchange) {
        Throwable error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String instance = exchange.getMessage().getHeader(HubHeaders.INSTANCE, String.class);
        String place = Stream.of(instance, exchange.getFromRouteId()).filter(text -> text != null).findFirst()
                .orElse("?");
        boolean receiving = exchange.getFromRouteId() != null && exchange.getFromRouteId().endsWith("-receive");
        note(place, error, receiving ? RuntimeProblem.RECEIVE_FAILED : RuntimeProblem.UNEXPECTED);
    }

    private void note(String place, Throwable error, RuntimeProblem otherwise) {
        String text = place + ": " + describe(error, otherwise) + advice(error);
        Instant now = clock.instant();
        Instant before = noted.put(text, now);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            noted.put(text, before);
            return;
        }
        LOG.warn("{}", text);
    }

    /** Names of the exception classes from the outermost to the cause, with SQLSTATE, and our own code or the other one. */
    static String describe(Throwable error, RuntimeProblem otherwise) {
        StringBuilder text = new StringBuilder();
        Optional<String> code = Optional.empty();
        for (Throwable cause = error; cause != null && text.length() < 300; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                text.append(" SQLSTATE ").append(sql.getSQLState());
            }
            Optional<String> own = codeOf(cause);
            code = code.or(() -> own);
        }
        return text + " [" + code.orElse(otherwise.code()) + "]";
    }

    private static String advice(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DocumentRefused refused) {
                return " " + refused.getMessage();
            }
        }
        return error instanceof GenericFileOperationFailedException ? " The tool's folder is missing or cannot be read. "
                + "Make it, give the hub's user the right, or correct 'folder' in the instance's file." : "";
    }

    private static Optional<String> codeOf(Throwable cause) {
        return switch (cause) {
            case HubFailure failure -> Optional.of(failure.code());
            case de.kimhub.delivery.TransportException failure -> Optional.of(failure.code());
            case DocumentRefused refused -> Optional.of(refused.code().code());
            default -> Optional.empty();
        };
    }
}
