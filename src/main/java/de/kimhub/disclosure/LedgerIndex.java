package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger in arrays. Groups that no cell and no insider tells apart are one group here, small differences are cells
 * like others, and attacker 0 is the outsider.
 */
final class LedgerIndex {

    private record Membership(List<Integer> cells, List<Integer> insiders) {
    }

    private final Ledger ledger;
    private final List<LedgerCell> cells;
    private final List<Difference> differences;
    private final List<BitSet> originals = new ArrayList<>();
    private final long[] base;
    private final int[][] groupsOf;
    private final int[][] cellsOf;
    private final BitSet[] known;

    LedgerIndex(Ledger ledger) {
        this.ledger = ledger;
        this.differences = List.copyOf(Difference.of(ledger));
        this.cells = new ArrayList<>(ledger.cells());
        differences.forEach(difference -> cells.add(difference.cell()));
        Map<Membership, BitSet> merged = merge();
        base = new long[merged.size()];
        cellsOf = new int[merged.size()][];
        known = new BitSet[ledger.insiders().size() + 1];
        for (int attacker = 0; attacker < known.length; attacker++) {
            known[attacker] = new BitSet();
        }
        List<List<Integer>> byCell = new ArrayList<>();
        cells.forEach(cell -> byCell.add(new ArrayList<>()));
        merged.forEach((membership, groups) -> {
            int group = originals.size();
            originals.add(groups);
            base[group] = groups.stream().mapToLong(original -> ledger.base()[original]).sum();
            cellsOf[group] = membership.cells().stream().mapToInt(Integer::intValue).toArray();
            membership.cells().forEach(cell -> byCell.get(cell).add(group));
            membership.insiders().forEach(insider -> known[insider + 1].set(group));
        });
        groupsOf = byCell.stream().map(groups -> groups.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private Map<Membership, BitSet> merge() {
        List<List<Integer>> cellsOfGroup = new ArrayList<>();
        for (int group = 0; group < ledger.base().length; group++) {
            cellsOfGroup.add(new ArrayList<>());
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            int number = cell;
            cells.get(cell).groups().stream().forEach(group -> cellsOfGroup.get(group).add(number));
        }
        Map<Membership, BitSet> merged = new LinkedHashMap<>();
        for (int group = 0; group < cellsOfGroup.size(); group++) {
            List<Integer> insiders = new ArrayList<>();
            for (int insider = 0; insider < ledger.insiders().size(); insider++) {
                if (ledger.insiders().get(insider).known().get(group)) {
                    insiders.add(insider);
                }
            }
            if (!cellsOfGroup.get(group).isEmpty()) {
                merged.computeIfAbsent(new Membership(cellsOfGroup.get(group), insiders), key -> new BitSet()).set(group);
            }
        }
        return merged;
    }

    int groups() {
        return base.length;
    }

    int cells() {
        return cells.size();
    }

    /** Cells from here on are differences, which nobody publishes. */
    int published() {
        return ledger.cells().size();
    }

    int attackers() {
        return known.length;
    }

    int threshold() {
        return ledger.threshold();
    }

    long base(int group) {
        return base[group];
    }

    int[] groupsOf(int cell) {
        return groupsOf[cell];
    }

    int[] cellsOf(int group) {
        return cellsOf[group];
    }

    BitSet known(int attacker) {
        return known[attacker];
    }

    String attacker(int attacker) {
        return attacker == 0 ? Witness.OUTSIDER : ledger.insiders().get(attacker - 1).name();
    }

    LedgerCell cell(int cell) {
        return cells.get(cell);
    }

    long value(int cell) {
        return cells.get(cell).value();
    }

    Standing standing(int cell) {
        return cells.get(cell).standing();
    }

    boolean isSmall(int cell) {
        return value(cell) > 0 && value(cell) < threshold();
    }

    /** What is hidden before any cell is hidden for another's sake. */
    BitSet hiddenAtFirst() {
        BitSet hidden = new BitSet(cells());
        for (int cell = 0; cell < cells(); cell++) {
            if (switch (standing(cell)) {
                case SHOWN -> false;
                case HIDDEN, PRIMARY -> true;
                case OPEN -> isSmall(cell);
            }) {
                hidden.set(cell);
            }
        }
        return hidden;
    }

    /** The published cells to be withheld when a cell has no proof. */
    List<String> givingAway(int cell) {
        return cell < published() ? List.of(cells.get(cell).id()) : differences.get(cell - published()).open();
    }

    /** The base that a move leads to, in the ledger's own groups. */
    long[] expand(Move move) {
        long[] all = ledger.base().clone();
        for (int group = 0; group < base.length; group++) {
            long rest = move.delta(group);
            for (int original = originals.get(group).nextSetBit(0); original >= 0 && rest != 0;
                    original = originals.get(group).nextSetBit(original + 1)) {
                long step = Math.max(rest, -all[original]);
                all[original] += step;
                rest -= step;
            }
        }
        return all;
    }
}
