package de.kimhub.message;

import java.util.ArrayList;
import java.util.List;

/**
 * One of a person's names. At least one of family and given is there: single-name persons are legal.
 *
 * @param family {@code null} when the person has none
 * @param given  {@code null} when the person has none
 */
public record PersonName(NameType type, String family, String given, String title) {

    /** All names in the values, in the order of {@link NameType}. */
    public static List<PersonName> of(FieldValues values) {
        List<PersonName> names = new ArrayList<>();
        for (NameType type : NameType.values()) {
            String path = "person.names." + type.code() + ".";
            List<String> family = values.all(path + "family");
            List<String> given = values.all(path + "given");
            List<String> title = values.all(path + "title");
            for (int i = 0; i < Math.max(family.size(), given.size()); i++) {
                names.add(new PersonName(type, at(family, i), at(given, i), at(title, i)));
            }
        }
        return names;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() && !values.get(index).isEmpty() ? values.get(index) : null;
    }
}
