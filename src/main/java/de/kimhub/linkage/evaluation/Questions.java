package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How often people have to be asked: the likeliest doubt first, and each answer, as the truth has it, holds for both
 * persons with all their rows.
 */
final class Questions {

    private final ScoredPairs pairs;
    private final Truth truth;
    private final int[] person;
    private final Map<Integer, Set<Integer>> different = new HashMap<>();

    /** @param person of each row, named by one of its rows that names itself; is changed */
    Questions(ScoredPairs pairs, Truth truth, int[] person) {
        this.pairs = pairs;
        this.truth = truth;
        this.person = person;
    }

    long asked() {
        long asked = 0;
        for (int pair : pairs.byScore()) {
            if (pairs.band(pair) != Band.NEW) {
                asked += asked(pairs.left(pair), pairs.right(pair)) ? 1 : 0;
            }
        }
        return asked;
    }

    private boolean asked(int left, int right) {
        int one = person(left);
        int other = person(right);
        if (one == other || others(one).contains(other)) {
            return false;
        }
        if (truth.same(left, right)) {
            person[other] = one;
            for (int third : others(other)) {
                others(third).remove(other);
                apart(one, third);
            }
        } else {
            apart(one, other);
        }
        return true;
    }

    private void apart(int one, int other) {
        others(one).add(other);
        others(other).add(one);
    }

    private Set<Integer> others(int one) {
        return different.computeIfAbsent(one, any -> new HashSet<>());
    }

    private int person(int row) {
        int at = row;
        while (person[at] != at) {
            at = person[at];
        }
        return at;
    }
}
