package de.kimhub.linkage.comparison;

import static de.kimhub.linkage.comparison.PairScore.Evidence.bitsOf;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.PreparedName;
import java.util.List;

/**
 * Names, nationality and birth place of one origin go together: what both names say of the origin is counted once,
 * and where the names agree, the others say little of it.
 */
final class Origin {

    private static final double MOST = 4.5;
    /** People of one origin have fewer names than their number suggests, and family names go with given names. */
    private static final double SEVERAL_OF_ONE = 1.3;
    private static final double BEYOND = .15;

    private Origin() {
    }

    /** In bits, what two people's family names give away of where they come from. */
    static double of(List<PreparedName> one, List<PreparedName> other, Population population) {
        return Math.min(MOST, (of(one, population) + of(other, population)) / 2);
    }

    private static double of(List<PreparedName> family, Population population) {
        return family.isEmpty() ? 0 : population.origin(family.getFirst().parts().getFirst());
    }

    /** What nationality and birth place are worth beside the names, less what both names count twice. */
    static double bits(double origin, Names.Result name, Evidence nationality, Evidence place) {
        double given = Math.max(0, bitsOf(name.given()));
        double family = Math.max(0, bitsOf(name.family()));
        double known = Math.min(origin, Math.max(given, family));
        double twice = Math.min(SEVERAL_OF_ONE * origin, Math.min(given, family));
        return -twice + beyond(bitsOf(nationality), known) + beyond(bitsOf(place), known);
    }

    /** What an agreement says beyond the origin, which is known already. */
    private static double beyond(double bits, double known) {
        return bits <= 0 ? bits : Math.max(bits - known, bits * BEYOND);
    }
}
