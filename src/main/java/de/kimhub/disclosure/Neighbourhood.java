package de.kimhub.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Picks some groups around a cell: few enough for an integer program of milliseconds, and of a shape in which cases can be
 * moved. Whole cells are frozen one after the other, first those that share nothing with the cell, so that what is left
 * of a cube is a smaller cube.
 */
final class Neighbourhood {

    private final LedgerIndex index;
    private final Random random;

    Neighbourhood(LedgerIndex index, Random random) {
        this.index = index;
        this.random = random;
    }

    /**
     * @param usable groups that may move at all
     * @param nearHidden keep groups of hidden cells rather than any
     */
    BitSet around(int target, BitSet usable, BitSet hidden, int size, boolean nearHidden) {
        BitSet alive = reachable(target, usable);
        if (alive.cardinality() <= size) {
            return alive;
        }
        List<Integer> order = order(target, alive, hidden, nearHidden);
        freeze(order, target, alive, size, true);
        freeze(order, target, alive, size, false);
        return alive;
    }

    /** Groups that no chain of cells joins with the target are of another block. */
    private BitSet reachable(int target, BitSet usable) {
        BitSet seenCells = new BitSet();
        BitSet reached = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(target));
        seenCells.set(target);
        while (!open.isEmpty()) {
            for (int group : index.groupsOf(open.removeLast())) {
                if (usable.get(group) && !reached.get(group)) {
                    reached.set(group);
                    for (int cell : index.cellsOf(group)) {
                        if (!seenCells.get(cell)) {
                            seenCells.set(cell);
                            open.add(cell);
                        }
                    }
                }
            }
        }
        return reached;
    }

    private List<Integer> order(int target, BitSet alive, BitSet hidden, boolean nearHidden) {
        List<Integer> order = new ArrayList<>();
        for (int cell = 0; cell < index.cells(); cell++) {
            if (!hidden.get(cell) && cell != target) {
                order.add(cell);
            }
        }
        if (!nearHidden) {
            Collections.shuffle(order, random);
            return order;
        }
        double[] score = new double[index.cells()];
        for (int cell : order) {
            int hits = 0;
            int groups = 0;
            for (int group : index.groupsOf(cell)) {
                if (alive.get(group)) {
                    groups++;
                    for (int other : index.cellsOf(group)) {
                        hits += hidden.get(other) && other != target ? 1 : 0;
                    }
                }
            }
            score[cell] = groups == 0 ? 0 : (double) hits / groups + random.nextDouble();
        }
        order.sort(Comparator.comparingDouble(cell -> score[cell]));
        return order;
    }

    private void freeze(List<Integer> order, int target, BitSet alive, int size, boolean apart) {
        BitSet own = new BitSet();
        for (int group : index.groupsOf(target)) {
            own.set(group, alive.get(group));
        }
        for (int cell : order) {
            int left = alive.cardinality();
            if (left <= size) {
                return;
            }
            BitSet frozen = new BitSet();
            for (int group : index.groupsOf(cell)) {
                frozen.set(group, alive.get(group));
            }
            int count = frozen.cardinality();
            if (count == 0 || left - count < size / 3 || apart && frozen.intersects(own)) {
                continue;
            }
            BitSet rest = (BitSet) own.clone();
            rest.andNot(frozen);
            if (!rest.isEmpty()) {
                alive.andNot(frozen);
                own.and(alive);
            }
        }
    }
}
