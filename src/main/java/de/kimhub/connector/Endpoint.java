package de.kimhub.connector;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

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

    /** For the database; {@link #parse} makes the same of it. References to secrets stay references. */
    public String serialized() {
        StringBuilder text = new StringBuilder(encode(transport));
        new TreeMap<>(parameters).forEach((name, value) ->
                text.append('&').append(encode(name)).append('=').append(encode(value)));
        return text.toString();
    }

    public static Endpoint parse(String serialized) {
        String[] parts = serialized.split("&");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            parameters.put(decode(parts[i].substring(0, equals)), decode(parts[i].substring(equals + 1)));
        }
        return new Endpoint(decode(parts[0]), parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Names the transport only. */
    @Override
    public String toString() {
        return transport;
    }
}
