package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.Cap;
import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.Level.Trait;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.PairScore.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One German sentence, without any value. */
final class Summary {

    /** What most people share says nothing in a sentence, unless it differs. */
    private static final Set<Trait> COMMON = EnumSet.of(Trait.SEX, Trait.NATIONALITY, Trait.SOURCE);

    private Summary() {
    }

    static String verdict(PairScore score) {
        if (score.caps().stream().anyMatch(Cap::isContradiction)) {
            return "Vermutlich verschiedene Personen";
        }
        return switch (score.band()) {
            case SURE -> "Dieselbe Person";
            case REVIEW -> score.posterior() >= .5 ? "Wahrscheinlich dieselbe Person" : "Vielleicht dieselbe Person";
            case NEW -> "Wahrscheinlich verschiedene Personen";
        };
    }

    /** @param swapped whether given and family name agree crosswise */
    static String of(PairScore score, boolean swapped) {
        List<String> agreeing = new ArrayList<>();
        List<String> against = new ArrayList<>();
        Evidence given = find(score, Trait.GIVEN);
        Evidence family = find(score, Trait.FAMILY);
        boolean names = bothAgree(given, family);
        if (names) {
            agreeing.add(names(given.level(), family.level(), swapped));
        }
        for (Evidence one : score.evidence().stream().filter(one -> !LevelWords.saysNothing(one)).toList()) {
            LevelWords words = LevelWords.of(one.level());
            boolean name = one.level().trait() == Trait.GIVEN || one.level().trait() == Trait.FAMILY;
            if (words.against()) {
                against.add(words.clause());
            } else if (!(names && name) && !COMMON.contains(one.level().trait())) {
                agreeing.add(words.clause());
            }
        }
        String verdict = verdict(score);
        if (agreeing.isEmpty() && against.isEmpty()) {
            return verdict + ": keine Angabe ist auf beiden Seiten bekannt.";
        }
        // what carries the verdict stands first
        boolean apart = score.band() == Band.NEW || score.caps().stream().anyMatch(Cap::isContradiction);
        List<List<String>> parts = apart ? List.of(against, agreeing) : List.of(agreeing, against);
        return verdict + ": " + String.join("; ", parts.stream().filter(part -> !part.isEmpty())
                .map(part -> String.join(", ", part)).toList()) + ".";
    }

    private static Evidence find(PairScore score, Trait trait) {
        return score.evidence().stream().filter(one -> one.level().trait() == trait).findFirst().orElse(null);
    }

    private static boolean bothAgree(Evidence given, Evidence family) {
        return given != null && family != null
                && (given.level() == Level.GIVEN_EQUAL || given.level() == Level.GIVEN_SPELLING)
                && (family.level() == Level.FAMILY_EQUAL || family.level() == Level.FAMILY_SPELLING);
    }

    private static String names(Level given, Level family, boolean swapped) {
        boolean equal = given == Level.GIVEN_EQUAL && family == Level.FAMILY_EQUAL;
        String verb = equal ? "sind gleich" : "stimmen bis auf die Umschrift überein";
        return "Vor- und Familienname " + verb + (swapped ? ", sind aber vertauscht" : "");
    }

    /** "häufiger Name: etwa jede 40. Person". @param what a German masculine noun, or {@code null} */
    static String frequency(String what, double share) {
        long oneOf = round(Math.max(1, Math.round(1 / Math.max(share, 1e-9))));
        String number = String.format(Locale.GERMANY, "%,d", oneOf);
        if (what == null) {
            return oneOf <= 500 ? "etwa jede " + number + ". Person" : "etwa eine von " + number + " Personen";
        }
        return oneOf <= 500 ? "häufiger " + what + ": etwa jede " + number + ". Person"
                : oneOf >= 10_000 ? "seltener " + what + ": etwa eine von " + number + " Personen"
                : what + ": etwa eine von " + number + " Personen";
    }

    /** To one or two significant digits. */
    private static long round(long number) {
        long step = 1;
        while (number / step >= 100) {
            step *= 10;
        }
        return Math.round((double) number / step) * step;
    }
}
