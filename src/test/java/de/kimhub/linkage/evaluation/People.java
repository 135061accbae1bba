package de.kimhub.linkage.evaluation;

import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;

/** Invented people, as rows of a table. */
final class People {

    private final List<LabelledPerson> rows = new ArrayList<>();

    /** @param values of given name, family name, birth date, street and town; empty text for what is not known */
    People row(String truth, String... values) {
        String[] paths = {"person.names.official.given", "person.names.official.family", "person.birth.date",
                "person.addresses.main.street", "person.addresses.main.town"};
        FieldValues.Builder person = FieldValues.builder();
        for (int i = 0; i < values.length; i++) {
            person.set(paths[i], values[i]);
        }
        rows.add(LabelledPerson.of(rows.size() + 2, person.build(), "sonstige", null, truth));
        return this;
    }

    /** So many people of whom each has two rows that say the same, and nothing that another has. */
    static People pairs(int count) {
        People people = new People();
        for (int i = 0; i < count; i++) {
            for (int copy = 0; copy < 2; copy++) {
                people.row("P" + i, word(i, 1), word(i, 2), "%d-%02d-%02d".formatted(1950 + i % 50, 2 + i % 11, 2 + i % 26),
                        word(i, 3) + "weg " + (i + 1), word(i, 4) + "hausen");
            }
        }
        return people;
    }

    /** Made up, and unlike those of other numbers. */
    private static String word(int number, int kind) {
        StringBuilder word = new StringBuilder();
        for (int rest = number * 31 + kind * 7919; rest > 0; rest /= 19) {
            word.append("bdfghklmnprstvwzxqj".charAt(rest % 19)).append("aeiou".charAt((rest + kind) % 5));
        }
        return word.toString();
    }

    List<LabelledPerson> rows() {
        return rows;
    }

    Evaluation evaluate() {
        return Evaluator.evaluate(rows, ModelSource.SHIPPED, 10_000);
    }
}
