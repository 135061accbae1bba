package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Counts levels among pairs of one person and of two. */
final class LevelCounts {

    private static final long SEED = 4;

    private final long[] same = new long[Level.values().length];
    private final long[] compared = new long[same.length];
    private final long[] random = new long[same.length];

    void add(PairScore score, boolean one) {
        score.evidence().forEach(evidence -> (one ? same : compared)[evidence.level().ordinal()]++);
    }

    /** Also compares so many random pairs of two persons. */
    List<LevelShares> shares(List<Traits> rows, Truth truth, Scorer scorer, int randomPairs) {
        Random numbers = new Random(SEED);
        long enough = Math.min(randomPairs, Truth.pairs(rows.size()));
        for (long pair = 0; pair < enough; pair++) {
            int left = numbers.nextInt(rows.size());
            int right = numbers.nextInt(rows.size());
            if (left != right && !truth.same(left, right)) {
                scorer.compare(rows.get(left), rows.get(right)).evidence()
                        .forEach(evidence -> random[evidence.level().ordinal()]++);
            }
        }
        LinkageModel model = scorer.model();
        return Stream.of(Level.values()).map(level -> new LevelShares(level,
                LevelShares.log2(model.m().get(level) / model.u().get(level)), share(level, same), share(level, random),
                share(level, compared))).filter(one -> one.same().hits() + one.different().hits() + one.compared().hits() > 0).toList();
    }

    private static Proportion share(Level level, long[] counts) {
        return new Proportion(counts[level.ordinal()],
                level.trait().levels().stream().mapToLong(other -> counts[other.ordinal()]).sum());
    }
}
