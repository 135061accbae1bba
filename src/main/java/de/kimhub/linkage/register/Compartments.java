package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.SourceCase;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which files may be compared with each other at all when a link is looked for some of them. */
final class Compartments {

    private final Set<Long> asked;
    private final Set<Integer> unheard;
    private final Set<Long> allowed;
    private final Set<Long> settled;

    /**
     * @param asked for whom a link is looked for
     * @param files these and all others in question
     */
    Compartments(Candidates candidates, Set<Long> asked, Collection<SourceCase> files) {
        this.asked = asked;
        this.unheard = candidates.unheard();
        List<Long> persons = files.stream().filter(this::isHeard).map(SourceCase::personId).distinct().toList();
        this.allowed = persons.isEmpty() ? Set.of() : candidates.among(persons);
        this.settled = persons.isEmpty() ? Set.of() : candidates.settled(persons);
    }

    boolean isSettled(long person) {
        return settled.contains(person);
    }

    boolean isAllowed(long person) {
        return allowed.contains(person);
    }

    private boolean isHeard(SourceCase file) {
        return asked.contains(file.id()) || !unheard.contains(file.instanceNo());
    }

    boolean mayCompare(SourceCase one, SourceCase other) {
        if (!isHeard(one) || !isHeard(other)) {
            return false;
        }
        return one.personId() == other.personId() || sameSource(one, other)
                || isReachable(one) && isReachable(other) && (isAllowed(one.personId()) || isAllowed(other.personId()));
    }

    private boolean isReachable(SourceCase file) {
        return asked.contains(file.id()) || isAllowed(file.personId());
    }

    /** The compartment of a source: its files, unless they are settled elsewhere. */
    private boolean sameSource(SourceCase one, SourceCase other) {
        return one.instanceNo() == other.instanceNo() && isFree(one) && isFree(other);
    }

    private boolean isFree(SourceCase file) {
        return asked.contains(file.id()) || !isSettled(file.personId());
    }
}
