package de.kimhub.processing;

import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a batch knows of its persons: their consents, and who has a file of them. Kept in step with the database. */
final class PersonScope {

    private final ConsentLedger ledger;
    private final SourceCases cases;
    private final Map<Long, List<Consent>> consents = new HashMap<>();
    private final Map<Long, Set<Integer>> knowing = new HashMap<>();

    PersonScope(ConsentLedger ledger, SourceCases cases) {
        this.ledger = ledger;
        this.cases = cases;
    }

    void load(Collection<Long> persons) {
        List<Long> missing = persons.stream().filter(person -> !consents.containsKey(person)).distinct().toList();
        reload(missing);
    }

    void reload(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return;
        }
        Map<Long, List<Consent>> freshConsents = ledger.of(persons);
        Map<Long, Set<Integer>> freshKnowing = cases.instancesKnowing(persons);
        for (long person : persons) {
            consents.put(person, freshConsents.getOrDefault(person, List.of()));
            knowing.put(person, freshKnowing.getOrDefault(person, Set.of()));
        }
    }

    void give(Consent consent) {
        List<Consent> all = new ArrayList<>(consents(consent.personId()));
        all.add(consent);
        consents.put(consent.personId(), all);
    }

    /** Empty for {@code null}: nobody, or a person who is not linked. */
    List<Consent> consents(Long person) {
        return person == null ? List.of() : consents.getOrDefault(person, List.of());
    }

    boolean knows(int instanceNo, Long person) {
        return person != null && knowing.getOrDefault(person, Set.of()).contains(instanceNo);
    }
}
