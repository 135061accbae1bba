package de.kimhub.linkage;

import java.util.Collection;
import java.util.Set;

/**
 * Among whom a link may be looked for at all: people who are enrolled and whose consent names the source of the case.
 * A link to anybody else is not even computed.
 */
@FunctionalInterface
public interface Candidates {

    /** Those of the persons to whom a case of this source may be linked. */
    Set<Long> among(Collection<Long> persons);

    /**
     * Those of the persons of whom something may have been passed on already: two of them are never made one without
     * somebody's decision.
     */
    default Set<Long> settled(Collection<Long> persons) {
        return Set.of();
    }

    /** Numbers of instances whose files prove nothing here: nobody is linked for what only they say. */
    default Set<Integer> unheard() {
        return Set.of();
    }
}
