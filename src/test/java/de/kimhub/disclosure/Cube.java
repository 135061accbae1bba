package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An invented cube: cases by some dimensions, tables of some of them, and regions above the first one. */
final class Cube {

    private static final int REGION = 2;

    private final int[] sizes;
    private final long[] base;
    private final List<LedgerCell> cells = new ArrayList<>();

    /** @param cases thrown in unevenly, so that zeros and large numbers stand side by side */
    Cube(int[] sizes, int cases, Random random) {
        this.sizes = sizes;
        this.base = new long[IntStream.of(sizes).reduce(1, (one, other) -> one * other)];
        for (int one = 0; one < cases; one++) {
            base[(int) (base.length * Math.pow(random.nextDouble(), 1.7))]++;
        }
        List<Integer> all = IntStream.range(0, sizes.length).boxed().toList();
        for (int pattern = 0; pattern < 1 << sizes.length; pattern++) {
            int dimensions = pattern;
            List<Integer> table = all.stream().filter(one -> (dimensions >> one & 1) == 1).toList();
            if (table.size() < 2 || table.size() < sizes.length && random.nextInt(3) > 0) {
                table(table, false);
                if (table.contains(0) && sizes[0] > REGION) {
                    table(table, true);
                }
            }
        }
    }

    private void table(List<Integer> dimensions, boolean regions) {
        Map<String, BitSet> found = new TreeMap<>();
        for (int group = 0; group < base.length; group++) {
            int number = group;
            String name = dimensions.stream().map(dimension -> dimension + "=" + (dimension == 0 && regions
                    ? "R" + at(number, 0) / REGION : at(number, dimension))).collect(Collectors.joining(","));
            found.computeIfAbsent(name, key -> new BitSet()).set(group);
        }
        found.forEach((name, groups) -> cells.add(new LedgerCell("[" + name + "]", groups,
                groups.stream().mapToLong(group -> base[group]).sum(), Standing.OPEN)));
    }

    private int at(int group, int dimension) {
        int rest = group;
        for (int one = 0; one < dimension; one++) {
            rest /= sizes[one];
        }
        return rest % sizes[dimension];
    }

    Ledger ledger(int threshold, boolean withInsiders) {
        int last = sizes.length - 1;
        return new Ledger(base, cells, withInsiders ? IntStream.range(0, sizes[last]).mapToObj(who -> new Insider("member " + who,
                groups(group -> at(group, last) == who))).toList() : List.of(), threshold);
    }

    private BitSet groups(IntPredicate member) {
        BitSet groups = new BitSet();
        IntStream.range(0, base.length).filter(member).forEach(groups::set);
        return groups;
    }
}
