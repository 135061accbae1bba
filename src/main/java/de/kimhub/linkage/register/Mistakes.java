package de.kimhub.linkage.register;

import de.kimhub.linkage.comparison.Cap;
import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether what a source no longer says of a person was a mistake, or the person has changed. A family name, an address, a
 * telephone number change in a life: what was, counts on, since other offices may still write so. That somebody has
 * another given name and was born on another day does not happen: it was somebody else. Where the source says itself that
 * it corrects, so is each of the two alone, and another number. In doubt it counts on.
 */
final class Mistakes {

    private static final Set<Level> BIRTH_STANDS = EnumSet.of(Level.BIRTH_EQUAL, Level.BIRTH_SAME_PLACEHOLDER,
            Level.BIRTH_SAME_YEAR);

    private Mistakes() {
    }

    /** @param now all that the source says of the person now */
    static boolean isOne(Traits before, Collection<Traits> now, boolean corrects, Scorer scorer) {
        return !now.isEmpty() && now.stream().allMatch(one -> isOne(scorer.compare(before, one), corrects));
    }

    /** Whether what two files say cannot be of one person, or hardly: another family name alone is nothing of the kind. */
    static boolean contradict(PairScore score) {
        Set<Level> levels = levels(score);
        return levels.contains(Level.GIVEN_DIFFERENT) || otherBirthDate(levels)
                || score.caps().stream().anyMatch(Cap::isContradiction);
    }

    private static boolean otherBirthDate(Set<Level> levels) {
        return levels.stream().anyMatch(Level::isOtherBirthDate);
    }

    private static Set<Level> levels(PairScore score) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        score.evidence().forEach(one -> levels.add(one.level()));
        return levels;
    }

    private static boolean isOne(PairScore score, boolean corrects) {
        Set<Level> levels = levels(score);
        boolean given = levels.contains(Level.GIVEN_DIFFERENT);
        return corrects ? given || levels.contains(Level.IDENTIFIER_DIFFERENT) || levels.stream().anyMatch(
                        level -> level.trait() == Level.Trait.BIRTH && !BIRTH_STANDS.contains(level))
                : given && otherBirthDate(levels);
    }
}
