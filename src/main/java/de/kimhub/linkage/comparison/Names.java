package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.NameMatch;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.NameSimilarity;
import de.kimhub.linkage.names.PreparedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Compares the names of two personas: given with given and family with family, the other way round, or all parts of one
 * with all parts of the other where offices draw the line between them differently. Each persona may have several
 * names; what agrees best counts.
 */
final class Names {

    static final double SPELLING = .84;
    static final double CLOSE = .62;
    /** One in forty of two people have names that much alike, most of one person whose names are not alike. */
    static final double RESEMBLING = .4;
    /** log2 of the share of records with given and family name the wrong way round, or split elsewhere. */
    static final double SWAPPED = -4.5;
    static final double SPLIT_ELSEWHERE = -4;
    /** Further parts of a name go with the first: they count half. */
    private static final double FURTHER_PARTS = .5;
    static final double MOST_BITS = 16;
    /** No other way of laying the names is worth more than such an agreement of both. */
    private static final double ENOUGH = 8;
    /** Other people's names that are spelled alike are more than those of the same skeleton. */
    private static final double ALIKE = .5;
    private static final int SHORTEST_MISTYPED = 4;
    private static final int TWO_SLIPS_FROM = 6;

    private final LinkageModel model;
    private final Population population;

    Names(LinkageModel model, Population population) {
        this.model = model;
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
        Result straight = new Result(best(Field.GIVEN, a.given(), b.given()), best(Field.FAMILY, a.family(), b.family()),
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
                asGiven = better(asGiven, compare(Field.GIVEN, one, other, match));
                asFamily = better(asFamily, compare(Field.FAMILY, one, other, match));
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
        if (match.matched() < 2 || match.contradicted() > 0 || match.initialOnly() || match.similarity() < SPELLING) {
            return null;
        }
        double half = bits(left, right, population::family) / 2;
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

    private Evidence best(Field field, List<PreparedName> left, List<PreparedName> right) {
        Evidence best = null;
        for (PreparedName one : left) {
            for (PreparedName other : right) {
                best = better(best, compare(field, one, other, NameSimilarity.of(one, other)));
            }
        }
        return best;
    }

    private static Evidence better(Evidence best, Evidence next) {
        return best == null || next.bits() > best.bits() ? next : best;
    }

    enum Field {
        GIVEN(Level.GIVEN_EQUAL, Level.GIVEN_SPELLING, Level.GIVEN_CLOSE, Level.GIVEN_PARTIAL, Level.GIVEN_INITIAL,
                Level.GIVEN_RESEMBLING, Level.GIVEN_DIFFERENT),
        FAMILY(Level.FAMILY_EQUAL, Level.FAMILY_SPELLING, Level.FAMILY_CLOSE, Level.FAMILY_PARTIAL,
                Level.FAMILY_INITIAL, Level.FAMILY_RESEMBLING, Level.FAMILY_DIFFERENT);

        final Level equal;
        final Level spelling;
        final Level close;
        final Level partial;
        final Level initial;
        final Level resembling;
        final Level different;

        Field(Level equal, Level spelling, Level close, Level partial, Level initial, Level resembling,
              Level different) {
            this.equal = equal;
            this.spelling = spelling;
            this.close = close;
            this.partial = partial;
            this.initial = initial;
            this.resembling = resembling;
            this.different = different;
        }
    }

    private Evidence compare(Field field, PreparedName one, PreparedName other, NameMatch match) {
        ToDoubleFunction<NamePart> share = field == Field.GIVEN ? population::given : population::family;
        if (match.initialOnly()) {
            return new Evidence(field.initial, Math.max(0, model.bits(field.initial)));
        }
        double close = atLeast(model.bits(field.close));
        if (match.matched() == 0) {
            return match.similarity() >= CLOSE || mistyped(one, other) ? new Evidence(field.close, close)
                    : unlike(field, match.similarity() >= RESEMBLING);
        }
        double partial = Math.min(close, atLeast(model.bits(field.partial)));
        if (match.contradicted() > 0) {
            return mistyped(one, other) ? new Evidence(field.close, close) : new Evidence(field.partial, partial / 2);
        }
        if (match.similarity() < SPELLING) {
            return new Evidence(field.close, close);
        }
        double full = bits(one, other, share);
        boolean equal = match.similarity() >= 1;
        if (match.surplus() > 0) {
            return new Evidence(field.partial, Math.max(partial, full - (equal ? 2 : 3)));
        }
        double bits = Math.max(close, full + agreeing(model, field, equal) - (equal ? 0 : ALIKE));
        return new Evidence(equal ? field.equal : field.spelling, bits);
    }

    private Evidence unlike(Field field, boolean resembling) {
        double different = model.bits(field.different);
        return resembling ? new Evidence(field.resembling, Math.clamp(model.bits(field.resembling), different, 0))
                : new Evidence(field.different, different);
    }

    /** What an agreement is worth beyond the frequency of the name. */
    static double agreeing(LinkageModel model, Field field, boolean equal) {
        return equal ? LinkageModel.log2(model.m().get(field.equal) / .6)
                : LinkageModel.log2(model.m().get(field.spelling) / .3);
    }

    /** A slip of the keyboard is not near by sound, but by letters. */
    private static boolean mistyped(PreparedName one, PreparedName other) {
        String left = joined(one);
        String right = joined(other);
        int longer = Math.max(left.length(), right.length());
        return longer >= SHORTEST_MISTYPED && Texts.within(left, right, longer >= TWO_SLIPS_FROM ? 2 : 1);
    }

    private static String joined(PreparedName name) {
        if (name.parts().size() == 1) {
            return name.parts().getFirst().forms().getFirst();
        }
        StringBuilder joined = new StringBuilder();
        name.parts().forEach(part -> joined.append(part.forms().getFirst()));
        return joined.toString();
    }

    private static double atLeast(double bits) {
        return Math.max(0, bits);
    }

    /** By how frequent the shorter name is: its first parts, as the longer one may have more. */
    private static double bits(PreparedName one, PreparedName other, ToDoubleFunction<NamePart> share) {
        double left = bits(one, share);
        double right = bits(other, share);
        return Math.min(MOST_BITS, Math.min(left, right));
    }

    static double bits(PreparedName name, ToDoubleFunction<NamePart> share) {
        double most = 0;
        double sum = 0;
        for (NamePart part : name.parts()) {
            double bits = -LinkageModel.log2(share.applyAsDouble(part));
            most = Math.max(most, bits);
            sum += bits;
        }
        return most + FURTHER_PARTS * (sum - most);
    }
}
