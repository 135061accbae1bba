package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.names.NameMatch;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.NameSimilarity;
import de.kimhub.linkage.names.PreparedName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which of the names of both sides agree best: a person may have several, and offices swap given and family name. The
 * score says how far they agree; this finds again what was compared with what.
 *
 * @param swapped whether the given name of one is the family name of the other
 */
record NamesShown(Pair given, Pair family, boolean swapped) {

    /** So much better has the crosswise comparison to be. */
    private static final double CLEARLY = .4;

    /** Names of one kind, or {@link PreparedName#EMPTY} where a side has none. */
    record Pair(PreparedName left, PreparedName right) {

        private double similarity() {
            if (left.isEmpty() || right.isEmpty()) {
                return 0;
            }
            NameMatch match = NameSimilarity.of(left, right);
            int shorter = Math.max(1, Math.min(left.parts().size(), right.parts().size()));
            return match.matched() == 0 ? 0 : match.similarity() * match.matched() / shorter;
        }

        /** "Şahin → shahin", for each part of both whose letters were changed. */
        List<String> ways() {
            return Stream.concat(left.parts().stream(), right.parts().stream()).map(NamePart::way)
                    .filter(Objects::nonNull).distinct().toList();
        }
    }

    static NamesShown of(Traits left, Traits right) {
        Pair given = best(left.given(), right.given());
        Pair family = best(left.family(), right.family());
        Pair givenAcross = best(left.given(), right.family());
        Pair familyAcross = best(left.family(), right.given());
        boolean swapped = givenAcross.similarity() + familyAcross.similarity()
                > given.similarity() + family.similarity() + CLEARLY;
        return swapped ? new NamesShown(givenAcross, familyAcross, true) : new NamesShown(given, family, false);
    }

    private static Pair best(List<PreparedName> left, List<PreparedName> right) {
        Pair best = new Pair(left.isEmpty() ? PreparedName.EMPTY : left.getFirst(),
                right.isEmpty() ? PreparedName.EMPTY : right.getFirst());
        for (PreparedName one : left) {
            for (PreparedName other : right) {
                Pair pair = new Pair(one, other);
                best = pair.similarity() > best.similarity() ? pair : best;
            }
        }
        return best;
    }
}
