package de.kimhub.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attacker without any mathematics: writes down every base that fits what is shown and is not much larger anywhere
 * than the true one. For tiny cubes.
 */
final class AllWorlds {

    private final Ledger ledger;
    private final List<LedgerCell> shown;
    /** What is to be kept, and the cells that would give it away. */
    private final Map<LedgerCell, List<String>> secrets = new LinkedHashMap<>();
    private final Map<String, long[]> reach = new HashMap<>();
    private final long[] world;
    private BitSet known;

    AllWorlds(Ledger ledger, Set<String> hidden) {
        this.ledger = ledger;
        this.shown = ledger.cells().stream().filter(cell -> !hidden.contains(cell.id())).toList();
        this.world = new long[ledger.base().length];
        ledger.cells().forEach(cell -> secrets.put(cell, List.of(cell.id())));
        Difference.of(ledger).forEach(difference -> secrets.put(difference.cell(), difference.open()));
    }

    /** The hidden small cells of which somebody can tell that they are below the threshold, or that they are not one or none. */
    List<Finding> givenAway() {
        List<Finding> findings = new ArrayList<>();
        attack(Witness.OUTSIDER, new BitSet(), findings);
        ledger.insiders().forEach(insider -> attack(insider.name(), insider.known(), findings));
        return findings;
    }

    private void attack(String attacker, BitSet knows, List<Finding> findings) {
        known = knows;
        reach.clear();
        write(0);
        for (LedgerCell cell : secrets.keySet()) {
            BitSet unknown = (BitSet) cell.groups().clone();
            unknown.andNot(knows);
            BitSet own = (BitSet) cell.groups().clone();
            own.and(knows);
            long floor = Math.max(1, own.stream().mapToLong(group -> ledger.base()[group]).sum());
            long[] bounds = reach.get(cell.id());
            if (cell.value() > 0 && cell.value() < ledger.threshold() && !unknown.isEmpty()
                    && (bounds[0] > floor || bounds[1] < ledger.threshold())) {
                secrets.get(cell).forEach(id -> findings.add(new Finding(DisclosureProblem.GIVEN_AWAY, id, attacker)));
            }
        }
    }

    private void write(int group) {
        if (group == world.length) {
            for (LedgerCell cell : secrets.keySet()) {
                long sum = sum(cell, group);
                reach.merge(cell.id(), new long[] {sum, sum}, (old, now) -> new long[] {Math.min(old[0], now[0]), Math.max(old[1], now[1])});
            }
            return;
        }
        long from = known.get(group) ? ledger.base()[group] : 0;
        long to = known.get(group) ? from : ledger.base()[group] + ledger.threshold();
        for (long value = from; value <= to; value++) {
            world[group] = value;
            if (shown.stream().anyMatch(cell -> sum(cell, group + 1) > cell.value())) {
                break;
            }
            if (shown.stream().noneMatch(cell -> cell.groups().length() <= group + 1 && sum(cell, group + 1) != cell.value())) {
                write(group + 1);
            }
        }
        world[group] = 0;
    }

    private long sum(LedgerCell cell, int written) {
        long sum = 0;
        for (int group = cell.groups().nextSetBit(0); group >= 0 && group < written; group = cell.groups().nextSetBit(group + 1)) {
            sum += world[group];
        }
        return sum;
    }
}
