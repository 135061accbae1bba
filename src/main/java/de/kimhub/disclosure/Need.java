package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

    /** A large cell that is hidden all the same needs an interval of a fifth of its value; here its half on either side. */
    private static long by(LedgerIndex index, int cell, int attacker, Side side) {
        long value = index.value(cell);
        if (value >= index.threshold()) {
            long width = width(index, cell);
            return side == Side.UPPER ? width - width / 2 : width / 2;
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

    private static long width(LedgerIndex index, int cell) {
        return Math.max(index.threshold(), (index.value(cell) + 4) / 5);
    }

    /** For a large cell: the whole width on the other side instead, when there is none on this one. */
    Optional<Need> otherSide(LedgerIndex index) {
        return index.value(cell) < index.threshold() ? Optional.empty()
                : Optional.of(new Need(cell, attacker, side == Side.UPPER ? Side.LOWER : Side.UPPER, width(index, cell)));
    }
}
