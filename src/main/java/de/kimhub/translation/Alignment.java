package de.kimhub.translation;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.NameType;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.List;

/** Fields whose values belong together by index must have equally many. */
final class Alignment {

    private static final Field OFFICES = CanonicalSchema.field("consent.fileNumberAt");
    private static final Field NUMBERS = CanonicalSchema.field("consent.fileNumber");
    private static final List<List<Field>> NAMES = names();

    private Alignment() {
    }

    /** Offices without any file number say nothing and are left out. */
    static FieldValues check(FieldValues values, Reading reading) {
        if (values.has(OFFICES) && !values.has(NUMBERS)) {
            return values.toBuilder().remove(OFFICES).build();
        }
        if (values.all(OFFICES).size() != values.all(NUMBERS).size()) {
            refuse(OFFICES, NUMBERS, reading);
        }
        for (List<Field> name : NAMES) {
            int family = values.all(name.getFirst()).size();
            int given = values.all(name.getLast()).size();
            if (family > 0 && given > 0 && family != given) {
                refuse(name.getFirst(), name.getLast(), reading);
            }
        }
        return values;
    }

    private static void refuse(Field one, Field other, Reading reading) {
        reading.problems.add(new Problem(TranslationProblem.MISALIGNED, reading.place,
                one.path() + " and " + other.path() + " belong together by index, but have not equally many values."));
    }

    private static List<List<Field>> names() {
        List<List<Field>> names = new ArrayList<>();
        for (NameType type : NameType.values()) {
            Field family = CanonicalSchema.field("person.names." + type.code() + ".family");
            if (family.repeatable()) {
                names.add(List.of(family, CanonicalSchema.field("person.names." + type.code() + ".given")));
            }
        }
        return names;
    }
}
