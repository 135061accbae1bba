package de.kimhub.processing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who has been given an event. */
@FunctionalInterface
interface Holders {

    /** Recipient numbers by event; events that nobody has are left out. */
    Map<Long, Set<Integer>> of(Collection<Long> events);
}
