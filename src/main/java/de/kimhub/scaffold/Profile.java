package de.kimhub.scaffold;

import de.kimhub.translation.CodeLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What can be said of the values of a column.
 *
 * @param rows     how many there are, filled or not
 * @param filled   values in their order
 * @param counts   how often each value stands there
 */
record Profile(String column, int rows, List<String> filled, Map<String, Integer> counts, DateForms.Result dates) {

    private static final CodeLists LISTS = CodeLists.canonical();
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[/,;|]\\s*");
    private static final int FEW = 30;
    private static final int LONGEST_CODE = 60;

    static Profile of(String column, List<String> values) {
        List<String> filled = values.stream().filter(Objects::nonNull).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        filled.forEach(value -> counts.merge(value, 1, Integer::sum));
        return new Profile(column, values.size(), filled, counts, DateForms.of(filled));
    }

    boolean isEmpty() {
        return filled.isEmpty();
    }

    boolean isUnique() {
        return counts.size() == filled.size();
    }

    boolean isFull() {
        return filled.size() == rows;
    }

    /** Few short values, several times each: codes, not people. */
    boolean hasFewValues() {
        return !isEmpty() && counts.size() <= FEW && (2 * filled.size() >= 3 * counts.size() || counts.size() <= 5)
                && counts.keySet().stream().allMatch(value -> value.length() <= LONGEST_CODE);
    }

    int matching(Predicate<String> test) {
        return (int) filled.stream().filter(test).count();
    }

    int matching(Pattern pattern) {
        return matching(value -> pattern.matcher(value).matches());
    }

    double share(Predicate<String> test) {
        return isEmpty() ? 0 : (double) matching(test) / filled.size();
    }

    /** Of values that are dates, whole or in part; what stands for none does not speak against it. */
    double shareOfDates() {
        int said = filled.size() - dates.nothing();
        return said == 0 ? 0 : (double) (dates.dates() + dates.partial()) / said;
    }

    /** The canonical code, where the list knows all parts of the value. */
    static boolean knows(String list, String value) {
        return LISTS.code(list, value, LocalDate.now()).isPresent()
                || parts(value).stream().allMatch(part -> LISTS.code(list, part, LocalDate.now()).isPresent());
    }

    static String code(String list, String value) {
        return LISTS.code(list, value, LocalDate.now()).orElse(null);
    }

    static List<String> parts(String value) {
        return List.of(SEPARATORS.split(value));
    }

    /** Values that the list knows only when they are taken apart have this between them; or null. */
    String separator(String list) {
        for (String separator : List.of("/", ",", ";", "|")) {
            if (filled.stream().anyMatch(value -> value.contains(separator) && code(list, value) == null
                    && parts(value).stream().anyMatch(part -> code(list, part) != null))) {
                return separator;
            }
        }
        return null;
    }

    /** Values, or their parts, that the list lacks; each once. */
    List<String> unknown(String list) {
        String separator = separator(list);
        List<String> unknown = new ArrayList<>();
        for (String value : counts.keySet()) {
            for (String part : separator == null ? List.of(value) : parts(value)) {
                if (code(list, part) == null && !unknown.contains(part)) {
                    unknown.add(part);
                }
            }
        }
        return unknown;
    }

    double averageLength() {
        return filled.stream().mapToInt(String::length).average().orElse(0);
    }

    /** The column and counts, never a value. */
    @Override
    public String toString() {
        return column + " " + filled.size() + "/" + rows + ", " + counts.size();
    }
}
