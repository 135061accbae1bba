package de.kimhub.processing;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Doubt;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.ConsentLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins the files that a source's consents name. What one in shadow says must not open a real flow: so it joins no files
 * of which live tools work on both, where a consent stands on which real flows rest. Such a join waits until the source
 * goes live.
 */
final class Joins {

    /** Reason of the decision that a file number was shown. */
    static final String SHOWN_NUMBER = "SHOWN_NUMBER";

    private final Tools tools;
    private final Set<Integer> shadows;
    private final int sourceNo;
    private final String sourceId;
    private final List<Doubt> doubts = new ArrayList<>();

    /** What joining needs, whoever joins. */
    record Tools(PersonRegister register, SourceCases cases, ConsentLedger ledger, Candidacy candidacy, Doubts doubts,
                 ShadowJoins waiting) {
    }

    Joins(Tools tools, Set<Integer> shadows, int sourceNo, String sourceId) {
        this.tools = tools;
        this.shadows = shadows;
        this.sourceNo = sourceNo;
        this.sourceId = sourceId;
    }

    /** The client showed the number of the file: that decides, unless people decided otherwise. */
    Linked shown(SourceCase given, SourceCase file) {
        if (given.personId() == file.personId()) {
            return Linked.NOTHING;
        }
        if (!allowed(given.personId(), Set.of(file.personId())).contains(file.personId())) {
            tools.waiting().add(sourceNo, given.id(), file.id());
            return Linked.NOTHING;
        }
        return noted(same(tools.register(), given.id(), file.id(), sourceId));
    }

    static Linked same(PersonRegister register, long given, long file, String actor) {
        try {
            return register.decide(new Decision(given, file, true, SHOWN_NUMBER, actor), persons -> Set.of());
        } catch (IllegalArgumentException decidedOtherwise) {
            return Linked.NOTHING;
        }
    }

    /** Files at these instances that are the same person's by what both say of them. */
    Linked named(SourceCase given, Set<Integer> instances) {
        Candidates all = tools.candidacy().knownAt(instances);
        return instances.isEmpty() ? Linked.NOTHING : noted(tools.register().reconsider(List.of(given.id()),
                shadows.contains(sourceNo) ? allowedOf(all, given) : all));
    }

    private Candidates allowedOf(Candidates all, SourceCase given) {
        return new Candidates() {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                Set<Long> known = all.among(persons);
                Set<Long> allowed = allowed(given.personId(), known);
                if (allowed.size() < known.size()) {
                    tools.waiting().add(sourceNo, given.id(), given.id());
                }
                return allowed;
            }

            @Override
            public Set<Long> settled(Collection<Long> persons) {
                return all.settled(persons);
            }
        };
    }

    /** Those of the others with whom the person may become one. */
    private Set<Long> allowed(long person, Set<Long> others) {
        if (!shadows.contains(sourceNo)) {
            return others;
        }
        Set<Long> both = new HashSet<>(others);
        both.add(person);
        Map<Long, Set<Integer>> knowing = tools.cases().instancesKnowing(both);
        Set<Long> live = both.stream().filter(one -> !shadows.containsAll(knowing.getOrDefault(one, Set.of())))
                .collect(Collectors.toSet());
        Set<Long> inEarnest = tools.ledger().inEarnest(both, shadows);
        return others.stream().filter(other -> !(live.contains(person) && live.contains(other))
                || !inEarnest.contains(person) && !inEarnest.contains(other)).collect(Collectors.toSet());
    }

    private Linked noted(Linked linked) {
        doubts.addAll(linked.reviews());
        return linked;
    }

    /** To be called when the consents are in the ledger. */
    void holdDoubted() {
        tools.doubts().hold(doubts);
        tools.doubts().forgetDecided();
        doubts.clear();
    }
}
