package de.kimhub.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a table of cells with what is hidden. Intervals that were computed for another pattern are left out. */
final class CellsCsv {

    private static final Set<String> STALE = Set.of("lo_primary_only", "hi_primary_only", "lo_protected", "hi_protected", "hidden");

    private CellsCsv() {
    }

    static String of(CsvTable table, List<LedgerCell> cells, Set<String> hidden) {
        List<String> columns = table.columns().stream().filter(name -> !STALE.contains(name)).toList();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            out.printRecord(with(columns, "hidden"));
            for (int number = 0; number < cells.size(); number++) {
                CsvTable.Row row = table.rows().get(number);
                out.printRecord(with(columns.stream().map(column -> table.value(row, column)).toList(),
                        hidden.contains(cells.get(number).id()) ? "1" : "0"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> with(List<String> all, String last) {
        List<String> more = new ArrayList<>(all);
        more.add(last);
        return more;
    }
}
