package de.kimhub.connector;

import java.util.Map;

/**
 * Where a tool is reached.
 *
 * @param transport  name of the transport: kamelet {@code <transport>-receive} or {@code <transport>-deliver}
 * @param parameters of the kamelet; relative folders are resolved against the installation's folder; secrets stand in
 *                   as references ({@code secret:NAME}) and are resolved only by the runtime
 */
public record Endpoint(String transport, Map<String, String> parameters) {

    public String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** Names the transport only. */
    @Override
    public String toString() {
        return transport;
    }
}
