package de.kimhub.linkage.comparison;

import de.kimhub.linkage.names.NamePart;
import de.kimhub.message.PartialDate;

/**
 * Among whom a person is looked for, and how frequent values are there: an agreement in a frequent value says less
 * (term-frequency adjustment). Fixed while decisions are made with it.
 */
public interface Population {

    /** How many personas a persona may be confused with: sets the prior. At least 1. */
    long size();

    /** Share of people with this given name, in whatever spelling. */
    double given(NamePart name);

    double family(NamePart name);

    /** Share of people with this full birth date, or with this year when the date is not precise. */
    double birth(PartialDate date);

    double nationality(String code);

    /** Share of people at this address beyond a household: that of a shelter, 0 of others. */
    double shelter(Residence residence);

    double birthPlace(NamePart place);

    /**
     * How much a family name gives away of where its bearer comes from, in bits: as much as their nationality says on
     * average; 0 where no nationality is known.
     */
    double origin(NamePart family);
}
