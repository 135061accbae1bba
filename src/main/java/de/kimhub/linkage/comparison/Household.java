package de.kimhub.linkage.comparison;

import static de.kimhub.linkage.comparison.PairScore.Evidence.bitsOf;

import de.kimhub.linkage.comparison.PairScore.Evidence;

/** What agreements are worth at most because people of one household share them too. */
final class Household {

    /** 1 in 256: what a given name says at most inside a household, of two of one age: siblings of one year differ in it. */
    private static final double GIVEN_OF_ONE_AGE = 8;

    private final LinkageModel model;
    /** What speaks for one person, beyond the prior, where a pair shares all that a household does. */
    private final double bits;
    private final boolean there;

    Household(LinkageModel model, double prior) {
        double odds = LinkageModel.log2(model.household() / (1 - model.household()));
        this.model = model;
        this.bits = odds - prior;
        this.there = odds < 0;
    }

    /** Not where most pairs at one address are one person's. */
    boolean areThere() {
        return there;
    }

    /** Where there are hardly households, an address says what share of the pairs at one address is one person's. */
    Evidence address(Evidence address) {
        boolean household = address != null && address.level() == Level.ADDRESS_EQUAL
                && address.bits() >= model.bits(Level.ADDRESS_EQUAL);
        return there || !household ? address : new Evidence(address.level(), Math.max(address.bits(), bits));
    }

    /** @param who bits of all that a household shares, and of the given name */
    double atMost(double who, Names.Result way, Evidence birth) {
        return there ? Math.min(who, bits + within(way, birth)) : who;
    }

    /** What the given names say about two of one household. */
    private double within(Names.Result way, Evidence birth) {
        double given = bitsOf(way.given());
        double ofTwoAges = Math.min(GIVEN_OF_ONE_AGE, -LinkageModel.log2(model.namesakes()));
        if (birth == null) {
            return Math.min(given, Math.min(GIVEN_OF_ONE_AGE, ofTwoAges + 1));
        }
        return switch (birth.level()) {
            case BIRTH_EQUAL, BIRTH_SWAPPED, BIRTH_NEAR_YEAR, BIRTH_ONE_DIGIT, BIRTH_SAME_PLACEHOLDER, BIRTH_SAME_YEAR ->
                    way.sameGiven() ? GIVEN_OF_ONE_AGE : Math.min(given, GIVEN_OF_ONE_AGE);
            default -> Math.min(given, ofTwoAges);
        };
    }
}
