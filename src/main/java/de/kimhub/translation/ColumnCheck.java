package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the columns of a document with those that the mapping reads. */
final class ColumnCheck {

    private ColumnCheck() {
    }

    /**
     * The second column of a name is called {@code name (2)} and so on, where the connector speaks of it so. Otherwise
     * nobody can say which of the two is meant.
     */
    static List<String> distinct(List<String> names, Columns columns, List<String> unused) {
        Map<String, Integer> times = new HashMap<>();
        List<String> distinct = new ArrayList<>(names.size());
        for (String name : names) {
            int time = times.merge(name, 1, Integer::sum);
            String numbered = name + " (" + time + ")";
            distinct.add(time > 1 && (columns.has(numbered) || unused.contains(numbered)) ? numbered : name);
        }
        return distinct;
    }

    /** @param problems what makes the document unreadable; when there is any, the findings do not count */
    static void check(List<String> names, Columns columns, List<String> unused, List<Problem> problems,
                      List<Problem> findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && !seen.add(name)) {
                // without a header the first record stands here: an unknown name is not repeated
                String said = columns.has(name) || unused.contains(name) ? "'" + name + "'" : "no. " + (i + 1);
                problems.add(problem(TranslationProblem.COLUMN_TWICE, said,
                        "stands twice in the header. Remove one, or call the second one '... (2)' in the mapping or under"
                                + " unusedColumns."));
            }
        }
        Set<String> required = columns.required();
        for (Columns.Column column : columns.all()) {
            if (!seen.contains(column.name)) {
                boolean otherCase = seen.stream().anyMatch(column.name::equalsIgnoreCase);
                String text = "is missing in the header. "
                        + (otherCase ? "It is there in other capital letters." : "Was it renamed?");
                if (required.contains(column.name)) {
                    problems.add(problem(TranslationProblem.COLUMN_MISSING, "'" + column.name + "'", text));
                } else {
                    findings.add(problem(TranslationProblem.OPTIONAL_COLUMN_MISSING, "'" + column.name + "'", text));
                }
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!columns.has(name) && !unused.contains(name)) {
                // when line ends were lost, records stand here: an unknown name is not repeated
                findings.add(problem(TranslationProblem.COLUMN_NEW, "no. " + (i + 1),
                        "is new. Read it, or name it under unusedColumns."));
            }
        }
    }

    private static Problem problem(TranslationProblem code, String column, String text) {
        return new Problem(code, Place.record(0, 0).withField(column.replace("'", "")), "Column " + column + " " + text);
    }
}
