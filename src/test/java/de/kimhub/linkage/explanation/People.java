package de.kimhub.linkage.explanation;

import de.kimhub.message.FieldValues;

/** Invented people. */
public final class People {

    private People() {
    }

    public static FieldValues.Builder person(String given, String family, String birth) {
        return FieldValues.builder().set("person.names.official.given", given)
                .set("person.names.official.family", family).set("person.birth.date", birth);
    }

    public static FieldValues.Builder living(FieldValues.Builder person, String street, String number) {
        return person.set("person.addresses.main.street", street).set("person.addresses.main.houseNumber", number)
                .set("person.addresses.main.postalCode", "32049").set("person.addresses.main.town", "Herford");
    }
}
