package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** One direction of an instance. */
record Way(String instanceId, Direction direction) implements Comparable<Way> {

    enum Direction { RECEIVE, DELIVER, ACKNOWLEDGE, ENROL }

    static Map<Way, Endpoint> of(Instance instance) {
        Map<Way, Endpoint> ways = new TreeMap<>();
        instance.receive().ifPresent(endpoint -> ways.put(new Way(instance.id(), Direction.RECEIVE), endpoint));
        instance.deliver().ifPresent(endpoint -> ways.put(new Way(instance.id(), Direction.DELIVER), endpoint));
        instance.acknowledgements()
                .ifPresent(endpoint -> ways.put(new Way(instance.id(), Direction.ACKNOWLEDGE), endpoint));
        instance.enrolment().ifPresent(endpoint -> ways.put(new Way(instance.id(), Direction.ENROL), endpoint));
        return ways;
    }

    boolean isReceiving() {
        return direction == Direction.RECEIVE;
    }

    /** Unique among the routes. */
    String routeId() {
        return instanceId + "-" + direction.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public int compareTo(Way other) {
        return Comparator.comparing(Way::instanceId).thenComparing(Way::direction).compare(this, other);
    }

    @Override
    public String toString() {
        return routeId();
    }
}
