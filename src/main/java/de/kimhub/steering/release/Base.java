package de.kimhub.steering.release;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * All units of one measure up to a period, in groups.
 *
 * @param groups units that are alike
 */
record Base(List<Group> groups) {

    /** @param persons numbers that say no more than who is who; 0 stands for all of whom nothing is known any more */
    record Group(GroupKey key, long count, Set<Integer> persons) {
    }

    BitSet of(CellDefinition cell) {
        BitSet all = new BitSet(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            if (cell.holds(groups.get(i).key())) {
                all.set(i);
            }
        }
        return all;
    }

    long count(BitSet of) {
        return of.stream().mapToLong(group -> groups.get(group).count()).sum();
    }

    long persons(BitSet of) {
        return of.stream().boxed().flatMap(group -> groups.get(group).persons().stream()).distinct().count();
    }
}
