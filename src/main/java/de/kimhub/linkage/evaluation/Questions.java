package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How often people have to be asked: the likeliest doubt first, and each answer, as the truth has it, holds for both
 * persons with all their rows. About persons whose rows contradict each other nobody is asked.
 */
final class Questions {

    private final ScoredPairs pairs;
    private final Truth truth;
    private final int[] person;
    private final BiPredicate<List<Integer>, List<Integer>> contradict;
    private final Map<Integer, List<Integer>> rows = new HashMap<>();
    private final Map<Integer, Set<Integer>> different = new HashMap<>();

    /**
     * @param person     of each row, named by one of its rows that names itself; is changed
     * @param contradict whether the rows of two persons do
     */
    Questions(ScoredPairs pairs, Truth truth, int[] person, BiPredicate<List<Integer>, List<Integer>> contradict) {
        this.pairs = pairs;
        this.truth = truth;
        this.person = person;
        this.contradict = contradict;
        for (int row = 0; row < person.length; row++) {
            rows.computeIfAbsent(person[row], any -> new ArrayList<>()).add(row);
        }
    }

    /** Pairs of two persons that are shown before anybody has answered: not what is joined, nor what contradicts. */
    boolean isShown(int pair) {
        int one = person(pairs.left(pair));
        int other = person(pairs.right(pair));
        return one != other && pairs.band(pair) != Band.NEW && !contradict(one, other);
    }

    private boolean contradict(int one, int other) {
        return contradict.test(rows.get(one), rows.get(other));
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
        if (one == other || others(one).contains(other) || contradict(one, other)) {
            return false;
        }
        if (truth.same(left, right)) {
            person[other] = one;
            rows.get(one).addAll(rows.remove(other));
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
