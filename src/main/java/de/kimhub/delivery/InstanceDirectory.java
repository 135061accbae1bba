package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import java.util.Optional;

/** The short numbers of the installation's instances ({@code hub.instance}). */
public interface InstanceDirectory {

    int numberOf(String instanceId);

    /** Empty when the instance is not configured any more, or its file has an error: then its items wait. */
    Optional<Instance> byNumber(int number);

    /**
     * As its file says now, without ways that it lost and needs only for what is on its way. Who was
     * taken out is as it was.
     */
    default Optional<Instance> asConfigured(int number) {
        return byNumber(number);
    }

    /** Nothing goes to it any more, also not what waits: its time of test data is over. */
    default boolean testIsOver(Instance instance) {
        return false;
    }

    /** The instance with the version of its connector that one of its documents came in under. */
    default Instance asOf(String definition, Instance source) {
        return source;
    }
}
