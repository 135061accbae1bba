package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.LinkageDecision.Evidence;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.persons.Partition;
import de.kimhub.linkage.register.KeyTable.Stored;
import de.kimhub.linkage.register.PairTable.Scored;
import de.kimhub.linkage.register.Prepared.Keyed;
import de.kimhub.linkage.register.Search.Asked;
import de.kimhub.linkage.register.Search.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares files with their candidates and links what is sure. Their keys are stored and locked. */
@Component
class Linker {

    private final Search search;
    private final Refinement refinement;
    private final PairTable pairs;
    private final Neighbourhoods neighbourhoods;
    private final Regrouping regrouping;
    private final KeptApart keptApart;

    Linker(Search search, Refinement refinement, PairTable pairs, Neighbourhoods neighbourhoods,
           Regrouping regrouping, KeptApart keptApart) {
        this.search = search;
        this.refinement = refinement;
        this.pairs = pairs;
        this.neighbourhoods = neighbourhoods;
        this.regrouping = regrouping;
        this.keptApart = keptApart;
    }

    /**
     * @param known  keys of which it is known how they are stored
     * @param opened those of the files that are new
     * @param linked those about which something was decided just now
     */
    Linked link(List<Asked> asked, Map<Keyed, Stored> known, Set<Long> opened, Set<Long> linked, Candidates candidates,
                Scorer scorer) {
        Set<Long> numbers = asked.stream().map(one -> one.self().id()).collect(Collectors.toSet());
        Set<Long> old = new HashSet<>(numbers);
        old.removeAll(opened);
        Map<Pair, Scored> before = new HashMap<>();
        pairs.touching(old).forEach(one -> before.put(one.pair(), one));
        Found found = search.search(asked, known, partners(numbers, before), candidates, scorer);
        Set<Long> concerned = new HashSet<>(linked);
        before.keySet().forEach(pair -> addOwn(concerned, pair, numbers));
        keptApart.restore(keptApart.among(found.likely()), found.files());
        store(found, before, scorer).forEach(one -> addOwn(concerned, one.pair(), numbers));
        refinement.refine(found.stored(), found.byKey());
        return concerned.isEmpty() ? Linked.NOTHING : regrouping.regroup(neighbourhoods.lockAround(concerned),
                new Regrouping.Question(numbers, opened, candidates, scorer, Cause.NEWS));
    }

    private static Map<Long, Set<Long>> partners(Set<Long> files, Map<Pair, Scored> pairs) {
        Map<Long, Set<Long>> partners = new HashMap<>();
        for (Pair pair : pairs.keySet()) {
            for (long file : new long[] {pair.left(), pair.right()}) {
                if (files.contains(file)) {
                    partners.computeIfAbsent(file, key -> new HashSet<>()).add(pair.other(file));
                }
            }
        }
        return partners;
    }

    private static void addOwn(Set<Long> concerned, Pair pair, Set<Long> files) {
        if (files.contains(pair.left())) {
            concerned.add(pair.left());
        }
        if (files.contains(pair.right())) {
            concerned.add(pair.right());
        }
    }

    /** @return what matters of it */
    private List<Scored> store(Found found, Map<Pair, Scored> before, Scorer scorer) {
        Map<Pair, Scored> kept = new HashMap<>();
        List<Pair> gone = new ArrayList<>();
        found.scores().forEach((file, others) -> others.forEach((other, score) -> {
            Pair pair = Pair.of(file, other);
            if (keeps(score, before.get(pair))) {
                kept.put(pair, new Scored(pair, score));
            } else if (before.containsKey(pair)) {
                gone.add(pair);
            }
        }));
        pairs.store(kept.values(), scorer.model().version());
        pairs.delete(gone);
        return List.copyOf(kept.values());
    }

    /** A contradiction is kept where it mattered before. */
    static boolean keeps(PairScore score, Scored before) {
        return score.band() != Band.NEW || before != null && score.contradictory();
    }

    /** What opening it would come to, as far as can be seen without its neighbourhood. */
    LinkageDecision answer(Found found, long file) {
        Map<Long, PairScore> scores = found.scores().getOrDefault(file, Map.of());
        List<Long> likely = scores.keySet().stream().filter(other -> scores.get(other).band() != Band.NEW)
                .sorted(Comparator.comparingDouble(other -> -scores.get(other).bits())).toList();
        if (likely.isEmpty()) {
            return new LinkageDecision.NonMatch();
        }
        Optional<Long> sure = likely.stream().filter(other -> scores.get(other).band() == Band.SURE).findFirst()
                .map(other -> person(found, other));
        boolean clear = sure.isPresent() && scores.keySet().stream().noneMatch(other -> sure.get() == person(found, other)
                ? scores.get(other).contradictory() : isRival(scores.get(other)) && bothSettled(found, sure.get(), other));
        return clear ? new LinkageDecision.Match(sure.get(), Evidence.SURE)
                : new LinkageDecision.PossibleMatch(person(found, likely.getFirst()));
    }

    private static boolean isRival(PairScore score) {
        return score.bits() >= Partition.RIVAL_BITS && !score.contradictory();
    }

    private static boolean bothSettled(Found found, long person, long otherFile) {
        return found.compartments().isSettled(person) && found.compartments().isSettled(person(found, otherFile));
    }

    private static long person(Found found, long file) {
        return found.files().get(file).personId();
    }
}
