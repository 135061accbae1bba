package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.Series.Counted;
import de.kimhub.steering.catalogue.SteeringSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many arrived in a year is told twice, of the arrivals and with the stations on their ways, by ledgers that do not know of each
 * other. What the one hides, the other does not tell, and what the one told, the other does not hide.
 */
record CohortSizes(Map<String, LedgerStore.Said> arrivals) {

    private static CellDefinition arrived(List<String> periods) {
        return new CellDefinition(Measure.ARRIVAL, Counted.OPENED, periods, Map.of());
    }

    /** @param year its quarters @param planned what the tables of arrivals tell in this release */
    boolean isOpen(Collection<String> year, Set<String> planned) {
        return Stream.concat(year.stream().map(List::of), Stream.of(List.copyOf(year))).map(periods -> arrived(periods).text())
                .allMatch(text -> arrivals.containsKey(text) ? !arrivals.get(text).hidden() : !planned.contains(text));
    }

    /** What the tables of arrivals tell in any form. */
    static Set<String> planned(TablePlanner planner, SteeringSettings settings) {
        return Catalogue.tables().stream().filter(table -> table.measures().contains(Measure.ARRIVAL) && settings.wants(table))
                .flatMap(table -> IntStream.range(0, table.forms().size()).mapToObj(form -> planner.plan(table, form)))
                .flatMap(table -> table.cells().stream()).filter(PlannedTable.Cell::known).map(cell -> cell.what().text())
                .collect(Collectors.toSet());
    }

    /** What was said of arrivals, with the sizes of cohorts that were. */
    static Map<String, LedgerStore.Said> withCohorts(Base arrivals, Map<String, LedgerStore.Said> said,
                                                     Stream<Map<String, LedgerStore.Said>> ofStations) {
        Map<String, LedgerStore.Said> all = new LinkedHashMap<>(said);
        ofStations.flatMap(facts -> facts.entrySet().stream()).filter(one -> !one.getValue().hidden()).forEach(one -> {
            CellDefinition size = CellDefinition.read(one.getKey());
            CellDefinition arrived = arrived(size.periods());
            if (size.counted() == Counted.OPENED && size.choices().keySet().equals(Set.of(Trait.ROUTE))
                    && arrivals.count(arrivals.of(arrived)) == one.getValue().value()) {
                all.putIfAbsent(arrived.text(), one.getValue());
            }
        });
        return all;
    }
}
