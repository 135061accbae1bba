package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import java.util.List;

/** How far the addresses of two personas agree: the best pair counts, as people move. */
final class Addresses {

    private static final double SAME_STREET = .8;

    private Addresses() {
    }

    /** {@code null} when one has none. */
    static Evidence compare(List<Residence> left, List<Residence> right, LinkageModel model, Population population) {
        Level best = null;
        double shelter = 1;
        for (Residence one : left) {
            for (Residence other : right) {
                Level level = compare(one, other);
                if (level != null && (best == null || level.ordinal() < best.ordinal())) {
                    best = level;
                }
                if (level == Level.ADDRESS_EQUAL) {
                    shelter = Math.min(shelter, Math.max(population.shelter(one), population.shelter(other)));
                }
            }
        }
        if (best == null) {
            return null;
        }
        double bits = model.bits(best);
        if (best == Level.ADDRESS_EQUAL) {
            bits = Math.max(Math.min(bits, model.bits(Level.ADDRESS_STREET)),
                    model.bits(best, Math.max(shelter, model.u().get(best))));
        }
        return new Evidence(best, best == Level.ADDRESS_DIFFERENT ? bits : Math.max(0, bits));
    }

    /** Whether wherever both live many others live as well. */
    static boolean ofShelter(List<Residence> left, List<Residence> right, Population population) {
        return left.stream().allMatch(one -> right.stream().allMatch(other -> compare(one, other) != Level.ADDRESS_EQUAL
                || population.shelter(one) > 0 || population.shelter(other) > 0));
    }

    private static Level compare(Residence a, Residence b) {
        boolean postalKnown = !a.postalCode().isEmpty() && !b.postalCode().isEmpty();
        boolean nearPostal = postalKnown && Texts.within(a.postalCode(), b.postalCode(), 1);
        boolean samePostal = nearPostal && (a.postalCode().equals(b.postalCode()) || sameTown(a, b));
        boolean samePlace = samePostal || !postalKnown && sameTown(a, b);
        if (!a.street().isEmpty() && !b.street().isEmpty()) {
            boolean sameStreet = a.street().equals(b.street()) || Texts.similar(a.street(), b.street(), SAME_STREET);
            if (sameStreet && (samePlace || nearPostal || sameTown(a, b))) {
                return a.isExact() && a.houseNumber().equals(b.houseNumber()) ? Level.ADDRESS_EQUAL
                        : Level.ADDRESS_STREET;
            }
            if (sameStreet && a.isExact() && a.houseNumber().equals(b.houseNumber())
                    && (!postalKnown || a.town().isEmpty() || b.town().isEmpty())) {
                return Level.ADDRESS_STREET;
            }
        }
        if (samePostal) {
            return Level.ADDRESS_POSTAL_CODE;
        }
        if (sameTown(a, b)) {
            return Level.ADDRESS_TOWN;
        }
        boolean comparable = postalKnown || !a.town().isEmpty() && !b.town().isEmpty();
        return comparable ? Level.ADDRESS_DIFFERENT : null;
    }

    private static boolean sameTown(Residence a, Residence b) {
        return !a.town().isEmpty() && !b.town().isEmpty()
                && (a.town().equals(b.town()) || Texts.similar(a.town(), b.town(), SAME_STREET));
    }
}
