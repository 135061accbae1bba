package de.kimhub.linkage.comparison;

import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.AddressType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.IdentifierType;
import de.kimhub.message.PartialDate;
import de.kimhub.message.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A persona in the form in which it is compared: made once, kept, compared often. What is not known is absent; nothing
 * is ever refused.
 *
 * @param given         given names of all kinds of names, the official one first; may be empty
 * @param family        family names of all kinds of names, the official one first; may be empty
 * @param birth         or {@code null}
 * @param sex           code of the list {@code geschlecht}, or 0 when it says nothing
 * @param birthPlace    may be empty
 * @param nationalities codes
 * @param residences    the present one first
 * @param telephone     digits without country code and leading zero, or {@code null}
 * @param email         lower case, or {@code null}
 * @param death         or {@code null}
 * @param identifiers  only those that the source may be recognised by, see {@link IdentifierAreas}
 * @param source       names the office that has the file, or {@code null}
 */
public record Traits(List<PreparedName> given, List<PreparedName> family, PartialDate birth, char sex,
                     PreparedName birthPlace, List<String> nationalities, List<Residence> residences, String telephone,
                     String email, PartialDate death, List<Identifier> identifiers, String source) {

    private static final int SHORTEST_TELEPHONE = 6;

    /** Number that an office gave, with its issuer ({@code ""} when there is only one for all). */
    public record Identifier(IdentifierType type, String issuer, String value) {
    }

    /**
     * @param person    person fields of the canonical model
     * @param authority kind of body that the source is, code of the list {@code stelle}
     */
    public static Traits of(FieldValues person, String authority) {
        return of(person, authority, null);
    }

    /** @param source names the office that has the file, or {@code null} */
    public static Traits of(FieldValues person, String authority, String source) {
        Set<PreparedName> given = new LinkedHashSet<>();
        Set<PreparedName> family = new LinkedHashSet<>();
        for (PersonName name : PersonName.of(person)) {
            addIfThere(given, PreparedName.of(name.given()));
            addIfThere(family, PreparedName.of(name.family()));
        }
        String sex = person.first("person.sex");
        return new Traits(List.copyOf(given), List.copyOf(family),
                PartialDate.parse(person.first("person.birth.date")).orElse(null),
                "m".equals(sex) || "w".equals(sex) || "d".equals(sex) ? sex.charAt(0) : 0,
                PreparedName.of(person.first("person.birth.place")), person.all("person.nationalities"),
                residences(person), telephone(person.first("person.telephone")),
                email(person.first("person.email")),
                PartialDate.parse(person.first("person.deathDate")).orElse(null), identifiers(person, authority), source);
    }

    private static void addIfThere(Set<PreparedName> names, PreparedName name) {
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    private static List<Residence> residences(FieldValues person) {
        List<Residence> all = new ArrayList<>();
        for (AddressType type : AddressType.values()) {
            Residence.of(person, type).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static List<Identifier> identifiers(FieldValues person, String authority) {
        List<Identifier> all = new ArrayList<>();
        for (IdentifierType type : IdentifierAreas.usableBy(authority)) {
            String path = "person.identifiers." + type.code();
            String value = person.first(path + ".value");
            if (value != null) {
                String issuer = person.first(path + ".issuer");
                all.add(new Identifier(type, issuer == null ? "" : issuer, value.toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "")));
            }
        }
        return List.copyOf(all);
    }

    private static String telephone(String written) {
        if (written == null) {
            return null;
        }
        String digits = written.replaceAll("\\(0\\)", "").replaceAll("[^0-9+]", "").replaceFirst("^(\\+49|0049)", "0")
                .replaceAll("\\D", "").replaceFirst("^0+", "");
        return digits.length() < SHORTEST_TELEPHONE ? null : digits;
    }

    private static String email(String written) {
        return written == null || written.isBlank() ? null : written.strip().toLowerCase(Locale.ROOT);
    }

    public boolean hasIdentifier(IdentifierType type) {
        return identifiers.stream().anyMatch(one -> one.type() == type);
    }

    public Traits without(IdentifierType type) {
        return new Traits(given, family, birth, sex, birthPlace, nationalities, residences, telephone, email, death,
                identifiers.stream().filter(one -> one.type() != type).toList(), source);
    }

    /** Names no value: what it is about must not reach a log. */
    @Override
    public String toString() {
        return "Traits[" + given.size() + " given, " + family.size() + " family]";
    }
}
