package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a transport in one direction, as its kamelet declares them.
 *
 * @param parameters by name; those that the hub itself fills in are left out
 */
record Kamelet(String name, Map<String, Parameter> parameters) {

    /** Filled in by the hub for every instance. */
    private static final Set<String> FROM_HUB = Set.of("instance", "instanceId");

    /** @param format of the JSON Schema: {@code password} for secrets; or null */
    record Parameter(String type, String format, boolean required) {

        boolean isSecret() {
            return "password".equals(format);
        }
    }

    static Kamelet of(String name, ConfigNode file) {
        ConfigNode definition = file.get("spec").flatMap(spec -> spec.get("definition")).orElse(file);
        List<String> required = definition.texts("required");
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        definition.get("properties").map(ConfigNode::entries).orElse(Map.of()).forEach((key, property) -> {
            if (!FROM_HUB.contains(key)) {
                boolean needed = required.contains(key) && property.text("default") == null;
                parameters.put(key, new Parameter(property.text("type", "string"), property.text("format"), needed));
            }
        });
        return new Kamelet(name, parameters);
    }
}
