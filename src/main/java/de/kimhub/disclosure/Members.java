package de.kimhub.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what a group counts, as it is named: {@code Herford/Q1/Schule/Kita/Kommune}, with a part for each dimension of the
 * cells. A part may hold the slash itself, as long as only one way to cut gives values that the dimensions have.
 */
final class Members {

    private final List<Set<String>> values;

    /** @param values of each dimension, as far as cells name them; empty: any */
    Members(List<Set<String>> values) {
        this.values = values;
    }

    /** @return one value for each dimension, {@code null} when there is no way, or more than one */
    List<String> cut(String name) {
        List<List<String>> ways = new ArrayList<>();
        cut(List.of(name.split("/")), 0, new ArrayList<>(), ways);
        return ways.size() == 1 ? ways.getFirst() : null;
    }

    private void cut(List<String> parts, int from, List<String> taken, List<List<String>> ways) {
        if (taken.size() == values.size()) {
            if (from == parts.size()) {
                ways.add(List.copyOf(taken));
            }
            return;
        }
        int later = values.size() - taken.size() - 1;
        for (int end = from + 1; end <= parts.size() - later; end++) {
            String value = String.join("/", parts.subList(from, end));
            Set<String> allowed = values.get(taken.size());
            if (allowed.isEmpty() || allowed.contains(value)) {
                taken.add(value);
                cut(parts, end, taken, ways);
                taken.removeLast();
            }
        }
    }
}
