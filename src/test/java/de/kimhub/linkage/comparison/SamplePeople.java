package de.kimhub.linkage.comparison;

import de.kimhub.message.FieldValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Invented people, as offices write them: with gaps, other spellings, and values that many share. */
public final class SamplePeople {

    static final List<String> FIELDS = List.of("person.names.official.given", "person.names.official.family",
            "person.names.birth.family", "person.birth.date", "person.sex", "person.nationalities",
            "person.birth.place", "person.addresses.main.street", "person.addresses.main.houseNumber",
            "person.addresses.main.postalCode", "person.addresses.main.town", "person.email", "person.telephone",
            "person.identifiers.azr.value", "person.deathDate");

    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put(FIELDS.get(0), List.of("Şahin", "Schahin", "شاهين", "Mohammed", "Muhammad Ali", "M.", "Olena", "Олена"));
        VALUES.put(FIELDS.get(1), List.of("Musterfrau", "Al-Beispiel", "Albeispiel", "Yılmaz", "Yilmas", "Probe Test"));
        VALUES.put(FIELDS.get(2), List.of("Vormals", "Musterfrau"));
        VALUES.put(FIELDS.get(3), List.of("1990-01-01", "1990", "1990-05-06", "1990-06-05", "1991-05-06", "1990-05-16",
                "1971-12-30", "1992-01-01"));
        VALUES.put(FIELDS.get(4), List.of("m", "w", "d", "x"));
        VALUES.put(FIELDS.get(5), List.of("475", "163", "166"));
        VALUES.put(FIELDS.get(6), List.of("Aleppo", "Halab", "Herford"));
        VALUES.put(FIELDS.get(7), List.of("Musterstraße", "Musterstr.", "Probeweg"));
        VALUES.put(FIELDS.get(8), List.of("1", "12a"));
        VALUES.put(FIELDS.get(9), List.of("32049", "32051"));
        VALUES.put(FIELDS.get(10), List.of("Herford", "Bünde"));
        VALUES.put(FIELDS.get(11), List.of("muster@example.invalid", "probe@example.invalid"));
        VALUES.put(FIELDS.get(12), List.of("05221 000001", "+49 5221 000001", "05221 000099"));
        VALUES.put(FIELDS.get(13), List.of("150101000001", "150101000002"));
        VALUES.put(FIELDS.get(14), List.of("2025-03-04", "2026-03-04"));
    }

    private SamplePeople() {
    }

    /** Each field is there more often than not. */
    public static Arbitrary<FieldValues> people() {
        List<Arbitrary<String>> values = FIELDS.stream().map(field ->
                Arbitraries.of(VALUES.get(field)).injectNull(field.contains("names.official") ? .05 : .4)).toList();
        return Combinators.combine(values).as(SamplePeople::person);
    }

    private static FieldValues person(List<String> values) {
        FieldValues.Builder person = FieldValues.builder();
        for (int i = 0; i < values.size(); i++) {
            person.set(FIELDS.get(i), values.get(i));
        }
        return person.build();
    }

    static Traits traits(FieldValues person) {
        return Traits.of(person, "auslaenderbehoerde");
    }
}
