package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Kreis or Stadt: {@code config/<name>}.
 *
 * @param hub        {@code hub.yaml}; {@code null} when it is missing or it or {@code sharing.yaml} has errors: then
 *                   nothing may start, since what is withheld for a mistyped rule is not made up for
 * @param sharing    {@code sharing.yaml}, not yet understood
 * @param instances  those without errors, by id in the order of their ids
 * @param problems   of all files at once; what is broken is left out above
 */
public record Installation(String name, Path folder, HubConfiguration hub, Optional<ConfigNode> sharing,
                           Map<String, Instance> instances, List<Problem> problems) {

    public Optional<Instance> instance(String id) {
        return Optional.ofNullable(instances.get(id));
    }

    public Collection<Instance> all() {
        return instances.values();
    }
}
