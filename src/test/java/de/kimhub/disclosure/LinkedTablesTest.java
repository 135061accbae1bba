package de.kimhub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of the R package sdcTable 0.34.0, whose results are an oracle from outside. */
class LinkedTablesTest {

    private static final Effort EFFORT = new Effort(Duration.ofMinutes(2), Duration.ofMinutes(30), 1);

    @Test
    void one_cell_of_t3_is_found_exactly_when_only_primary_cells_are_hidden() {
        Audit audit = audit(t3(Vectors.rows("t3_problemdata_before.csv")), Set.of());
        assertThat(audit.intervals()).filteredOn(interval -> interval.cell().equals("w|b"))
                .containsExactly(new Interval("w|b", Witness.OUTSIDER, 47, 47));
        assertThat(audit.findings()).contains(new Finding(DisclosureProblem.GIVEN_AWAY, "w|b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPT", "HITAS", "HYPERCUBE", "GAUSS"})
    void t3_passes_with_the_secondary_cell_of_each_method(String method) {
        List<Map<String, String>> rows = Vectors.rows("t3_problemdata.csv").stream()
                .filter(row -> row.get("method").equals(method)).map(row -> {
                    Map<String, String> copy = new HashMap<>(row);
                    copy.put("freq", row.get("Freq"));
                    return copy;
                }).toList();
        Set<String> secondary = new HashSet<>();
        rows.stream().filter(row -> row.get("sdcStatus").equals("x")).forEach(row -> secondary.add(row.get("v1") + "|" + row.get("v2")));
        assertThat(secondary).hasSize(1);
        assertThat(audit(t3(rows), secondary).findings()).isEmpty();
    }

    @Test
    void t3_is_repaired_with_two_more_cells_at_most() {
        Ledger ledger = t3(Vectors.rows("t3_problemdata_before.csv"));
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
        assertThat(protection.hidden()).hasSizeLessThanOrEqualTo((int) primary(ledger) + 2);
    }

    /** Inner cells are the groups; their sensitive ones are hidden although none is small. */
    private static Ledger t3(List<Map<String, String>> rows) {
        List<Map<String, String>> inner = rows.stream().filter(row -> !row.get("v1").equals("tot") && !row.get("v2").equals("tot")).toList();
        long[] base = inner.stream().mapToLong(row -> Long.parseLong(row.get("freq"))).toArray();
        List<LedgerCell> cells = rows.stream().map(row -> Vectors.cell(row.get("v1") + "|" + row.get("v2"), base,
                row.get("sdcStatus").equals("u") ? Standing.PRIMARY : Standing.OPEN,
                group -> Set.of("tot", inner.get(group).get("v1")).contains(row.get("v1"))
                        && Set.of("tot", inner.get(group).get("v2")).contains(row.get("v2")))).toList();
        return new Ledger(base, cells, List.of(), 5);
    }

    /** Two tables that are safe alone: the regions by county and by group; a county of small ones has one region more. */
    @Test
    void two_linked_tables_give_a_cell_away_that_neither_does_alone() {
        List<Map<String, String>> rows = Vectors.rows("t5_linked_input.csv");
        long[] base = rows.stream().mapToLong(row -> Long.parseLong(row.get("n"))).toArray();
        List<LedgerCell> cells = new ArrayList<>();
        for (int one = 0; one < base.length; one++) {
            int region = one;
            cells.add(Vectors.cell(rows.get(one).get("region"), base, base[one] < 5 ? Standing.PRIMARY : Standing.OPEN, group -> group == region));
        }
        List.of("county-1", "county-2").forEach(county -> cells.add(Vectors.cell(county, base, Standing.OPEN,
                group -> rows.get(group).get("county").equals(county))));
        List.of("small", "BIG").forEach(size -> cells.add(Vectors.cell(size, base, Standing.OPEN,
                group -> rows.get(group).get("group").equals(size))));
        cells.add(Vectors.cell("all", base, Standing.OPEN, group -> true));
        Ledger ledger = new Ledger(base, cells, List.of(), 5);

        Audit before = audit(ledger, Set.of());
        assertThat(before.intervals()).contains(new Interval("K", Witness.OUTSIDER, 3, 3));
        assertThat(before.findings()).contains(new Finding(DisclosureProblem.GIVEN_AWAY, "K"));
        assertThat(audit(ledger, Set.of("N")).findings()).noneMatch(finding -> finding.cell().equals("K"));
        Protection protection = new CellSuppression().protect(ledger, EFFORT, (done, of) -> { });
        assertThat(Verifier.verify(ledger, protection)).isEmpty();
    }

    private static Audit audit(Ledger ledger, Set<String> secondary) {
        Set<String> hidden = new HashSet<>(secondary);
        ledger.cells().stream().filter(cell -> cell.standing() == Standing.PRIMARY).forEach(cell -> hidden.add(cell.id()));
        return Auditor.audit(ledger, hidden, EFFORT, (done, of) -> { });
    }

    private static long primary(Ledger ledger) {
        return ledger.cells().stream().filter(cell -> cell.standing() == Standing.PRIMARY).count();
    }
}
