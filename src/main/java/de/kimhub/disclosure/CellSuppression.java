package de.kimhub.disclosure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides further cells until each hidden small cell has its witnesses: for outsiders and for every insider a base that fits
 * all that is shown and in which the cell is large, and one in which it is at most one.
 *
 * <p>A new cell that is small is hidden even when the ledger calls it open. What an earlier release shows stays shown: a
 * cell that cannot be proven because of it is {@link Protection#unproven()}. Two releases that show nearly the same number
 * give their difference away, so a small difference between an earlier and a new number is protected like a small cell;
 * where it cannot be, the new number's id is in {@code unproven}. A cell of an earlier release that its own primary rule
 * hid although it is not small is to be given as {@code PRIMARY} again: {@code HIDDEN} would take it for one that was
 * hidden for another's sake.
 *
 * <p>The same ledger, effort and seed give the same pattern unless a time limit cuts the search short.
 */
public final class CellSuppression implements DisclosureMethod {

    private static final double RANDOM_PART = 0.1;

    @Override
    public Protection protect(Ledger ledger, Effort effort, Progress progress) {
        return new Run(ledger, effort, progress).protection();
    }

    static double[] weights(LedgerIndex index, Random random) {
        double[] weights = new double[index.cells()];
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = (1 + Math.log(1 + index.value(cell))) * Math.sqrt(index.cell(cell).groups().cardinality())
                    * (1 + RANDOM_PART * random.nextDouble());
        }
        return weights;
    }

    private static final class Run {

        private final LedgerIndex index;
        private final Effort effort;
        private final Progress progress;
        private final Deadline deadline;
        private final double[] weights;
        private final BitSet hidden;
        private final Proofs proofs;
        private final WitnessSearch search;
        private final CaseShift shift;

        Run(Ledger ledger, Effort effort, Progress progress) {
            this.index = new LedgerIndex(ledger);
            this.effort = effort;
            this.progress = progress;
            this.deadline = Deadline.in(effort.perRelease());
            Random random = new Random(effort.seed());
            this.weights = weights(index, random);
            this.hidden = index.hiddenAtFirst();
            this.proofs = new Proofs(index, Need.of(index));
            this.search = new WitnessSearch(index, weights, random, effort.perCell());
            this.shift = new CaseShift(index, weights);
        }

        Protection protection() {
            List<Integer> cells = proofs.cells();
            int done = 0;
            for (int cell : cells) {
                protect(cell);
                progress.protectedCells(++done, cells.size());
            }
            new CleanUp(index, proofs, search, hidden, weights).run(deadline);
            Set<String> ids = new HashSet<>();
            hidden.stream().filter(cell -> cell < index.published()).forEach(cell -> ids.add(index.cell(cell).id()));
            Set<String> unproven = new TreeSet<>();
            proofs.unproven().forEach(cell -> unproven.addAll(index.givingAway(cell)));
            return new Protection(Set.copyOf(ids), proofs.certificate(), List.copyOf(unproven));
        }

        private void protect(int cell) {
            for (Need need : proofs.open(cell)) {
                if (proofs.isOpen(need) && meet(need).isEmpty() && index.value(cell) >= index.threshold()) {
                    meetUnevenly(need);
                }
            }
        }

        private Optional<Move> meet(Need need) {
            List<Need> alike = proofs.open(need.cell()).stream()
                    .filter(other -> other.side() == need.side() && other != need).toList();
            Optional<Move> move = proofs.serving(need);
            if (move.isEmpty() && !deadline.isOver()) {
                move = search.find(need, alike, hidden, WitnessSearch.Way.HIDING, deadline.within(effort.perCell()));
            }
            if (move.isEmpty()) {
                move = shift.find(need, hidden);
            }
            move.ifPresent(found -> {
                hidden.or(found.changed());
                proofs.offer(found);
            });
            return move;
        }

        private void meetUnevenly(Need need) {
            for (List<Need> pair : Need.unevenly(index, need.cell(), need.attacker())) {
                List<Move> moves = pair.stream().flatMap(side -> meet(side).stream()).toList();
                if (moves.size() == pair.size()) {
                    proofs.settle(pair, moves);
                    return;
                }
            }
        }
    }
}
