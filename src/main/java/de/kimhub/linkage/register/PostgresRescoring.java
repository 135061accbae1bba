package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PairRescoring;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.BusyPersons.Busy;
import de.kimhub.linkage.register.PairTable.Scored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link PairRescoring} in PostgreSQL. Takes its locks as the register does: keys, files, then rows of the queue. */
@Component
class PostgresRescoring implements PairRescoring {

    private final Scorers scorers;
    private final Buckets buckets;
    private final Preparation preparation;
    private final PersonaTable personas;
    private final SourceCases cases;
    private final PairTable pairs;
    private final Neighbourhoods neighbourhoods;
    private final Regrouping regrouping;
    private final WaitingReviews reviews;
    private final BusyPersons busy;
    private final Chronicle chronicle;

    PostgresRescoring(Scorers scorers, Buckets buckets, Preparation preparation, PersonaTable personas, SourceCases cases,
            PairTable pairs, Neighbourhoods neighbourhoods, Regrouping regrouping, WaitingReviews reviews,
            BusyPersons busy, Chronicle chronicle) {
        this.scorers = scorers;
        this.buckets = buckets;
        this.preparation = preparation;
        this.personas = personas;
        this.cases = cases;
        this.pairs = pairs;
        this.neighbourhoods = neighbourhoods;
        this.regrouping = regrouping;
        this.reviews = reviews;
        this.busy = busy;
        this.chronicle = chronicle;
    }

    @Override
    public List<Outdated> outdated(long after, int atMost) {
        return reviews.scoredBefore(scorers.since(), after, atMost);
    }

    @Override
    public Linked rescore(Collection<Outdated> some, Candidates candidates) {
        Scorer scorer = scorers.now();
        Set<Long> files = new LinkedHashSet<>();
        some.forEach(one -> files.addAll(List.of(one.left(), one.right())));
        buckets.lockKeys(personas.traits(files).values().stream().flatMap(List::stream)
                .flatMap(traits -> preparation.of(traits).keys().stream()).map(Prepared.Keyed::digest).toList());
        neighbourhoods.lockAround(files);
        Set<Pair> untouched = reviews.lockUntouched(files);
        Map<Pair, Scored> before = before(files, untouched);
        Busy asked = busy.among(before.keySet(), untouched);
        before.keySet().removeIf(asked::isAbout);
        Map<Pair, PairScore> scores = scores(before.keySet(), files, candidates, scorer);
        Set<Pair> answering = asked.answeredBy(scores);
        scores.keySet().removeAll(answering);
        untouched.removeIf(pair -> answering.contains(pair) || !before.containsKey(pair));
        store(scores, before, scorer);
        // what is sure now may connect others, whose locks are not held yet
        Linked linked = regrouping.regroup(neighbourhoods.lockAround(files),
                new Regrouping.Question(files, Set.of(), candidates, scorer, Cause.NEWS));
        note(untouched, scores, scorer);
        return linked;
    }

    /** The pairs in question; with {@code null} where nothing is kept of a waiting one. */
    private Map<Pair, Scored> before(Set<Long> files, Set<Pair> untouched) {
        Map<Pair, Scored> before = new HashMap<>();
        untouched.forEach(pair -> before.put(pair, null));
        pairs.touching(files).forEach(one -> before.put(one.pair(), one));
        return before;
    }

    /** Of files that are not one person's: what was joined is not taken apart because names are frequent. */
    private Map<Pair, PairScore> scores(Collection<Pair> some, Set<Long> asked, Candidates candidates, Scorer scorer) {
        Set<Long> numbers = new HashSet<>();
        some.forEach(pair -> numbers.addAll(List.of(pair.left(), pair.right())));
        Map<Long, SourceCase> files = cases.byId(numbers);
        Map<Long, List<Traits>> traits = personas.traits(numbers);
        Compartments compartments = new Compartments(candidates, asked, files.values());
        Map<Pair, PairScore> scores = new HashMap<>();
        for (Pair pair : some) {
            SourceCase left = files.get(pair.left());
            SourceCase right = files.get(pair.right());
            PairScore score = left != null && right != null && left.personId() != right.personId()
                    && compartments.mayCompare(left, right)
                    ? FileOrder.BY_DIGEST.score(left, right, traits, scorer) : null;
            if (score != null) {
                scores.put(pair, score);
            }
        }
        return scores;
    }

    private void store(Map<Pair, PairScore> scores, Map<Pair, Scored> before, Scorer scorer) {
        List<Scored> kept = new ArrayList<>();
        List<Pair> gone = new ArrayList<>();
        scores.forEach((pair, score) -> {
            if (Linker.keeps(score, before.get(pair))) {
                kept.add(new Scored(pair, score));
            } else {
                gone.add(pair);
            }
        });
        pairs.store(kept, scorer.model().version());
        pairs.delete(gone);
    }

    private void note(Set<Pair> untouched, Map<Pair, PairScore> scores, Scorer scorer) {
        Map<Pair, Double> bits = new HashMap<>();
        Set<Pair> fallen = new HashSet<>();
        untouched.stream().filter(scores::containsKey).forEach(pair -> {
            bits.put(pair, scores.get(pair).bits());
            if (scores.get(pair).band() == Band.NEW) {
                fallen.add(pair);
            }
        });
        Map<Pair, byte[]> explanations = chronicle.explanations(bits.keySet(), Map.of(), scorer);
        reviews.scored(untouched, bits, explanations, scorer.model().version());
        chronicle.doubtsEnded(fallen, explanations, scorer.model().version());
    }
}
