package de.kimhub.translation;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One code list, compiled for looking up both ways. Codes are text. */
final class CodeList {

    /**
     * @param theirs     the tool's code; for a canonical list the code, its text or a synonym of it
     * @param validFrom  first day, or {@code null}
     * @param validUntil last day, or {@code null}
     * @param line       in the file
     * @param stockOnly  an old code: taken, and never given
     */
    record Row(String theirs, String canonical, String text, LocalDate validFrom, LocalDate validUntil, int line,
               boolean stockOnly) {

        Row(String theirs, String canonical, String text, LocalDate validFrom, LocalDate validUntil, int line) {
            this(theirs, canonical, text, validFrom, validUntil, line, false);
        }

        boolean validAt(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\u00A0]+");

    private final String name;
    private final boolean isCanonical;
    private final Map<String, Row[]> exact = new HashMap<>();
    private final Map<String, Row[]> folded = new HashMap<>();
    private final Map<String, Row[]> outward = new HashMap<>();
    private final Set<String> canonicalCodes = new LinkedHashSet<>();

    CodeList(String name, boolean isCanonical, List<Row> rows) {
        this.name = name;
        this.isCanonical = isCanonical;
        for (Row row : rows) {
            append(exact, row.theirs(), row);
            append(folded, fold(row.theirs()), row);
            append(outward, row.canonical(), row);
            canonicalCodes.add(row.canonical());
        }
    }

    String name() {
        return name;
    }

    boolean isCanonical() {
        return isCanonical;
    }

    Set<String> canonicalCodes() {
        return canonicalCodes;
    }

    /** All rows in the order of the file. */
    List<Row> rows() {
        return outward.values().stream().flatMap(java.util.Arrays::stream)
                .sorted(java.util.Comparator.comparingInt(Row::line)).toList();
    }

    /**
     * The row of a value, by its exact text, or else ignoring case and repeated blanks.
     *
     * @return {@code null} when the list has no such value or when it may mean several codes; a row that is not valid
     *         on the day when there is no valid one
     */
    Row in(String theirs, LocalDate day) {
        Row[] rows = exact.get(theirs);
        if (rows == null) {
            rows = folded.get(fold(theirs));
        }
        if (rows == null) {
            return null;
        }
        return rows.length == 1 ? rows[0] : choose(rows, day);
    }

    /** Whether the value may be taken on that day. A canonical list's former codes live on in old records. */
    boolean takes(Row row, LocalDate day) {
        return isCanonical || row.validAt(day);
    }

    /** Their code for a canonical one: the first valid row's. Of a canonical list: its text. Or {@code null}. */
    String out(String canonical, LocalDate day) {
        Row[] rows = outward.get(canonical);
        if (rows == null) {
            return null;
        }
        if (isCanonical) {
            return rows[0].stockOnly() ? null : rows[0].text();
        }
        for (Row row : rows) {
            if (row.validAt(day)) {
                return row.theirs();
            }
        }
        return null;
    }

    /** German text of a code of a canonical list, also of an old one; or {@code null}. */
    String text(String canonical) {
        Row[] rows = outward.get(canonical);
        return rows == null ? null : rows[0].text();
    }

    boolean isStockOnly(String canonical) {
        Row[] rows = outward.get(canonical);
        return rows != null && rows[0].stockOnly();
    }

    private static Row choose(Row[] rows, LocalDate day) {
        Row chosen = null;
        boolean chosenValid = false;
        for (Row row : rows) {
            boolean valid = row.validAt(day);
            if (chosen == null || valid && !chosenValid) {
                chosen = row;
                chosenValid = valid;
            } else if (valid == chosenValid && !row.canonical().equals(chosen.canonical())) {
                return null;
            }
        }
        return chosen;
    }

    private static void append(Map<String, Row[]> map, String key, Row row) {
        map.merge(key, new Row[] {row}, (old, added) -> {
            Row[] both = java.util.Arrays.copyOf(old, old.length + 1);
            both[old.length] = row;
            return both;
        });
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().transform(WHITE_SPACE::matcher).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
