package de.kimhub.linkage.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which rows are one person's. */
final class Truth {

    private final List<LabelledPerson> rows;
    private final Map<String, List<Integer>> persons = new LinkedHashMap<>();

    Truth(List<LabelledPerson> rows) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).truth() != null) {
                persons.computeIfAbsent(rows.get(i).truth(), name -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Whose the row is; {@code null} when nobody knows. */
    String of(int row) {
        return rows.get(row).truth();
    }

    boolean same(int left, int right) {
        String truth = rows.get(left).truth();
        return truth != null && truth.equals(rows.get(right).truth());
    }

    /** Rows by person, of those of whom it is known whose they are. */
    Collection<List<Integer>> persons() {
        return persons.values();
    }

    long unknown() {
        return rows.stream().map(LabelledPerson::truth).filter(Objects::isNull).count();
    }

    long pairs() {
        return persons.values().stream().mapToLong(all -> pairs(all.size())).sum();
    }

    static long pairs(long size) {
        return size * (size - 1) / 2;
    }
}
