package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Axis;
import de.kimhub.steering.catalogue.TableDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a release, each in the form that it has so far, and those of which nothing is told. */
final class PlannedTables {

    private final TablePlanner planner;
    private final Consumer<String> progress;
    private final Map<String, PlannedTable> tables = new LinkedHashMap<>();
    private final Map<String, String> withheld = new LinkedHashMap<>();

    /** @param progress is told, in German, which table becomes coarser */
    PlannedTables(TablePlanner planner, Consumer<String> progress) {
        this.planner = planner;
        this.progress = progress;
    }

    /** @param from the form from which on it is tried */
    void add(TableDefinition table, int from) {
        tables.put(table.id(), planner.plan(table, from));
        if (tables.get(table.id()).cells().isEmpty()) {
            coarsen(tables.get(table.id()));
        }
    }

    /** Takes the next coarser form of which something can be told; without one the table is withheld. */
    void coarsen(PlannedTable table) {
        PlannedTable next = table;
        while (next.hasCoarser()) {
            next = planner.plan(next.definition(), next.form() + 1);
            if (!next.cells().isEmpty()) {
                progress.accept("Tabelle " + table.definition().id() + ": gröber, " + next.shape().words());
                tables.put(table.definition().id(), next);
                return;
            }
        }
        withhold(table.definition().id(), !table.cells().isEmpty() ? Reasons.TOO_FEW
                : table.shape().has(Axis.SPAN) ? Reasons.NO_COHORT : Reasons.NO_YEAR);
    }

    /** Nothing of it is told. @param why German */
    void withhold(String table, String why) {
        withheld.putIfAbsent(table, why);
        tables.remove(table);
    }

    void withholdOf(Measure measure, String why) {
        withhold(table -> table.definition().measures().contains(measure), why);
    }

    /** Those that show one of these cells of the measure. */
    void withholdWith(Measure measure, Set<String> cells, String why) {
        withhold(table -> table.cells().stream().filter(PlannedTable.Cell::known)
                .anyMatch(cell -> cell.what().measure() == measure && cells.contains(cell.what().text())), why);
    }

    private void withhold(Predicate<PlannedTable> which, String why) {
        tables.values().stream().filter(which).map(table -> table.definition().id()).toList()
                .forEach(table -> withhold(table, why));
    }

    /** Without those that are withheld. */
    Collection<PlannedTable> all() {
        return tables.values();
    }

    /** By id of a table why nothing of it is told. */
    Map<String, String> withheld() {
        return withheld;
    }

    Stream<PlannedTable.Cell> knownCells() {
        return tables.values().stream().flatMap(table -> table.cells().stream()).filter(PlannedTable.Cell::known);
    }

    /** What the cells say that are told. */
    Set<String> published() {
        return knownCells().map(cell -> cell.what().text()).collect(Collectors.toSet());
    }
}
