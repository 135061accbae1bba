package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A witness that is needed: one in which the cell lies at least so much above (or below) its true value.
 *
 * @param by never negative; zero is met by the true base itself
 */
record Need(int cell, int attacker, Side side, long by) {

    boolean isMetBy(long change) {
        return side == Side.UPPER ? change >= by : change <= -by;
    }

    /** All that a ledger's cells need, cell by cell. Nobody is kept from what he knows whole. */
    static List<Need> of(LedgerIndex index) {
        List<Need> needs = new ArrayList<>();
        for (int cell = 0; cell < index.cells(); cell++) {
            if (index.standing(cell) == Standing.PRIMARY || index.standing(cell) != Standing.SHOWN && index.isSmall(cell)) {
                for (Side side : Side.values()) {
                    for (int attacker = 0; attacker < index.attackers(); attacker++) {
                        if (!isKnown(index, cell, attacker)) {
                            needs.add(new Need(cell, attacker, side, by(index, cell, attacker, side)));
                        }
                    }
                }
            }
        }
        return needs;
    }

    static boolean isKnown(LedgerIndex index, int cell, int attacker) {
        BitSet known = index.known(attacker);
        for (int group : index.groupsOf(cell)) {
            if (!known.get(group)) {
                return false;
            }
        }
        return true;
    }

    private static long by(LedgerIndex index, int cell, int attacker, Side side) {
        long value = index.value(cell);
        if (value >= index.threshold()) {
            return side == Side.UPPER ? width(index, cell) - width(index, cell) / 2 : width(index, cell) / 2;
        }
        if (side == Side.UPPER) {
            return index.threshold() - value;
        }
        long own = 0;
        for (int group : index.groupsOf(cell)) {
            own += index.known(attacker).get(group) ? index.base(group) : 0;
        }
        return Math.max(0, value - Math.max(1, own));
    }

    /** A large cell that is hidden all the same, say one person's twelve visits, needs an interval of a fifth of its value. */
    static long width(LedgerIndex index, int cell) {
        return Math.max(index.threshold(), (index.value(cell) + 4) / 5);
    }

    /** The interval of a large cell need not lie evenly around it. @return pairs of an upper and a lower need that do as well */
    static List<List<Need>> unevenly(LedgerIndex index, int cell, int attacker) {
        long width = width(index, cell);
        return LongStream.of(3 * width / 4, width / 4, width, 0).mapToObj(upper -> pair(cell, attacker, upper, width - upper)).toList();
    }

    static List<Need> pair(int cell, int attacker, long upper, long lower) {
        return List.of(new Need(cell, attacker, Side.UPPER, upper), new Need(cell, attacker, Side.LOWER, lower));
    }
}
