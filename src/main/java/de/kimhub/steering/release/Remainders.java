package de.kimhub.steering.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Quarters that no table tells, and that a new year tells to who kept its other quarters: a table whose newest quarter is of
 * few people is told by the year. They are numbers like those that are hidden.
 */
final class Remainders {

    private Remainders() {
    }

    /**
     * @param whole of which it is a part of a distribution, if it is
     * @param year  the number that is told
     */
    record Remainder(CellDefinition cell, Optional<CellDefinition> whole, CellDefinition year) {
    }

    /**
     * @param earlier by definition what was said
     * @param planned new numbers; by definition the whole that it is a part of, where it is one
     * @return by definition
     */
    static Map<String, Remainder> of(Map<String, LedgerStore.Said> earlier, Map<CellDefinition, Optional<CellDefinition>> planned) {
        List<CellDefinition> told = earlier.entrySet().stream().filter(one -> !one.getValue().hidden())
                .map(one -> CellDefinition.read(one.getKey())).filter(one -> one.periods().size() == 1).toList();
        Map<String, Remainder> all = new LinkedHashMap<>();
        planned.forEach((year, whole) -> {
            if (year.periods().size() > 1 && !earlier.containsKey(year.text()) && told.stream().anyMatch(one -> isQuarterOf(year, one))) {
                year.periods().stream().map(List::of).map(quarter -> new Remainder(year.in(quarter), whole.map(one -> one.in(quarter)), year))
                        .filter(one -> !earlier.containsKey(one.cell().text()) && !planned.containsKey(one.cell()))
                        .forEach(one -> all.put(one.cell().text(), one));
            }
        });
        return all;
    }

    /** Or of another number of the same table: sums of the parts tell the part. */
    private static boolean isQuarterOf(CellDefinition year, CellDefinition one) {
        return one.counted() == year.counted() && year.periods().containsAll(one.periods())
                && one.choices().keySet().equals(year.choices().keySet());
    }
}
