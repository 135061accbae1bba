package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes an endpoint's parameters complete: secrets for their references, and {@code embedded:<name>} addresses. */
public final class EmbeddedUrl {

    private static final String PREFIX = "embedded:";

    private final Optional<EmbeddedDatabase> database;
    private final UnaryOperator<String> secrets;

    /** @param secrets resolves {@code secret:NAME}; other texts stay */
    public EmbeddedUrl(Optional<EmbeddedDatabase> database, UnaryOperator<String> secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    public static boolean matches(String url) {
        return url.startsWith(PREFIX);
    }

    public static String databaseOf(String url) {
        return url.substring(PREFIX.length());
    }

    /** Makes the embedded database that the endpoint names, if there is none yet. */
    void prepare(Endpoint endpoint) {
        String url = endpoint.parameter("url", "");
        if (matches(url)) {
            embedded().create(databaseOf(url));
        }
    }

    private EmbeddedDatabase embedded() {
        return database.orElseThrow(() -> new HubFailure(RuntimeProblem.WRONG_PARAMETER,
                "embedded: needs the embedded database, which was not started. Restart the hub."));
    }

    Map<String, String> complete(Endpoint endpoint) {
        Map<String, String> complete = new LinkedHashMap<>();
        endpoint.parameters().forEach((name, value) -> complete.put(name, secrets.apply(value)));
        String url = complete.getOrDefault("url", "");
        if (matches(url)) {
            EmbeddedDatabase embedded = embedded();
            complete.put("url", embedded.url(databaseOf(url)));
            complete.put("user", EmbeddedDatabase.USER);
            complete.put("password", embedded.password());
        }
        return complete;
    }
}
