package de.kimhub.steering.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What no table tells, and who subtracts knows. A quarter, from a new year to who kept its other quarters: a table whose newest quarter
 * is of few people is told by the year. And of a cohort those who have not reached a station within a span, and those who reached it
 * between two spans. They are numbers like those that are hidden.
 */
final class Remainders {

    private Remainders() {
    }

    /**
     * @param whole of which it is a part of a distribution, if it is
     * @param told  the number that gives it away
     */
    record Remainder(CellDefinition cell, Optional<CellDefinition> whole, CellDefinition told) {
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
                        .forEach(one -> all.put(one.cell().text(), one));
            }
        });
        planned.forEach((part, whole) -> whole.filter(one -> part.choices().containsKey(Trait.SPAN)).ifPresent(cohort -> {
            Choice within = part.choices().get(Trait.SPAN);
            Stream.concat(Stream.of(Choice.allBut(within.codes())), planned.keySet().stream()
                            .filter(other -> other.choices().containsKey(Trait.SPAN) && Optional.of(cohort).equals(planned.get(other)))
                            .map(other -> within.without(other.choices().get(Trait.SPAN))).filter(between -> !between.codes().isEmpty()))
                    .map(between -> new Remainder(cohort.with(Trait.SPAN, between), whole, part))
                    .forEach(one -> all.putIfAbsent(one.cell().text(), one));
        }));
        all.values().removeIf(one -> earlier.containsKey(one.cell().text()) || planned.containsKey(one.cell()));
        return all;
    }

    /** Or of another number of the same table: sums of the parts tell the part. */
    private static boolean isQuarterOf(CellDefinition year, CellDefinition one) {
        return one.counted() == year.counted() && year.periods().containsAll(one.periods())
                && one.choices().keySet().equals(year.choices().keySet());
    }
}
