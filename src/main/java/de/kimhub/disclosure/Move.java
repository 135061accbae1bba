package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.BitSet;

/** Cases moved between groups: what a witness differs in from the true base. */
final class Move {

    private final int[] delta;
    private final long[] changes;
    private final BitSet changed = new BitSet();
    private final BitSet fooled = new BitSet();

    Move(LedgerIndex index, int[] delta) {
        this.delta = delta;
        this.changes = new long[index.cells()];
        BitSet moved = new BitSet();
        for (int group = 0; group < delta.length; group++) {
            if (delta[group] != 0) {
                moved.set(group);
                for (int cell : index.cellsOf(group)) {
                    changes[cell] += delta[group];
                }
            }
        }
        for (int cell = 0; cell < changes.length; cell++) {
            changed.set(cell, changes[cell] != 0);
        }
        for (int attacker = 0; attacker < index.attackers(); attacker++) {
            fooled.set(attacker, !index.known(attacker).intersects(moved));
        }
    }

    static Move none(LedgerIndex index) {
        return new Move(index, new int[index.groups()]);
    }

    int delta(int group) {
        return delta[group];
    }

    /** The cells whose number it changes: all of them have to be hidden. */
    BitSet changed() {
        return changed;
    }

    boolean serves(Need need) {
        return fooled.get(need.attacker()) && need.isMetBy(changes[need.cell()]);
    }

    boolean leavesShown(BitSet hidden) {
        BitSet shown = (BitSet) changed.clone();
        shown.andNot(hidden);
        return shown.isEmpty();
    }

    /** @return infinite where it takes more than there is, or changes what an earlier release shows */
    double cost(LedgerIndex index, BitSet hidden, double[] weights) {
        for (int group = 0; group < delta.length; group++) {
            if (delta[group] < -index.base(group)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double cost = 0;
        for (int cell = changed.nextSetBit(0); cell >= 0; cell = changed.nextSetBit(cell + 1)) {
            if (!hidden.get(cell)) {
                cost += index.standing(cell) == Standing.OPEN ? weights[cell] : Double.POSITIVE_INFINITY;
            }
        }
        return cost;
    }
}
