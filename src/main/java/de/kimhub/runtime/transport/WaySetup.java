package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import java.util.Map;

/**
 * All that a way is made of; another one, and the way is made anew.
 *
 * @param receives instance for which it receives; {@code null} for a way out
 * @param kamelet  name
 * @param digest   of the kamelet's file
 * @param values   of its parameters, with the secrets
 * @param stages   whether it delivers in two steps
 */
record WaySetup(Endpoint endpoint, String receives, String kamelet, String digest, Map<String, String> values,
                boolean stages) {

    String uri(String routeId) {
        return "kamelet:" + kamelet + "/" + routeId;
    }

    /** Without the values: there are secrets among them. */
    @Override
    public String toString() {
        return kamelet;
    }
}
