package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The pairs about which the score is most wrong. */
final class WorstErrors {

    private static final int SHOWN = 10;
    /** A person of more rows is not looked through for pairs that share no key. */
    private static final int MOST_ROWS = 200;

    private final List<LabelledPerson> rows;
    private final Truth truth;
    private final ScoredPairs pairs;
    private final Scorer scorer;

    WorstErrors(List<LabelledPerson> rows, Truth truth, ScoredPairs pairs, Scorer scorer) {
        this.rows = rows;
        this.truth = truth;
        this.pairs = pairs;
        this.scorer = scorer;
    }

    List<Evidenced> falseAlarms() {
        return IntStream.range(0, pairs.size()).filter(pair -> !pairs.isTrue(pair) && pairs.bits(pair) >= 0).boxed()
                .sorted(Comparator.comparingDouble((Integer pair) -> -pairs.bits(pair))).limit(SHOWN)
                .map(pair -> evidenced(pairs.left(pair), pairs.right(pair), true)).toList();
    }

    List<Evidenced> missed() {
        Set<Long> compared = new HashSet<>();
        List<Evidenced> missed = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.isTrue(pair)) {
                compared.add(key(pairs.left(pair), pairs.right(pair)));
            }
        }
        for (List<Integer> person : truth.persons()) {
            for (int i = 0; i < person.size() && person.size() <= MOST_ROWS; i++) {
                for (int j = i + 1; j < person.size(); j++) {
                    boolean shared = compared.contains(key(person.get(i), person.get(j)));
                    Evidenced pair = evidenced(person.get(i), person.get(j), shared);
                    if (!shared || pair.score().bits() < 0) {
                        keep(missed, pair);
                    }
                }
            }
        }
        return List.copyOf(missed);
    }

    private static void keep(List<Evidenced> missed, Evidenced pair) {
        missed.add(pair);
        if (missed.size() > SHOWN) {
            missed.sort(Comparator.comparingDouble(one -> one.score().bits()));
            missed.removeLast();
        }
    }

    private Evidenced evidenced(int left, int right, boolean compared) {
        PairScore score = scorer.compare(rows.get(left).traits(), rows.get(right).traits());
        return new Evidenced(rows.get(left), rows.get(right), score, compared);
    }

    private static long key(int left, int right) {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }
}
