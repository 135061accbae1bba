package de.kimhub.disclosure;

import java.util.BitSet;

/**
 * One published number: the sum of some base groups.
 *
 * @param id unique in its ledger
 * @param groups indices into {@link Ledger#base()}
 * @param value the true number, the sum of its groups
 */
public record LedgerCell(String id, BitSet groups, long value, Standing standing) {

    /** What became, or may become, of a cell. */
    public enum Standing {
        /** An earlier release shows it: it stays known. */
        SHOWN,
        /** An earlier release hides it; it may be shown by none. */
        HIDDEN,
        /** New, and hidden by the primary rule: few people, or few cases. */
        PRIMARY,
        /** New, and shown unless another cell needs it hidden. */
        OPEN
    }
}
