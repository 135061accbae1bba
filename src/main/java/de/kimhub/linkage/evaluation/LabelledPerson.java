package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.message.FieldValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a table of which it is known whose it is.
 *
 * @param line   in its file, or another number by which people find it
 * @param person person fields of the canonical model
 * @param truth  rows with the same are one person's; {@code null} when nobody knows: then no other's
 */
public record LabelledPerson(long line, FieldValues person, Traits traits, String truth) {

    private static final Pattern FEBRL = Pattern.compile("(rec-\\d+)-.*");

    /**
     * @param authority kind of body that the row is of, code of the list {@code stelle}
     * @param source    names the office that the row is of, or {@code null}
     * @param truth     what the table says; of {@code rec-17-org} and {@code rec-17-dup-0} the number counts
     */
    public static LabelledPerson of(long line, FieldValues person, String authority, String source, String truth) {
        return new LabelledPerson(line, person, Traits.of(person, authority, source), person(truth));
    }

    private static String person(String truth) {
        if (truth == null || truth.isBlank()) {
            return null;
        }
        Matcher febrl = FEBRL.matcher(truth.strip());
        return febrl.matches() ? febrl.group(1) : truth.strip();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "row " + line;
    }
}
