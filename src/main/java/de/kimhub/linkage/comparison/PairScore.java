package de.kimhub.linkage.comparison;

import java.util.List;
import java.util.Set;

/**
 * The comparison of two personas.
 *
 * @param bits      log2 of the odds that both are one person, prior included
 * @param posterior the same as a probability, 0 to 1
 * @param evidence  of each trait that both have, in the order of the traits
 * @param caps      why it is not taken for sure, empty when nothing speaks against it
 */
public record PairScore(double bits, double posterior, Band band, List<Evidence> evidence, Set<Cap> caps) {

    /** @param bits for (positive) or against (negative) one person */
    public record Evidence(Level level, double bits) {

        /** 0 of {@code null}: a trait that one side lacks. */
        static double bitsOf(Evidence evidence) {
            return evidence == null ? 0 : evidence.bits();
        }
    }

    private static final double DISAGREEMENT = -2.5;

    /** Both can't be one person unless somebody says so: not even when a third persona resembles both. */
    public boolean contradictory() {
        return caps.stream().anyMatch(Cap::isContradiction)
                || band == Band.NEW && evidence.stream().anyMatch(one -> one.bits() <= DISAGREEMENT);
    }
}
