package de.kimhub.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The needs of a ledger and the moves that meet them. A move stays good when more is hidden, and may serve many needs. */
final class Proofs {

    private final LedgerIndex index;
    private final Move truth;
    private final Map<Need, Move> met = new LinkedHashMap<>();

    Proofs(LedgerIndex index, List<Need> needs) {
        this.index = index;
        this.truth = Move.none(index);
        needs.forEach(need -> met.put(need, null));
        offer(truth);
    }

    /** Takes the move for every need that it serves and that has none yet. It changes hidden cells only. */
    void offer(Move move) {
        met.replaceAll((need, old) -> old == null && move.serves(need) ? move : old);
    }

    void put(Need need, Move move) {
        met.put(need, move);
    }

    /** In place of all that one attacker needs at a cell. */
    void settle(List<Need> needs, List<Move> moves) {
        Need any = needs.getFirst();
        met.keySet().removeIf(need -> need.cell() == any.cell() && need.attacker() == any.attacker());
        for (int one = 0; one < needs.size(); one++) {
            met.put(needs.get(one), moves.get(one));
        }
    }

    /** A move at hand that meets the need. */
    Optional<Move> serving(Need need) {
        return truth.serves(need) ? Optional.of(truth) : moves().stream().filter(move -> move.serves(need)).findFirst();
    }

    List<Need> open() {
        return met.keySet().stream().filter(need -> met.get(need) == null).toList();
    }

    List<Need> open(int cell) {
        return open().stream().filter(need -> need.cell() == cell).toList();
    }

    boolean isOpen(Need need) {
        return met.containsKey(need) && met.get(need) == null;
    }

    /** The needs whose witness changes a cell. */
    List<Need> restingOn(int cell) {
        return met.keySet().stream().filter(need -> met.get(need) != null && met.get(need).changed().get(cell)).toList();
    }

    List<Move> moves() {
        return met.values().stream().filter(move -> move != null).distinct().toList();
    }

    List<Integer> cells() {
        return met.keySet().stream().map(Need::cell).distinct().toList();
    }

    List<Integer> unproven() {
        return open().stream().map(Need::cell).distinct().toList();
    }

    /** Witnesses that are one move share one array. */
    Certificate certificate() {
        Map<Move, long[]> bases = new LinkedHashMap<>();
        List<Witness> witnesses = new ArrayList<>();
        met.forEach((need, move) -> {
            if (move != null) {
                witnesses.add(new Witness(index.cell(need.cell()).id(), index.attacker(need.attacker()), need.side(),
                        bases.computeIfAbsent(move, index::expand)));
            }
        });
        return new Certificate(List.copyOf(witnesses));
    }
}
