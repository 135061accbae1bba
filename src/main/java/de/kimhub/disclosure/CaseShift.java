package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The way out when a search takes too long: single cases are shifted between a group of the cell and one outside it, and
 * every cell that this changes is hidden. It hides more than needed, and takes no time.
 */
final class CaseShift {

    private final LedgerIndex index;
    private final double[] weights;

    CaseShift(LedgerIndex index, double[] weights) {
        this.index = index;
        this.weights = weights;
    }

    /** @return empty when an earlier release shows a cell in every way that a case could go */
    Optional<Move> find(Need need, BitSet hidden) {
        BitSet inside = new BitSet();
        for (int group : index.groupsOf(need.cell())) {
            inside.set(group);
        }
        BitSet changed = (BitSet) hidden.clone();
        int[] delta = new int[index.groups()];
        for (long step = 0; step < need.by(); step++) {
            int[] best = best(need, inside, changed, delta);
            if (best == null) {
                return Optional.empty();
            }
            shift(delta, best[0], -1);
            shift(delta, best[1], 1);
            Move now = new Move(index, delta);
            changed.or(now.changed());
        }
        Move move = new Move(index, delta);
        return move.serves(need) && move.cost(index, hidden, weights) < Double.POSITIVE_INFINITY ? Optional.of(move)
                : Optional.empty();
    }

    private static void shift(int[] delta, int group, int by) {
        if (group >= 0) {
            delta[group] += by;
        }
    }

    /** @return from and to; -1 for a case that comes from nowhere, or goes there */
    private int[] best(Need need, BitSet inside, BitSet hidden, int[] delta) {
        BitSet known = index.known(need.attacker());
        double least = Double.POSITIVE_INFINITY;
        int[] best = null;
        for (int in = inside.nextSetBit(0); in >= 0; in = inside.nextSetBit(in + 1)) {
            for (int out = -1; out < index.groups(); out++) {
                if (known.get(in) || out >= 0 && (known.get(out) || inside.get(out))) {
                    continue;
                }
                int from = need.side() == Side.UPPER ? out : in;
                if (from >= 0 && index.base(from) + delta[from] <= 0) {
                    continue;
                }
                double price = price(in, out, hidden);
                if (price < least) {
                    least = price;
                    best = need.side() == Side.UPPER ? new int[] {out, in} : new int[] {in, out};
                }
            }
        }
        return best;
    }

    private double price(int in, int out, BitSet hidden) {
        double price = 0;
        for (int cell : index.cellsOf(in)) {
            price += contains(out, cell) ? 0 : price(cell, hidden);
        }
        if (out >= 0) {
            for (int cell : index.cellsOf(out)) {
                price += contains(in, cell) ? 0 : price(cell, hidden);
            }
        }
        return price;
    }

    private double price(int cell, BitSet hidden) {
        if (hidden.get(cell)) {
            return 0;
        }
        return index.standing(cell) == Standing.OPEN ? weights[cell] : Double.POSITIVE_INFINITY;
    }

    private boolean contains(int group, int cell) {
        return group >= 0 && Arrays.binarySearch(index.cellsOf(group), cell) >= 0;
    }
}
