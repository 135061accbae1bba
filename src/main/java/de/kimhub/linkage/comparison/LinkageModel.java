package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.Level.Trait;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The parameters of a Fellegi-Sunter model (Fellegi and Sunter 1969): for each level the share of pairs at it among
 * pairs of one person (m) and among pairs of two (u), where the trait is known on both sides. Where a value's frequency
 * is known it takes the place of u. Immutable.
 *
 * @param version   names the parameters; stored with every decision
 * @param matches   how many others among the population are, on average, the same person as a persona: with its size,
 *                  the prior
 * @param household share of pairs of one person among pairs at one address: households make it small
 * @param namesakes of pairs of two people of one household and family name and of different ages, the share with the same
 *                  given name or a like one: parent and child, siblings
 */
public record LinkageModel(String version, Map<Level, Double> m, Map<Level, Double> u, double matches,
                           double household, double namesakes) {

    private static final double LOG_2 = Math.log(2);

    public LinkageModel {
        if (matches <= 0 || !isShare(household) || !isShare(namesakes)) {
            throw new IllegalArgumentException("Expected matches are above 0, shares between 0 and 1");
        }
        for (Level level : Level.values()) {
            if (!isShare(m.get(level)) || !isShare(u.get(level))) {
                throw new IllegalArgumentException("A model needs m and u, above 0 and below 1, of " + level);
            }
        }
        m = new EnumMap<>(m);
        u = new EnumMap<>(u);
    }

    private static boolean isShare(Double value) {
        return value != null && value > 0 && value < 1;
    }

    /** What the product starts with: from experience with municipal records, not from any installation. */
    public static LinkageModel shipped() {
        return Shipped.MODEL;
    }

    /** The same parameters under a version that tells them from all others: the base, how they came about, a checksum. */
    LinkageModel named(String base, String how) {
        int checksum = Objects.hash(m, u, matches, household, namesakes);
        return new LinkageModel("%s-%s-%08x".formatted(base.replaceFirst("-.*", ""), how, checksum), m, u, matches,
                household, namesakes);
    }

    /** log2(m/u). */
    double bits(Level level) {
        return log2(m.get(level) / u.get(level));
    }

    /** As {@link #bits(Level)}, for a value that this share of people has. */
    double bits(Level level, double share) {
        return log2(m.get(level) / share);
    }

    static double log2(double value) {
        return Math.log(value) / LOG_2;
    }

    /** The shipped parameters. */
    private static final class Shipped {

        private static final LinkageModel MODEL = new Builder("3")
                .trait(Trait.GIVEN, new double[] {.60, .24, .05, .06, .01, .015, .025},
                        new double[] {.0020, .0030, .006, .006, .04, .025, .918})
                .trait(Trait.FAMILY, new double[] {.58, .25, .05, .06, .005, .015, .04},
                        new double[] {.0015, .0015, .004, .004, .04, .025, .924})
                .trait(Trait.BIRTH, new double[] {.71, .010, .025, .022, .12, .08, .010, .017, .005, .001},
                        new double[] {.00005, .00005, .0001, .0012, .0025, .0045, .006, .03, .33, .62565})
                .trait(Trait.SEX, new double[] {.985, .015}, new double[] {.5, .5})
                .trait(Trait.NATIONALITY, new double[] {.94, .06}, new double[] {.12, .88})
                .trait(Trait.BIRTH_PLACE, new double[] {.80, .12, .08}, new double[] {.015, .01, .975})
                .trait(Trait.ADDRESS, new double[] {.62, .08, .08, .08, .14},
                        new double[] {.0005, .002, .05, .25, .6975})
                .trait(Trait.EMAIL, new double[] {.80, .12, .08}, new double[] {.00005, .0002, .99975})
                .trait(Trait.TELEPHONE, new double[] {.78, .07, .15}, new double[] {.0002, .0002, .9996})
                .trait(Trait.IDENTIFIER, new double[] {.965, .02, .015}, new double[] {.000001, .0001, .9999})
                // how seldom an office has two files of one person is learnt
                .trait(Trait.SOURCE, new double[] {.75, .25}, new double[] {.75, .25})
                .build();
    }

    /** Not thread-safe. */
    static final class Builder {

        private final String version;
        private final Map<Level, Double> m = new EnumMap<>(Level.class);
        private final Map<Level, Double> u = new EnumMap<>(Level.class);

        Builder(String version) {
            this.version = version;
        }

        Builder trait(Trait trait, double[] mOfLevels, double[] uOfLevels) {
            for (int i = 0; i < trait.levels().size(); i++) {
                m.put(trait.levels().get(i), mOfLevels[i]);
                u.put(trait.levels().get(i), uOfLevels[i]);
            }
            return this;
        }

        LinkageModel build() {
            return new LinkageModel(version, m, u, 1, .2, .03);
        }
    }
}
