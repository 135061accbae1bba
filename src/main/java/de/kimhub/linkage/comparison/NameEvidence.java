package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.NameMatch;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.PreparedName;
import java.util.function.ToDoubleFunction;

/**
 * What one name beside another says, both taken as given or both as family names: the level at which they agree, and the bits,
 * by how frequent the name is.
 */
final class NameEvidence {

    static final double SPELLING = .84;
    static final double CLOSE = .62;
    /** One in forty of two people have names that much alike, most of one person whose names are not alike. */
    private static final double RESEMBLING = .4;
    /** Further parts of a name go with the first: they count half. */
    private static final double FURTHER_PARTS = .5;
    static final double MOST_BITS = 16;
    /** Other people's names that are spelled alike are more than those of the same skeleton. */
    private static final double ALIKE = .5;
    private static final int SHORTEST_MISTYPED = 4;
    private static final int TWO_SLIPS_FROM = 6;

    private final LinkageModel model;
    private final Population population;

    NameEvidence(LinkageModel model, Population population) {
        this.model = model;
        this.population = population;
    }

    Evidence compare(NameField field, PreparedName one, PreparedName other, NameMatch match) {
        if (match.initialOnly()) {
            return new Evidence(field.initial, Math.max(0, model.bits(field.initial)));
        }
        double close = Math.max(0, model.bits(field.close));
        if (match.matched() == 0) {
            return match.similarity() >= CLOSE || mistyped(one, other) ? new Evidence(field.close, close)
                    : unlike(field, match.similarity() >= RESEMBLING);
        }
        double partial = Math.min(close, Math.max(0, model.bits(field.partial)));
        if (match.contradicted() > 0) {
            return mistyped(one, other) ? new Evidence(field.close, close) : new Evidence(field.partial, partial / 2);
        }
        if (match.similarity() < SPELLING) {
            return new Evidence(field.close, close);
        }
        double full = bits(one, other, field.share(population));
        boolean equal = match.similarity() >= 1;
        if (match.surplus() > 0) {
            return new Evidence(field.partial, Math.max(partial, full - (equal ? 2 : 3)));
        }
        double bits = Math.max(close, full + agreeing(model, field, equal) - (equal ? 0 : ALIKE));
        return new Evidence(equal ? field.equal : field.spelling, bits);
    }

    private Evidence unlike(NameField field, boolean resembling) {
        double different = model.bits(field.different);
        return resembling ? new Evidence(field.resembling, Math.clamp(model.bits(field.resembling), different, 0))
                : new Evidence(field.different, different);
    }

    /** What an agreement is worth beyond the frequency of the name. */
    static double agreeing(LinkageModel model, NameField field, boolean equal) {
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

    /** By how frequent the shorter name is: its first parts, as the longer one may have more. */
    static double bits(PreparedName one, PreparedName other, ToDoubleFunction<NamePart> share) {
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
