package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.persons.Partition;
import java.util.List;

/** Between the rows of two persons: the register asks nobody whether those are one. */
final class Contradictions {

    private final List<Traits> rows;
    private final Scorer scorer;

    Contradictions(List<Traits> rows, Scorer scorer) {
        this.rows = rows;
        this.scorer = scorer;
    }

    /** Whether any two contradict each other, and none are as good as sure. */
    boolean between(List<Integer> one, List<Integer> other) {
        if (one.size() == 1 && other.size() == 1) {
            return false;
        }
        boolean contradicting = false;
        for (int left : one) {
            for (int right : other) {
                PairScore score = scorer.compare(rows.get(left), rows.get(right));
                if (score.bits() >= Partition.RIVAL_BITS) {
                    return false;
                }
                contradicting |= score.band() == Band.NEW && score.contradictory();
            }
        }
        return contradicting;
    }
}
