package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

/** Links a table of people as the register would, and compares with the truth. */
public final class Evaluator {

    /** Of pairs below only their number is kept, unless they are one person's. */
    private static final double FLOOR = -11;
    private static final double[] THRESHOLDS = {.01, .05, .1, .25, .5, .75, .9, .95, .99, .995, .999, .9999, .99999};

    private final List<LabelledPerson> rows;
    private final List<Traits> traits;
    private final int randomPairs;
    private final Truth truth;
    private final Scorer scorer;
    private final ScoredPairs pairs = new ScoredPairs();
    private final Histogram histogram = new Histogram();
    private final LevelCounts levels = new LevelCounts();
    private long compared;
    private long trueCompared;

    private Evaluator(List<LabelledPerson> rows, Function<List<Traits>, LinkageModel> learning, int randomPairs) {
        this.randomPairs = randomPairs;
        this.rows = rows;
        this.traits = rows.stream().map(LabelledPerson::traits).toList();
        this.truth = new Truth(rows);
        this.scorer = new Scorer(learning.apply(traits), CountedPopulation.of(rows.size(), traits));
    }

    /** @param randomPairs to be compared for {@link LevelShares} */
    public static Evaluation evaluate(List<LabelledPerson> rows, ModelSource model, int randomPairs) {
        return evaluate(rows, model::of, randomPairs);
    }

    /**
     * @param learning    gives the parameters for these people, without knowing the truth
     * @param randomPairs to be compared for {@link LevelShares}
     */
    static Evaluation evaluate(List<LabelledPerson> rows, Function<List<Traits>, LinkageModel> learning,
                                      int randomPairs) {
        return new Evaluator(rows, learning, randomPairs).evaluate();
    }

    private Evaluation evaluate() {
        MemoryIndex index = new MemoryIndex(traits);
        for (int row = 0; row < rows.size(); row++) {
            int one = row;
            index.forEachEarlier(row, other -> compare(other, one));
        }
        long truePairs = truth.pairs();
        List<Threshold> thresholds = DoubleStream.of(THRESHOLDS).mapToObj(this::threshold).toList();
        PersonMaking.Made made = new PersonMaking(traits, truth, pairs, scorer).make();
        WorstErrors errors = new WorstErrors(rows, truth, pairs, scorer);
        return new Evaluation(scorer.model().version(), rows.size(), truth.unknown(),
                truth.persons().size() + truth.unknown(), truePairs,
                new Blocking(new Proportion(trueCompared, truePairs), compared, index.keys(), index.crowded(), index.lost()),
                threshold(.5).quality(), quality(pair -> pairs.band(pair) == Band.SURE),
                quality(pair -> made.joined().get(pair) || made.shown().get(pair)), best(), thresholds, made.persons(),
                histogram, levels.shares(traits, truth, scorer, randomPairs), errors.falseAlarms(), errors.missed());
    }

    private void compare(int left, int right) {
        PairScore score = scorer.compare(traits.get(left), traits.get(right));
        boolean same = truth.same(left, right);
        compared++;
        trueCompared += same ? 1 : 0;
        histogram.add(score.bits(), same);
        levels.add(score, same);
        if (same || score.bits() >= FLOOR) {
            pairs.add(left, right, score, same);
        }
    }

    private Threshold threshold(double posterior) {
        double bits = Threshold.bits(posterior);
        return new Threshold(posterior, bits, quality(pair -> pairs.bits(pair) >= bits));
    }

    private Quality quality(IntPredicate taken) {
        long right = count(pair -> pairs.isTrue(pair) && taken.test(pair));
        long wrong = count(pair -> !pairs.isTrue(pair) && taken.test(pair));
        return new Quality(right, wrong, truth.pairs() - right);
    }

    private long count(IntPredicate wanted) {
        long count = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            count += wanted.test(pair) ? 1 : 0;
        }
        return count;
    }

    private Threshold best() {
        int[] order = pairs.byScore();
        long all = truth.pairs();
        Quality best = new Quality(0, 0, all);
        double at = Histogram.HIGHEST;
        long right = 0;
        for (int i = 0; i < order.length && pairs.bits(order[i]) >= FLOOR; i++) {
            right += pairs.isTrue(order[i]) ? 1 : 0;
            boolean tied = i + 1 < order.length && pairs.bits(order[i + 1]) == pairs.bits(order[i]);
            Quality here = new Quality(right, i + 1 - right, all - right);
            if (!tied && here.f1() > best.f1()) {
                best = here;
                at = pairs.bits(order[i]);
            }
        }
        return new Threshold(Threshold.posterior(at), at, best);
    }
}
