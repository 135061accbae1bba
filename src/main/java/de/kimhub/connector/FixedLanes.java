package de.kimhub.connector;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers of lanes that may not change: of who is delivered to now, of who was and is still worked off, and of those for
 * whom the database still holds something.
 */
final class FixedLanes {

    private final Optional<Installation> before;
    private final Map<String, Integer> inUse;

    FixedLanes(Optional<Installation> before, Map<String, Integer> inUse) {
        this.before = before;
        this.inUse = inUse;
    }

    /** Empty when any number will do. */
    Optional<Integer> of(String instanceId) {
        return before.stream().flatMap(known -> Stream.of(known.instances(), known.leaving()))
                .flatMap(instances -> Optional.ofNullable(instances.get(instanceId)).stream())
                .filter(instance -> instance.deliver().isPresent()).map(Instance::lanes).findFirst()
                .or(() -> Optional.ofNullable(inUse.get(instanceId)));
    }
}
