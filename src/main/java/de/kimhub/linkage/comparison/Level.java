package de.kimhub.linkage.comparison;

import java.util.List;
import java.util.stream.Stream;

/**
 * How far two personas agree in one trait: the levels of the Fellegi-Sunter model, within a trait from most to least
 * agreement. Names are stored with models and explanations: append, never rename.
 */
public enum Level {
    GIVEN_EQUAL(Trait.GIVEN), GIVEN_SPELLING(Trait.GIVEN), GIVEN_CLOSE(Trait.GIVEN), GIVEN_PARTIAL(Trait.GIVEN),
    GIVEN_INITIAL(Trait.GIVEN),
    /** Near enough for a bad slip, or a short form; twins are named so as well. */
    GIVEN_RESEMBLING(Trait.GIVEN), GIVEN_DIFFERENT(Trait.GIVEN),
    FAMILY_EQUAL(Trait.FAMILY), FAMILY_SPELLING(Trait.FAMILY), FAMILY_CLOSE(Trait.FAMILY),
    FAMILY_PARTIAL(Trait.FAMILY), FAMILY_INITIAL(Trait.FAMILY), FAMILY_RESEMBLING(Trait.FAMILY),
    FAMILY_DIFFERENT(Trait.FAMILY),
    /** The full date, not 1 January. */
    BIRTH_EQUAL(Trait.BIRTH),
    /** Day and month the other way round. */
    BIRTH_SWAPPED(Trait.BIRTH),
    /** Same day and month, one year off. */
    BIRTH_NEAR_YEAR(Trait.BIRTH),
    /** One digit wrong. */
    BIRTH_ONE_DIGIT(Trait.BIRTH),
    /** Both 1 January of the same year, or both the same year alone. */
    BIRTH_SAME_PLACEHOLDER(Trait.BIRTH),
    /** The same year, of which one side knows no more, or says 1 January. */
    BIRTH_SAME_YEAR(Trait.BIRTH),
    /** Two of day, month and year. */
    BIRTH_TWO_PARTS(Trait.BIRTH),
    /** One side knows, or guessed, only a year, and it is at most two off. */
    BIRTH_YEARS_NEAR(Trait.BIRTH),
    BIRTH_DIFFERENT(Trait.BIRTH),
    /** So many years apart as parent and child: ages are misjudged and mistyped by less. */
    BIRTH_OTHER_GENERATION(Trait.BIRTH),
    SEX_EQUAL(Trait.SEX), SEX_DIFFERENT(Trait.SEX),
    NATIONALITY_EQUAL(Trait.NATIONALITY), NATIONALITY_DIFFERENT(Trait.NATIONALITY),
    BIRTH_PLACE_EQUAL(Trait.BIRTH_PLACE), BIRTH_PLACE_SPELLING(Trait.BIRTH_PLACE),
    BIRTH_PLACE_DIFFERENT(Trait.BIRTH_PLACE),
    ADDRESS_EQUAL(Trait.ADDRESS), ADDRESS_STREET(Trait.ADDRESS), ADDRESS_POSTAL_CODE(Trait.ADDRESS),
    ADDRESS_TOWN(Trait.ADDRESS), ADDRESS_DIFFERENT(Trait.ADDRESS),
    EMAIL_EQUAL(Trait.EMAIL), EMAIL_CLOSE(Trait.EMAIL), EMAIL_DIFFERENT(Trait.EMAIL),
    TELEPHONE_EQUAL(Trait.TELEPHONE), TELEPHONE_CLOSE(Trait.TELEPHONE), TELEPHONE_DIFFERENT(Trait.TELEPHONE),
    IDENTIFIER_EQUAL(Trait.IDENTIFIER), IDENTIFIER_CLOSE(Trait.IDENTIFIER), IDENTIFIER_DIFFERENT(Trait.IDENTIFIER),
    SOURCE_OTHER(Trait.SOURCE),
    /** Two files of one office, which seldom has two of one person. */
    SOURCE_SAME(Trait.SOURCE);

    /** What is compared. */
    public enum Trait {
        GIVEN, FAMILY, BIRTH, SEX, NATIONALITY, BIRTH_PLACE, ADDRESS, EMAIL, TELEPHONE, IDENTIFIER, SOURCE;

        /** From most to least agreement. */
        public List<Level> levels() {
            return Stream.of(Level.values()).filter(level -> level.trait == this).toList();
        }
    }

    private final Trait trait;

    Level(Trait trait) {
        this.trait = trait;
    }

    public Trait trait() {
        return trait;
    }

    /** A name that is not taken for a spelling of the other. */
    public boolean isOtherName() {
        return this == GIVEN_RESEMBLING || this == GIVEN_DIFFERENT || this == FAMILY_RESEMBLING
                || this == FAMILY_DIFFERENT;
    }

    /** A birth date that slips of the pen, or a guess, hardly turn into the other. */
    public boolean isOtherBirthDate() {
        return this == BIRTH_DIFFERENT || this == BIRTH_OTHER_GENERATION;
    }
}
