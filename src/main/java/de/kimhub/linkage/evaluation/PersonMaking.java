package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.persons.Partition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes persons of rows, neighbourhood by neighbourhood. */
final class PersonMaking {

    private static final int LARGEST = 1000;

    private static final Partition.Decisions NONE = new Partition.Decisions() {
        @Override
        public boolean same(long left, long right) {
            return false;
        }

        @Override
        public boolean different(long left, long right) {
            return false;
        }
    };

    private final List<Traits> rows;
    private final Truth truth;
    private final ScoredPairs pairs;
    private final Scorer scorer;
    /** Of the neighbourhood, then of the person; by row. */
    private final int[] first;
    private int oversized;

    PersonMaking(List<Traits> rows, Truth truth, ScoredPairs pairs, Scorer scorer) {
        this.rows = rows;
        this.truth = truth;
        this.pairs = pairs;
        this.scorer = scorer;
        this.first = new int[rows.size()];
    }

    /**
     * @param joined pairs that are one person's
     * @param shown  pairs of different persons that wait for somebody to decide
     */
    record Made(Persons persons, BitSet joined, BitSet shown) {
    }

    Made make() {
        List<Set<Long>> persons = new ArrayList<>();
        neighbourhoods().forEach(rows -> persons.addAll(persons(rows)));
        long right = 0;
        long all = 0;
        for (Set<Long> person : persons) {
            int lowest = person.iterator().next().intValue();
            person.forEach(row -> first[row.intValue()] = lowest);
            all += Truth.pairs(person.size());
            right += truePairs(person);
        }
        Questions questions = new Questions(pairs, truth, first, new Contradictions(rows, scorer)::between);
        BitSet joined = new BitSet(pairs.size());
        BitSet shown = new BitSet(pairs.size());
        for (int pair = 0; pair < pairs.size(); pair++) {
            joined.set(pair, first[pairs.left(pair)] == first[pairs.right(pair)]);
            shown.set(pair, questions.isShown(pair));
        }
        return new Made(new Persons(persons.size(), new Quality(right, all - right, truth.pairs() - right),
                shown.cardinality(), questions.asked(), oversized), joined, shown);
    }

    private long truePairs(Set<Long> person) {
        Map<String, Integer> sizes = new HashMap<>();
        for (long row : person) {
            String name = truth.of((int) row);
            if (name != null) {
                sizes.merge(name, 1, Integer::sum);
            }
        }
        return sizes.values().stream().mapToLong(size -> Truth.pairs(size)).sum();
    }

    /** Whatever is sure, or nearly, of one of them is among them. */
    private List<List<Long>> neighbourhoods() {
        for (int row = 0; row < first.length; row++) {
            first[row] = row;
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.band(pair) == Band.SURE || pairs.bits(pair) >= Partition.RIVAL_BITS) {
                int left = root(pairs.left(pair));
                int right = root(pairs.right(pair));
                first[Math.max(left, right)] = Math.min(left, right);
            }
        }
        Map<Integer, List<Long>> byRoot = new HashMap<>();
        for (int row = 0; row < first.length; row++) {
            byRoot.computeIfAbsent(root(row), root -> new ArrayList<>()).add((long) row);
        }
        return List.copyOf(byRoot.values());
    }

    private int root(int row) {
        int at = row;
        while (first[at] != at) {
            first[at] = first[first[at]];
            at = first[at];
        }
        return at;
    }

    private List<Set<Long>> persons(List<Long> neighbours) {
        if (neighbours.size() == 1 || neighbours.size() > LARGEST) {
            oversized += neighbours.size() > LARGEST ? 1 : 0;
            return neighbours.stream().map(Set::of).toList();
        }
        Map<Long, PairScore> scores = new HashMap<>();
        return Partition.of(neighbours, (left, right) -> scores.computeIfAbsent(
                Math.min(left, right) * rows.size() + Math.max(left, right),
                pair -> scorer.compare(rows.get((int) left), rows.get((int) right))), NONE,
                Comparator.naturalOrder()).persons();
    }
}
