package de.kimhub.linkage.comparison;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares for one search, in which most are strangers: whoever cannot reach what a person would look at, whatever the
 * names, is not compared any further. Whom it scores, it scores as the {@link Scorer} does. One thread at a time.
 */
public final class Lookout {

    private final Scorer scorer;
    private final Map<Traits, Ceiling> ceilings = new IdentityHashMap<>();

    public Lookout(Scorer scorer) {
        this.scorer = scorer;
    }

    /** As {@link Scorer#best}; {@code null} instead of what is surely below {@link Band#REVIEW}. */
    public PairScore best(List<Traits> left, List<Traits> right) {
        PairScore best = null;
        for (Traits one : left) {
            for (Traits other : right) {
                PairScore score = compareUnlessBelow(one, other);
                if (score != null && (best == null || score.bits() > best.bits())) {
                    best = score;
                }
            }
        }
        return best;
    }

    /**
     * Who is looked for comes again and again, so that what they can be worth is known; what the other can be worth beside
     * them takes longer to find out than it saves.
     */
    private PairScore compareUnlessBelow(Traits one, Traits other) {
        return scorer.compareUnlessBelow(one, other,
                ceilings.computeIfAbsent(ceilings.containsKey(one) ? one : other, scorer::ceiling));
    }
}
