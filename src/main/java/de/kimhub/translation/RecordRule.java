package de.kimhub.translation;

import de.kimhub.message.Problem;
import java.util.List;

/**
 * What {@code receive.yaml} says of a record as a whole.
 *
 * @param key            may be empty: then the content is the key
 * @param replaces       key of the record that it corrects; may be empty
 * @param replacesWhen   under which it names one at all; {@code null}: always
 * @param refusesChanged whether the same key with another content breaks the source's own rule
 * @param test           under which it is a test; may be {@code null}
 */
record RecordRule(List<Columns.Column> key, List<Columns.Column> replaces, Condition replacesWhen,
                  boolean refusesChanged, Condition test, List<NoRecord> noRecords) {

    record NoRecord(Condition condition, String declaredAs) {
    }

    /** What it is declared to be instead; {@code null} for a record. */
    String noRecord(SourceRow row) {
        for (NoRecord rule : noRecords) {
            if (rule.condition().holds(row)) {
                return rule.declaredAs();
            }
        }
        return null;
    }

    /** The key; where it is missing, that is reported. */
    String readKey(String content, Reading reading) {
        String text = key.isEmpty() ? content : JoinedText.of(key, reading.row);
        Columns.Column unfilled = unfilled(key, reading.row);
        if (JoinedText.isEmpty(text) || unfilled != null) {
            missing(unfilled, reading);
        }
        return text;
    }

    /** In XML, where what is empty is simply not there, every part of a key has to be filled. */
    private static Columns.Column unfilled(List<Columns.Column> key, SourceRow row) {
        return !row.mayRepeat() ? null
                : key.stream().filter(column -> column.meaning(row).isEmpty()).findFirst().orElse(null);
    }

    private void missing(Columns.Column unfilled, Reading reading) {
        Columns.Column first = unfilled != null || key.isEmpty() ? unfilled : key.getFirst();
        String absence = first == null ? null : reading.row.absence(first.name);
        reading.report(new Problem(TranslationProblem.KEY_MISSING,
                reading.place.withField(first == null ? null : first.name),
                (unfilled == null ? "The columns that identify the record are all empty."
                        : "A part of what identifies the record is empty.")
                        + (absence == null ? "" : " '" + first.name + "' " + absence + ".")));
    }

    /** Key of the record that it corrects; {@code null} when it names none. */
    String replaced(SourceRow row) {
        if (replacesWhen != null && !replacesWhen.holds(row)) {
            return null;
        }
        String text = JoinedText.of(replaces, row);
        return JoinedText.isEmpty(text) || unfilled(replaces, row) != null ? null : text;
    }

    boolean isTest(SourceRow row) {
        return test != null && test.holds(row);
    }
}
