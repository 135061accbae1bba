package de.kimhub.runtime.demo.kreis;

import java.time.LocalDate;

/**
 * A synthetic person.
 *
 * @param no            1-based; every tool's file number is made of it
 * @param family        {@code null} for a person with a single name
 * @param birthYearOnly the day is not known
 * @param sex           m, w, d or x
 */
public record Resident(int no, String family, String given, LocalDate birth, boolean birthYearOnly, String sex,
                       Nationality nationality, Municipality home, String postalCode, String street,
                       String houseNumber) {

    /** Whether name and birth date can tell who it is: a single name or a day that tools invent can't. */
    boolean linksByName() {
        return family != null && !birthYearOnly && birth.getDayOfYear() != 1;
    }

    public String fullName() {
        return family == null ? given : given + " " + family;
    }
}
