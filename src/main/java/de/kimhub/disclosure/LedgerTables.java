package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ledger as two CSV files. The groups: {@code group,members,value}, and more columns where wanted. The cells: {@code id},
 * any dimensions, {@code value}, {@code hidden}, {@code base_groups} with a space between two, and where wanted
 * {@code primary} (hidden for its own sake) and {@code released} (published before, and so not to be changed).
 */
public final class LedgerTables {

    private static final Set<String> NO_DIMENSIONS = Set.of("id", "value", "primary", "hidden", "released", "lo_primary_only",
            "hi_primary_only", "lo_protected", "hi_protected", "base_groups");
    private static final String ANY = "*";

    private final CsvTable groupTable;
    private final CsvTable cellTable;
    private final Map<String, Integer> groupNumbers = new HashMap<>();
    private final List<LedgerCell> cells = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final long[] base;

    /** @param problems takes all that is wrong; with any, the tables are of no use */
    public LedgerTables(Path groups, Path cells, List<Problem> problems) {
        groupTable = new CsvTable(groups, problems);
        cellTable = new CsvTable(cells, problems);
        groupTable.require(List.of("group", "value"));
        cellTable.require(List.of("id", "value", "hidden", "base_groups"));
        base = new long[groupTable.rows().size()];
        groupTable.rows().forEach(this::group);
        Set<String> ids = new HashSet<>();
        cellTable.rows().forEach(row -> cell(row, ids));
    }

    private void group(CsvTable.Row row) {
        int number = groupNumbers.size();
        if (groupNumbers.putIfAbsent(groupTable.value(row, "group"), number) != null) {
            groupTable.problem(DisclosureProblem.TWICE, row.line(), "group", "This group stands further up already. Name each once.");
        } else {
            base[number] = groupTable.number(row, "value");
        }
    }

    private void cell(CsvTable.Row row, Set<String> ids) {
        String id = cellTable.value(row, "id");
        if (!ids.add(id)) {
            cellTable.problem(DisclosureProblem.TWICE, row.line(), "id", "This cell stands further up already. Name each once.");
        }
        BitSet groups = new BitSet();
        for (String name : cellTable.value(row, "base_groups").split(" +")) {
            Integer number = groupNumbers.get(name);
            if (number != null) {
                groups.set(number);
            } else if (cellTable.has("base_groups")) {
                cellTable.problem(DisclosureProblem.GROUP_UNKNOWN, row.line(), "base_groups", "Names a group that the table of groups"
                        + " does not have. Correct one of the two.");
                break;
            }
        }
        boolean isHidden = cellTable.flag(row, "hidden");
        boolean isPrimary = cellTable.flag(row, "primary");
        if (isHidden) {
            hidden.add(id);
        }
        Standing standing = cellTable.flag(row, "released") && !(isHidden && isPrimary) ? isHidden ? Standing.HIDDEN : Standing.SHOWN
                : isPrimary ? Standing.PRIMARY : Standing.OPEN;
        LedgerCell cell = new LedgerCell(id, groups, cellTable.number(row, "value"), standing);
        cells.add(cell);
        if (groups.stream().mapToLong(group -> base[group]).sum() != cell.value()) {
            cellTable.problem(DisclosureProblem.NOT_THE_SUM, row.line(), "value", "Is not the sum of the cell's groups. Write both tables"
                    + " anew.");
        }
    }

    /** @param insiders each {@code COLUMN=VALUE}: knows the groups that have this value there */
    public Ledger ledger(List<String> insiders, int threshold, List<Problem> problems) {
        List<Insider> known = new ArrayList<>();
        for (String insider : insiders) {
            int equals = insider.indexOf('=');
            String column = insider.substring(0, Math.max(0, equals));
            BitSet groups = groupsWith(column, insider.substring(equals + 1));
            if (groups.isEmpty()) {
                cellTable.problem(DisclosureProblem.INSIDER_UNKNOWN, 1, column.isEmpty() ? null : column, "--insider expects COLUMN=VALUE"
                        + " with a column of the tables and a value that it has.");
            }
            known.add(new Insider(insider, groups));
        }
        return new Ledger(base, List.copyOf(cells), List.copyOf(known), threshold);
    }

    /** Ids of the cells that the tables call hidden. */
    public Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    private BitSet groupsWith(String column, String value) {
        BitSet groups = new BitSet();
        List<String> dimensions = cellTable.columns().stream().filter(name -> !NO_DIMENSIONS.contains(name)).toList();
        int at = dimensions.indexOf(column);
        if (!groupTable.has(column) && at < 0) {
            return groups;
        }
        Members members = new Members(dimensions.stream().map(this::values).toList());
        for (CsvTable.Row row : groupTable.rows()) {
            String found = groupTable.value(row, column);
            if (!groupTable.has(column)) {
                List<String> parts = members.cut(groupTable.value(row, "members"));
                if (parts == null) {
                    groupTable.problem(DisclosureProblem.MEMBERS_UNCLEAR, row.line(), "members", "It is not clear which part"
                            + " belongs to which of the dimensions " + String.join(", ", dimensions) + ". Add a column '" + column
                            + "' to this table.");
                    break;
                }
                found = parts.get(at);
            }
            if (found.equals(value)) {
                groups.set(groupNumbers.get(groupTable.value(row, "group")));
            }
        }
        return groups;
    }

    private Set<String> values(String dimension) {
        Set<String> values = new HashSet<>();
        cellTable.rows().forEach(row -> values.add(cellTable.value(row, dimension)));
        values.remove(ANY);
        return values;
    }

    /** The table of the cells again, with what is hidden now. */
    public String cellsWith(Set<String> nowHidden) {
        return CellsCsv.of(cellTable, cells, nowHidden);
    }
}
