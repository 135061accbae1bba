package de.kimhub.steering.release;

import de.kimhub.steering.catalogue.Axis;
import de.kimhub.steering.catalogue.Form;
import de.kimhub.steering.catalogue.TableDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A table in one of its forms, as it would be published.
 *
 * @param form number of it
 * @param cells empty: it can be told only later
 */
record PlannedTable(TableDefinition definition, int form, List<Dimension> dimensions, List<Cell> cells) {

    record Dimension(Axis axis, List<Category> categories) {
    }

    /** @param note German, or {@code null}; of who takes no part nothing is told */
    record Category(String code, String label, Integer lower, Integer upper, String note) {

        static Category of(String code, String label) {
            return new Category(code, label, null, null, null);
        }
    }

    /**
     * @param what   {@code null}: nothing is known
     * @param sliced whether the cell is a part of a distribution, which nobody may see where it is of few people
     */
    record Cell(List<String> codes, CellDefinition what, CellDefinition sliced) {

        boolean known() {
            return what != null;
        }
    }

    Form shape() {
        return definition.forms().get(form);
    }

    boolean hasCoarser() {
        return form + 1 < definition.forms().size();
    }

    /** Whether more than a fifth of what is there is hidden, or more than half of what is there in the newest period. */
    boolean tooMuch(Set<String> hidden, ToLongFunction<CellDefinition> value) {
        String newest = dimensions.getFirst().categories().getLast().code();
        return moreThanOneIn(5, cells, hidden, value)
                || moreThanOneIn(2, cells.stream().filter(cell -> cell.codes().getFirst().equals(newest)).toList(), hidden, value);
    }

    private static boolean moreThanOneIn(int part, List<Cell> cells, Set<String> hidden, ToLongFunction<CellDefinition> value) {
        long gone = cells.stream().filter(Cell::known).filter(cell -> hidden.contains(cell.what().text())).count();
        long there = cells.stream().filter(Cell::known).filter(cell -> !hidden.contains(cell.what().text())
                && value.applyAsLong(cell.what()) > 0).count();
        return gone * part > gone + there;
    }
}
