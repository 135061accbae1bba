package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small number that nobody publishes, and that a new number gives away beside an earlier one: the one sums all that the
 * other sums, and a few cases more. A revision that adds two late cases to a closed period makes such a one, and so does a
 * district that is a municipality and one hamlet. It is protected like a small cell, which hides the new number. Pairs of
 * one release are left to their own cells.
 *
 * @param cell what the two numbers differ in
 * @param open the new cells that would give it away
 */
record Difference(LedgerCell cell, List<String> open) {

    static Collection<Difference> of(Ledger ledger) {
        Set<BitSet> published = new HashSet<>();
        ledger.cells().forEach(cell -> published.add(cell.groups()));
        BitSet nobody = nobody(ledger);
        Map<BitSet, Difference> found = new LinkedHashMap<>();
        for (LedgerCell shown : ledger.cells()) {
            if (shown.standing() != Standing.SHOWN) {
                continue;
            }
            for (LedgerCell open : ledger.cells()) {
                long value = Math.abs(open.value() - shown.value());
                if (open.standing() != Standing.OPEN || value == 0 || value >= ledger.threshold()) {
                    continue;
                }
                BitSet groups = open.value() > shown.value() ? rest(open, shown, nobody) : rest(shown, open, nobody);
                if (groups != null && !published.contains(groups)) {
                    found.computeIfAbsent(groups, key -> new Difference(new LedgerCell(open.id() + " - " + shown.id(), key, value,
                            Standing.PRIMARY), new ArrayList<>())).open().add(open.id());
                }
            }
        }
        return found.values();
    }

    /** Groups that a number which is shown says to be empty. Of other empty groups nobody knows. */
    private static BitSet nobody(Ledger ledger) {
        BitSet nobody = new BitSet();
        ledger.cells().stream().filter(cell -> cell.value() == 0 && (cell.standing() == Standing.SHOWN || cell.standing() == Standing.OPEN))
                .forEach(cell -> nobody.or(cell.groups()));
        return nobody;
    }

    /** What the larger cell sums beyond the smaller one, {@code null} when it does not hold all of it. */
    private static BitSet rest(LedgerCell larger, LedgerCell smaller, BitSet nobody) {
        BitSet outside = (BitSet) smaller.groups().clone();
        outside.andNot(larger.groups());
        outside.andNot(nobody);
        if (!outside.isEmpty()) {
            return null;
        }
        BitSet rest = (BitSet) larger.groups().clone();
        rest.andNot(smaller.groups());
        return rest;
    }
}
