package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what need not be hidden for other cells' sake, the weightiest first: with new witnesses where it takes some, and in
 * exchange for cells of less weight where it cannot be had for nothing.
 */
final class CleanUp {

    private static final int MOST_EXCHANGED = 20;

    /** What a pattern without a cell would be. */
    record Without(BitSet hidden, Map<Need, Move> moves) {
    }

    private final LedgerIndex index;
    private final Proofs proofs;
    private final WitnessSearch search;
    private final BitSet hidden;
    private final double[] weights;

    CleanUp(LedgerIndex index, Proofs proofs, WitnessSearch search, BitSet hidden, double[] weights) {
        this.index = index;
        this.proofs = proofs;
        this.search = search;
        this.hidden = hidden;
        this.weights = weights;
    }

    void run(Deadline deadline) {
        for (WitnessSearch.Way way : List.of(WitnessSearch.Way.TRYING, WitnessSearch.Way.EXCHANGING, WitnessSearch.Way.TRYING)) {
            List<Integer> order = hidden.stream().filter(this::isForOthers).boxed()
                    .sorted(Comparator.comparingDouble(cell -> -weights[cell]))
                    .limit(way == WitnessSearch.Way.EXCHANGING ? MOST_EXCHANGED : Long.MAX_VALUE).toList();
            for (int cell : order) {
                if (!deadline.isOver()) {
                    without(cell, way, deadline).ifPresent(this::take);
                }
            }
        }
    }

    private void take(Without pattern) {
        pattern.moves.forEach(proofs::put);
        hidden.clear();
        hidden.or(pattern.hidden);
    }

    /** Whether a cell is hidden for another's sake only, and by this release. */
    boolean isForOthers(int cell) {
        return index.standing(cell) == Standing.OPEN && !index.isSmall(cell);
    }

    /** @return empty when the cell has to stay hidden, or what would be hidden in its place weighs as much */
    Optional<Without> without(int cell, WitnessSearch.Way way, Deadline deadline) {
        Without pattern = new Without((BitSet) hidden.clone(), new HashMap<>());
        pattern.hidden.clear(cell);
        List<Move> usable = new ArrayList<>(proofs.moves().stream().filter(move -> move.leavesShown(pattern.hidden)).toList());
        double price = 0;
        for (Need need : proofs.restingOn(cell)) {
            Optional<Move> move = usable.stream().filter(known -> known.serves(need)).findFirst();
            if (move.isEmpty()) {
                move = search.find(need, List.of(), pattern.hidden, way, deadline);
                move.ifPresent(usable::add);
            }
            price += move.map(found -> found.cost(index, pattern.hidden, weights)).orElse(Double.POSITIVE_INFINITY);
            if (price >= weights[cell]) {
                return Optional.empty();
            }
            pattern.hidden.or(move.get().changed());
            pattern.moves.put(need, move.get());
        }
        return Optional.of(pattern);
    }
}
