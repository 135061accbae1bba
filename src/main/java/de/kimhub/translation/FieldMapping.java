package de.kimhub.translation;

import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one canonical field comes about, compiled.
 *
 * @param columns   empty for a constant
 * @param firstOf  only the first column that is filled counts
 * @param join      puts several columns together; {@code null}: each column is a value of its own
 * @param separator takes a column apart into several values, or {@code null}
 * @param constants values of a constant or default, already canonical; {@link #TODAY} stands for the day
 * @param aligned   empty values keep their place, because other fields belong to them by index
 * @param maxLength longer values are refused
 */
record FieldMapping(Field field, List<Columns.Column> columns, boolean firstOf, String join, Pattern separator, Step step,
                    List<String> constants, boolean required, boolean optional, Condition when, boolean aligned,
                    int maxLength) {

    static final String TODAY = "@today";

    /** Puts the field's values into the builder, or a problem into the reading. */
    void read(Reading reading, FieldValues.Builder values) {
        if (when != null && !when.holds(reading.row)) {
            return;
        }
        List<String> all = columns.isEmpty() ? List.of() : fromColumns(reading);
        if (all == null) {
            return;
        }
        if (all.isEmpty() && !constants.isEmpty()) {
            all = constants.stream().map(text -> text.equals(TODAY) ? reading.today.toString() : text).toList();
        }
        if (all.isEmpty()) {
            if (required) {
                String absence = columns.isEmpty() ? null : reading.row.absence(columns.getFirst().name);
                reading.report(absence == null
                        ? problem(TranslationProblem.REQUIRED, reading, 0, "is empty but required")
                        : problem(TranslationProblem.PATH_MISSING, reading, 0, absence));
            }
        } else if (all.size() == 1) {
            values.set(field, all.getFirst());
        } else {
            values.setAll(field, all);
        }
    }

    /** @return {@code null} when a value was refused */
    private List<String> fromColumns(Reading reading) {
        if (columns.size() == 1 && separator == null && !reading.row.mayRepeat()) {
            String value = columns.getFirst().meaning(reading.row);
            if (value.isEmpty()) {
                return List.of();
            }
            String text = convert(value, reading, 0);
            return text == null ? null : text.isEmpty() ? List.of() : List.of(text);
        }
        return severalValues(reading);
    }

    private List<String> severalValues(Reading reading) {
        List<String> all = new ArrayList<>();
        boolean taken = join != null ? addJoined(reading, all) : addEach(reading, all);
        if (!taken) {
            return null;
        }
        if (aligned) {
            return all.stream().allMatch(String::isEmpty) ? List.of() : all;
        }
        List<String> different = all.stream().filter(text -> !text.isEmpty()).distinct().toList();
        if (!field.repeatable() && different.size() > 1) {
            return refused(TranslationProblem.SEVERAL_VALUES, reading, 0);
        }
        return different;
    }

    private boolean addJoined(Reading reading, List<String> all) {
        StringBuilder joined = new StringBuilder();
        for (Columns.Column column : counting(reading)) {
            for (String value : column.meanings(reading.row)) {
                if (!value.isEmpty()) {
                    joined.append(joined.isEmpty() ? "" : join).append(value);
                }
            }
        }
        return add(joined.toString(), 0, reading, all);
    }

    private boolean addEach(Reading reading, List<String> all) {
        for (Columns.Column column : counting(reading)) {
            for (String value : column.meanings(reading.row)) {
                for (String part : separator == null ? new String[] {value} : separator.split(value, -1)) {
                    if (!add(part.strip(), columns.indexOf(column), reading, all)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<Columns.Column> counting(Reading reading) {
        return !firstOf ? columns : columns.stream().filter(column -> !column.meaning(reading.row).isEmpty()).findFirst()
                .map(List::of).orElse(columns.subList(0, 1));
    }

    private boolean add(String value, int column, Reading reading, List<String> all) {
        String text = value.isEmpty() ? "" : convert(value, reading, column);
        if (text != null && (aligned || !text.isEmpty())) {
            all.add(text);
        }
        return text != null;
    }

    private String convert(String value, Reading reading, int column) {
        String text = step.apply(value, reading);
        if (text != null && text.length() > maxLength) {
            text = reading.refuse(TranslationProblem.VALUE_TOO_LONG);
        }
        if (text == null) {
            refused(reading.refusal(), reading, column);
        }
        return text;
    }

    private List<String> refused(TranslationProblem code, Reading reading, int column) {
        Problem problem = problem(code, reading, column, explanation(code));
        if (optional) {
            reading.findings.add(problem);
        } else {
            reading.report(problem);
        }
        return null;
    }

    private Problem problem(TranslationProblem code, Reading reading, int column, String what) {
        String place = columns.isEmpty() ? field.path() : columns.get(column).name;
        return new Problem(code, reading.place.withField(place),
                "'" + place + "', read as " + field.path() + ", " + what + ".");
    }

    private String explanation(TranslationProblem code) {
        return switch (code) {
            case UNKNOWN_CODE -> "holds a value that no row of its code list has; add it to the list";
            case CODE_NOT_VALID -> "holds a code that is not valid on that day; extend its validity in the list";
            case NOT_A_DATE -> "holds no date of the declared formats, or an impossible one";
            case NOT_DIN_91379 -> "holds characters that DIN 91379 does not allow there";
            case VALUE_TOO_LONG -> "is longer than the " + maxLength + " characters allowed";
            case NOT_A_NUMBER -> "holds no number of the expected form";
            case NOT_A_BOOLEAN -> "holds neither a declared yes nor a declared no";
            case NOT_AN_AGS -> "holds no Amtlicher Gemeindeschluessel of eight digits";
            case SEVERAL_VALUES -> "stands there several times with different values, but takes one; choose with [1] or"
                    + " [last()], or put them together with 'join'";
            case NOT_A_POSTAL_CODE -> "holds no postal code of five digits";
            default -> "is refused";
        };
    }
}
