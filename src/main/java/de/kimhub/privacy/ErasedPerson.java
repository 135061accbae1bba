package de.kimhub.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Somebody whose data are gone from where they can be found by person, and are to go from what holds those of many.
 *
 * @param instances    sources that had a file
 * @param lastDocument newest document of when it was erased
 */
public record ErasedPerson(long erasure, Instant at, Set<Integer> instances, long lastDocument, List<Long> events) {

    public long[] eventIds() {
        return events.stream().mapToLong(Long::longValue).toArray();
    }

    public int[] instanceNumbers() {
        return instances.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
