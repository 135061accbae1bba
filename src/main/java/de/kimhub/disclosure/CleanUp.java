package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what need not be hidden for other cells' sake, the weightiest first, and new witnesses where it takes some. */
final class CleanUp {

    private final LedgerIndex index;
    private final Proofs proofs;
    private final WitnessSearch search;
    private final BitSet hidden;

    CleanUp(LedgerIndex index, Proofs proofs, WitnessSearch search, BitSet hidden) {
        this.index = index;
        this.proofs = proofs;
        this.search = search;
        this.hidden = hidden;
    }

    void run(double[] weights, Deadline deadline) {
        hidden.stream().filter(this::isForOthers).boxed().sorted(Comparator.comparingDouble(cell -> -weights[cell]))
                .takeWhile(cell -> !deadline.isOver()).forEach(cell -> without(cell, deadline).ifPresent(found -> {
                    found.forEach(proofs::put);
                    hidden.clear(cell);
                }));
    }

    /** Whether a cell is hidden for another's sake only, and by this release. */
    boolean isForOthers(int cell) {
        return index.standing(cell) == Standing.OPEN && !index.isSmall(cell);
    }

    /** @return the witnesses that take the place of others when the cell is shown, empty when it has to stay hidden */
    Optional<Map<Need, Move>> without(int cell, Deadline deadline) {
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
                return Optional.empty();
            }
            found.put(need, move.get());
        }
        return Optional.of(found);
    }
}
