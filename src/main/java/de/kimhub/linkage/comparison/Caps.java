package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What keeps a pair from being sure, whatever its score. */
final class Caps {

    /** 1 in 4,096: values so unusual together that this counts by itself. */
    private static final double UNUSUAL = 12;

    private Caps() {
    }

    static Set<Cap> of(Traits a, Traits b, Names.Result name, Evidence birth, Evidence sex, Evidence address,
                       Evidence email, Evidence identifier, boolean householdsThere, Population population) {
        Set<Cap> caps = EnumSet.noneOf(Cap.class);
        boolean givenDiffers = isOther(name.given());
        boolean familyDiffers = isOther(name.family());
        boolean birthDiffers = birth != null && birth.level().isOtherBirthDate();
        if (is(identifier, Level.IDENTIFIER_DIFFERENT)) {
            caps.add(Cap.IDENTIFIERS_CONTRADICT);
        }
        if (is(identifier, Level.IDENTIFIER_EQUAL) && givenDiffers && (familyDiffers || birthDiffers)) {
            caps.add(Cap.IDENTIFIER_AGAINST_NAME);
        }
        if (is(sex, Level.SEX_DIFFERENT) && givenDiffers) {
            caps.add(Cap.SEX_AND_GIVEN_NAME_CONTRADICT);
        }
        if (a.death() != null && b.death() != null && a.death().year() != b.death().year()) {
            caps.add(Cap.DEATH_CONTRADICTS);
        }
        if (householdsThere && givenDiffers && !familyDiffers && name.family() != null && is(birth, Level.BIRTH_EQUAL)
                && !is(identifier, Level.IDENTIFIER_EQUAL)) {
            caps.add(is(name.given(), Level.GIVEN_RESEMBLING) || is(email, Level.EMAIL_EQUAL) || is(email, Level.EMAIL_CLOSE)
                    ? Cap.PERHAPS_TWINS : Cap.TWINS);
        }
        boolean oneName = name.given() == null || name.family() == null || givenDiffers || familyDiffers;
        boolean ofOne = ofOne(name) || !householdsThere && lacksGiven(name);
        if (oneName && !is(identifier, Level.IDENTIFIER_EQUAL) && !(ofOne && is(birth, Level.BIRTH_EQUAL)
                && (is(address, Level.ADDRESS_EQUAL) && !Addresses.ofShelter(a.residences(), b.residences(), population)
                || is(email, Level.EMAIL_EQUAL)))) {
            caps.add(Cap.ONE_NAME_ONLY);
        }
        return caps;
    }

    /**
     * A given name with full birth date and address is nobody else's: families do not name two children of one day alike.
     * In a shelter live many families.
     */
    private static boolean ofOne(Names.Result name) {
        return name.asTheyStand() && name.sameGiven();
    }

    /** Says who it is where nobody lives with relatives: else it may be a twin's. */
    private static boolean lacksGiven(Names.Result name) {
        return name.asTheyStand() && name.given() == null
                && (is(name.family(), Level.FAMILY_EQUAL) || is(name.family(), Level.FAMILY_SPELLING));
    }

    /** One name to the letter, and the other not merely close to it. */
    private static boolean namesAgree(List<Evidence> evidence) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        evidence.forEach(one -> levels.add(one.level()));
        return (levels.contains(Level.GIVEN_EQUAL) || levels.contains(Level.FAMILY_EQUAL))
                && !levels.contains(Level.GIVEN_CLOSE) && !levels.contains(Level.FAMILY_CLOSE);
    }

    private static boolean isOther(Evidence evidence) {
        return evidence != null && evidence.level().isOtherName();
    }

    private static boolean is(Evidence evidence, Level level) {
        return evidence != null && evidence.level() == level;
    }

    /**
     * How many things, beyond the name and a year of birth, agree independently of each other: day and month of birth are
     * two, the sex goes with the given name, nationality and birth place go together. A birth date with a slip, and that
     * all is unusual together, count where the names agree: many names are close to an unusual one, and who errs in
     * everything is somebody else.
     */
    static int corroborations(double bits, List<Evidence> evidence) {
        boolean sameName = namesAgree(evidence);
        int count = sameName && bits >= UNUSUAL ? 1 : 0;
        boolean origin = false;
        for (Evidence one : evidence) {
            switch (one.level()) {
                case ADDRESS_EQUAL, ADDRESS_STREET, EMAIL_EQUAL, EMAIL_CLOSE, TELEPHONE_EQUAL -> count++;
                case BIRTH_SWAPPED, BIRTH_NEAR_YEAR -> count += sameName ? 1 : 0;
                case NATIONALITY_EQUAL, BIRTH_PLACE_EQUAL, BIRTH_PLACE_SPELLING -> origin = true;
                case BIRTH_EQUAL, IDENTIFIER_EQUAL -> count += 2;
                default -> { }
            }
        }
        return origin ? count + 1 : count;
    }
}
