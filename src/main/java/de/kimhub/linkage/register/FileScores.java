package de.kimhub.linkage.register;

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
import java.util.function.BiPredicate;

/**
 * The scores of the pairs of one neighbourhood: those that were kept, and those that were not made yet because the two
 * files share no key or did not matter to each other until something connected them.
 */
public final class FileScores implements Partition.Scores {

    private final Map<Pair, PairScore> known = new HashMap<>();
    private final List<Scored> made = new ArrayList<>();

    FileScores(Collection<Scored> known) {
        known.forEach(one -> this.known.put(one.pair(), one.score()));
    }

    /** Compares in memory, as {@code hub link evaluate} does: all files of a neighbourhood with each other. */
    public static FileScores of(Map<Long, List<Traits>> files, Scorer scorer) {
        FileScores scores = new FileScores(List.of());
        scores.complete(files, scorer, (left, right) -> true);
        return scores;
    }

    void complete(Map<Long, List<Traits>> files, Scorer scorer, BiPredicate<Long, Long> mayCompare) {
        List<Long> numbers = List.copyOf(files.keySet());
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                Pair pair = Pair.of(numbers.get(i), numbers.get(j));
                if (!known.containsKey(pair) && mayCompare.test(pair.left(), pair.right())) {
                    take(pair, scorer.best(files.get(pair.left()), files.get(pair.right())));
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
