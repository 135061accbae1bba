package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.Learning;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Population;
import de.kimhub.linkage.comparison.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fits the shipped model to a table of people, without looking at who is who: what the register learns from confirmed
 * pairs in the course of time has to be estimated from candidate pairs here.
 */
public final class CandidateLearning {

    private static final long SEED = 1;
    private static final int MOST_PAIRS = 60_000;

    private CandidateLearning() {
    }

    /** The same people in another order give nearly the same model: the random pairs are others. */
    public static LinkageModel learn(List<Traits> people) {
        Population population = CountedPopulation.of(people.size(), people);
        List<Learning.Pair> kept = new ArrayList<>();
        long[] seen = new long[1];
        Random random = new Random(SEED);
        MemoryIndex index = new MemoryIndex(people);
        for (int row = 0; row < people.size(); row++) {
            int one = row;
            index.forEachEarlier(row, other -> keep(kept, seen, random, new Learning.Pair(people.get(other), people.get(one))));
        }
        LinkageModel start = Learning.fromRandomPairs(LinkageModel.shipped(), population, people, SEED);
        return kept.isEmpty() ? start : Learning.fromCandidates(start, population, kept, people.size(),
                (double) seen[0] / kept.size());
    }

    /** Reservoir sampling: every pair has the same chance. */
    private static void keep(List<Learning.Pair> kept, long[] seen, Random random, Learning.Pair pair) {
        seen[0]++;
        if (kept.size() < MOST_PAIRS) {
            kept.add(pair);
        } else {
            long place = random.nextLong(seen[0]);
            if (place < MOST_PAIRS) {
                kept.set((int) place, pair);
            }
        }
    }
}
