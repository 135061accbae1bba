package de.kimhub.processing;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.ConsentLedger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which files a source's consents may join. What one in shadow says must not open a real flow: so it joins no files of
 * which live tools work on both, where a consent stands on which real flows rest. Such a join waits until the source
 * goes live.
 */
final class Joins {

    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final Set<Integer> shadows;
    private final int sourceNo;
    private final ShadowJoins waiting;

    Joins(SourceCases cases, ConsentLedger ledger, Set<Integer> shadows, int sourceNo, ShadowJoins waiting) {
        this.cases = cases;
        this.ledger = ledger;
        this.shadows = shadows;
        this.sourceNo = sourceNo;
        this.waiting = waiting;
    }

    boolean allow(SourceCase given, SourceCase file) {
        if (!shadows.contains(sourceNo)) {
            return true;
        }
        List<Long> persons = List.of(given.personId(), file.personId());
        Map<Long, Set<Integer>> knowing = cases.instancesKnowing(persons);
        boolean allowed = persons.stream().anyMatch(person -> shadows.containsAll(knowing.getOrDefault(person, Set.of())))
                || ledger.inEarnest(persons, shadows).isEmpty();
        if (!allowed) {
            waiting.add(sourceNo, given.id(), file.id());
        }
        return allowed;
    }
}
