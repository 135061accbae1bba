package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows again what need not be hidden for other cells' sake, the weightiest first, and finds new witnesses where it takes some. */
final class CleanUp {

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
        hidden.stream().filter(cell -> index.standing(cell) == Standing.OPEN && !index.isSmall(cell)).boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> -weights[cell]))
                .takeWhile(cell -> !deadline.isOver()).forEach(cell -> without(cell, deadline));
    }

    /** @return whether the cell could be shown, and is */
    boolean without(int cell, Deadline deadline) {
        BitSet fewer = (BitSet) hidden.clone();
        fewer.clear(cell);
        Map<Need, Move> found = new HashMap<>();
        List<Move> usable = new ArrayList<>(proofs.moves().stream().filter(move -> move.leavesShown(fewer)).toList());
        for (Need need : proofs.restingOn(cell)) {
            Optional<Move> move = usable.stream().filter(known -> known.serves(need)).findFirst();
            if (move.isEmpty()) {
                move = search.find(need, List.of(), fewer, WitnessSearch.Way.TRYING, deadline);
                move.ifPresent(usable::add);
            }
            if (move.isEmpty()) {
                return false;
            }
            found.put(need, move.get());
        }
        found.forEach(proofs::put);
        hidden.clear(cell);
        return true;
    }
}
