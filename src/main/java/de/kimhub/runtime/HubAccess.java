package de.kimhub.runtime;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.runtime.embedded.BrokerAddress;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the hub reaches its database and its broker: those that {@code hub.yaml} names, else those that it brings along.
 *
 * @param secrets resolves {@code secret:NAME}; other texts stay
 */
record HubAccess(HubConfiguration hub, UnaryOperator<String> secrets, EmbeddedParts parts) {

    private static final Pattern SECRET = Pattern.compile("secret:[A-Za-z0-9_][A-Za-z0-9_.-]*");

    DatabaseAccess database() {
        return hub.database()
                .map(own -> new DatabaseAccess(own.url(), own.user(), secrets.apply(own.password())))
                .orElseGet(() -> {
                    EmbeddedDatabase database = parts.database().orElseThrow();
                    return new DatabaseAccess(database.url(EmbeddedDatabase.HUB), EmbeddedDatabase.USER,
                            database.password());
                });
    }

    /** For the steering group's pages: in a role of their own, where one is named. */
    DatabaseAccess steering(DatabaseAccess own) {
        return hub.database().flatMap(HubConfiguration.Database::steering)
                .map(login -> new DatabaseAccess(own.url(), login.user(), secrets.apply(login.password()))).orElse(own);
    }

    /** Secrets may stand in the URL: {@code tcp://host:61616?user=hub&password=secret:BROKER}. */
    BrokerAddress broker() {
        return hub.broker()
                .map(url -> SECRET.matcher(url).replaceAll(found ->
                        Matcher.quoteReplacement(URLEncoder.encode(secrets.apply(found.group()), StandardCharsets.UTF_8))))
                .map(BrokerAddress::external)
                .orElseGet(() -> parts.broker().orElseThrow());
    }
}
