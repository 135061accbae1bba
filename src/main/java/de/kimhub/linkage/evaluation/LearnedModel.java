package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.Learning;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The shipped parameters, fitted to people of whom nobody says who is who. */
final class LearnedModel {

    private static final int MOST_CANDIDATES = 60_000;
    private static final long SEED = 11;

    private LearnedModel() {
    }

    /** The same people give the same parameters. */
    static LinkageModel of(List<Traits> people) {
        CountedPopulation population = CountedPopulation.of(people.size(), people);
        LinkageModel random = Learning.fromRandomPairs(LinkageModel.shipped(), population, people, SEED);
        List<Learning.Pair> candidates = new ArrayList<>();
        long all = sample(people, candidates);
        return candidates.isEmpty() ? random : Learning.fromCandidates(random, population, candidates, people.size(),
                (double) all / candidates.size());
    }

    /** @return how many there are; at most so many of them, at random, are kept */
    private static long sample(List<Traits> people, List<Learning.Pair> kept) {
        MemoryIndex index = new MemoryIndex(people);
        Random random = new Random(SEED);
        long[] seen = {0};
        for (int row = 0; row < people.size(); row++) {
            Traits one = people.get(row);
            index.forEachEarlier(row, other -> {
                Learning.Pair pair = new Learning.Pair(people.get(other), one);
                long place = ++seen[0] <= MOST_CANDIDATES ? seen[0] - 1 : random.nextLong(seen[0]);
                if (seen[0] <= MOST_CANDIDATES) {
                    kept.add(pair);
                } else if (place < MOST_CANDIDATES) {
                    kept.set((int) place, pair);
                }
            });
        }
        return seen[0];
    }
}
