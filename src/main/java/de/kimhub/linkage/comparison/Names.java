package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.NameMatch;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.NameSimilarity;
import de.kimhub.linkage.names.PreparedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares the names of two personas: given with given and family with family, the other way round, or all parts of one
 * with all parts of the other where offices draw the line between them differently. Each persona may have several
 * names; what agrees best counts.
 */
final class Names {

    /** log2 of the share of records with given and family name the wrong way round, or split elsewhere. */
    static final double SWAPPED = -4.5;
    static final double SPLIT_ELSEWHERE = -4;
    /** No other way of laying the names is worth more than such an agreement of both. */
    private static final double ENOUGH = 8;

    private final NameEvidence evidence;
    private final Population population;

    Names(LinkageModel model, Population population) {
        this.evidence = new NameEvidence(model, population);
        this.population = population;
    }

    /**
     * @param given  {@code null} when one side has no given name
     * @param family likewise
     * @param extra  bits to add: below 0 when the names are swapped
     */
    record Result(Evidence given, Evidence family, double extra) {

        boolean sameGiven() {
            return given != null && (given.level() == Level.GIVEN_EQUAL || given.level() == Level.GIVEN_SPELLING);
        }

        boolean asTheyStand() {
            return extra == 0;
        }
    }

    /** The ways of laying one's names beside the other's that are worth a thought: as they stand first. */
    List<Result> compare(Traits a, Traits b) {
        Result straight = new Result(best(NameField.GIVEN, a.given(), b.given()), best(NameField.FAMILY, a.family(), b.family()),
                0);
        if (agrees(straight.given()) && agrees(straight.family())) {
            return List.of(straight);
        }
        return Stream.of(straight, swapped(a, b), splitElsewhere(a, b)).filter(Objects::nonNull).toList();
    }

    private static boolean agrees(Evidence evidence) {
        return evidence != null && evidence.bits() >= ENOUGH && (evidence.level() == Level.GIVEN_EQUAL
                || evidence.level() == Level.GIVEN_SPELLING || evidence.level() == Level.FAMILY_EQUAL
                || evidence.level() == Level.FAMILY_SPELLING);
    }

    /** Given name of one against family name of the other; where both agree, the better is called the given name. */
    private Result swapped(Traits a, Traits b) {
        Crossing one = crossing(a.given(), b.family());
        Crossing other = crossing(b.given(), a.family());
        if (one == null && other == null) {
            return null;
        }
        boolean inOrder = other == null || one != null && one.bits() >= other.bits();
        Crossing better = inOrder ? one : other;
        Crossing worse = inOrder ? other : one;
        if (worse != null && worse.asFamily().isOtherName()) {
            // one name in common, which may be the family's
            return new Result(new Evidence(worse.asGiven(), worse.bits()), new Evidence(better.asFamily(), better.bits()),
                    SWAPPED);
        }
        return new Result(new Evidence(better.asGiven(), better.bits()),
                worse == null ? null : new Evidence(worse.asFamily(), worse.bits()), SWAPPED);
    }

    /** A given name that agrees with a family name: as frequent as the mean of both. */
    private record Crossing(Level asGiven, Level asFamily, double bits) {
    }

    private Crossing crossing(List<PreparedName> given, List<PreparedName> family) {
        Evidence asGiven = null;
        Evidence asFamily = null;
        for (PreparedName one : given) {
            for (PreparedName other : family) {
                NameMatch match = NameSimilarity.of(one, other);
                asGiven = better(asGiven, evidence.compare(NameField.GIVEN, one, other, match));
                asFamily = better(asFamily, evidence.compare(NameField.FAMILY, one, other, match));
            }
        }
        return asGiven == null ? null
                : new Crossing(asGiven.level(), asFamily.level(), (asGiven.bits() + asFamily.bits()) / 2);
    }

    private Result splitElsewhere(Traits a, Traits b) {
        if (a.given().isEmpty() && a.family().isEmpty() || b.given().isEmpty() && b.family().isEmpty()) {
            return null;
        }
        PreparedName left = all(a);
        PreparedName right = all(b);
        NameMatch match = NameSimilarity.of(left, right);
        if (match.matched() < 2 || match.contradicted() > 0 || match.initialOnly() || match.similarity() < NameEvidence.SPELLING) {
            return null;
        }
        double half = NameEvidence.bits(left, right, population::family) / 2;
        boolean equal = match.similarity() >= 1;
        return new Result(new Evidence(equal ? Level.GIVEN_EQUAL : Level.GIVEN_SPELLING, half),
                new Evidence(equal ? Level.FAMILY_EQUAL : Level.FAMILY_SPELLING, half),
                SPLIT_ELSEWHERE - match.surplus());
    }

    static PreparedName all(Traits traits) {
        List<NamePart> parts = new ArrayList<>();
        if (!traits.given().isEmpty()) {
            parts.addAll(traits.given().getFirst().parts());
        }
        if (!traits.family().isEmpty()) {
            parts.addAll(traits.family().getFirst().parts());
        }
        return new PreparedName("", List.copyOf(parts));
    }

    private Evidence best(NameField field, List<PreparedName> left, List<PreparedName> right) {
        Evidence best = null;
        for (PreparedName one : left) {
            for (PreparedName other : right) {
                best = better(best, evidence.compare(field, one, other, NameSimilarity.of(one, other)));
            }
        }
        return best;
    }

    private static Evidence better(Evidence best, Evidence next) {
        return best == null || next.bits() > best.bits() ? next : best;
    }
}
