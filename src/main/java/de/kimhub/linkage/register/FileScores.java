package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.persons.Partition;
import de.kimhub.linkage.register.PairTable.Scored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of the pairs of one neighbourhood: those that were kept, and those that were not made yet because the two
 * files share no key or did not matter to each other until something connected them.
 */
final class FileScores implements Partition.Scores {

    private final Map<Pair, PairScore> known = new HashMap<>();
    private final List<Scored> made = new ArrayList<>();

    FileScores(Collection<Scored> known) {
        known.forEach(one -> this.known.put(one.pair(), one.score()));
    }

    void complete(Map<Long, SourceCase> files, Map<Long, List<Traits>> traits, Scorer scorer, Compartments compartments) {
        List<Long> numbers = List.copyOf(traits.keySet());
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                Pair pair = Pair.of(numbers.get(i), numbers.get(j));
                SourceCase left = files.get(pair.left());
                SourceCase right = files.get(pair.right());
                if (!known.containsKey(pair) && compartments.mayCompare(left, right)) {
                    take(pair, FileOrder.BY_DIGEST.score(left, right, traits, scorer));
                }
            }
        }
    }

    private void take(Pair pair, PairScore score) {
        if (score != null) {
            known.put(pair, score);
            if (matters(score)) {
                made.add(new Scored(pair, score));
            }
        }
    }

    static boolean matters(PairScore score) {
        return score.band() != Band.NEW || score.contradictory();
    }

    /** What was compared only now, as far as it matters. */
    List<Scored> made() {
        return made;
    }

    boolean knows(long left, long right) {
        return known.containsKey(Pair.of(left, right));
    }

    @Override
    public PairScore of(long left, long right) {
        return known.get(Pair.of(left, right));
    }
}
