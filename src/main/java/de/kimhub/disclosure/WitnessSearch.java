package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Looks for a witness in neighbourhoods of a cell, small ones first, two at a time. */
final class WitnessSearch {

    /** Whether more may be hidden, and how far is looked. */
    enum Way {
        /** The cheapest of some neighbourhoods; larger ones only when these have none. */
        HIDING(new int[] {100, 160, 240}, new int[] {500, Integer.MAX_VALUE}),
        /** Nothing more may be hidden; everything is tried. */
        PROVING(new int[] {120, 240, 400}, new int[] {Integer.MAX_VALUE}),
        /** Nothing more may be hidden, and it is not worth much time. */
        TRYING(new int[] {160, 240}, new int[0]),
        /** More may be hidden, and it is not worth much time. */
        EXCHANGING(new int[] {160, 240}, new int[0]);

        private final int[] sizes;
        private final int[] lastSizes;

        Way(int[] sizes, int[] lastSizes) {
            this.sizes = sizes;
            this.lastSizes = lastSizes;
        }

        private boolean hides() {
            return this == HIDING || this == EXCHANGING;
        }
    }

    /** Of the time for a cell, how much one small program may take, and after how much any answer does. */
    private static final int MOST_PART = 4;
    private static final int ENOUGH_PART = 20;

    private record Found(Move move, double cost, long serves) {
    }

    private final LedgerIndex index;
    private final double[] weights;
    private final Random random;
    private final long perCell;
    private final Neighbourhood neighbourhood;

    WitnessSearch(LedgerIndex index, double[] weights, Random random, Duration perCell) {
        this.perCell = perCell.toMillis();
        this.index = index;
        this.weights = weights;
        this.random = random;
        this.neighbourhood = new Neighbourhood(index, random);
    }

    /** @param alike needs of other attackers at the same cell and side, which the same witness may serve */
    Optional<Move> find(Need need, List<Need> alike, BitSet hidden, Way way, Deadline deadline) {
        Found best = null;
        for (int size : way.sizes) {
            best = better(best, round(need, alike, hidden, way, size, deadline));
            if (best != null && (best.cost == 0 || !way.hides()) || deadline.isOver()) {
                break;
            }
        }
        for (int size : way.lastSizes) {
            if (best == null && !deadline.isOver()) {
                best = round(need, alike, hidden, way, size, deadline);
            }
        }
        return Optional.ofNullable(best).map(Found::move);
    }

    private Found round(Need need, List<Need> alike, BitSet hidden, Way way, int size, Deadline deadline) {
        BitSet free = movable(need, hidden, way);
        int tries = size == Integer.MAX_VALUE ? 1 : 2;
        List<BitSet> places = new ArrayList<>();
        for (int one = 0; one < tries; one++) {
            BitSet usable = size == Integer.MAX_VALUE ? free : forMore(free, need, alike);
            places.add(neighbourhood.around(need.cell(), usable, hidden, size, one == 0));
        }
        double[] prices = way.hides() ? weights : null;
        return IntStream.range(0, tries).parallel().mapToObj(one -> new WitnessProgram(index, need, places.get(one), hidden, prices)
                        .solve(perCell / ENOUGH_PART, Math.clamp(deadline.millisLeft(), 1,
                                size == Integer.MAX_VALUE ? Long.MAX_VALUE : Math.max(1, perCell / MOST_PART))))
                .map(move -> move.map(found -> found(found, alike, hidden)).orElse(null))
                .reduce(null, WitnessSearch::better);
    }

    private Found found(Move move, List<Need> alike, BitSet hidden) {
        return new Found(move, move.cost(index, hidden, weights), alike.stream().filter(move::serves).count());
    }

    private static Found better(Found one, Found other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Comparator.comparingDouble(Found::cost).thenComparing(Found::serves, Comparator.reverseOrder())
                .compare(one, other) <= 0 ? one : other;
    }

    /** Not what the attacker knows, and nothing in a cell that shows zero and has to go on doing so. */
    private BitSet movable(Need need, BitSet hidden, Way way) {
        BitSet movable = new BitSet();
        movable.set(0, index.groups());
        movable.andNot(index.known(need.attacker()));
        for (int cell = 0; cell < index.cells(); cell++) {
            if (index.value(cell) == 0 && !hidden.get(cell) && (!way.hides() || index.standing(cell) == Standing.SHOWN)) {
                for (int group : index.groupsOf(cell)) {
                    movable.clear(group);
                }
            }
        }
        return movable;
    }

    /** Leaves alone what some of the other attackers know as well, as long as something of the cell can move. */
    private BitSet forMore(BitSet free, Need need, List<Need> alike) {
        List<Need> others = new ArrayList<>(alike);
        Collections.shuffle(others, random);
        BitSet usable = (BitSet) free.clone();
        for (Need other : others.subList(0, others.isEmpty() ? 0 : random.nextInt(others.size() + 1))) {
            BitSet rest = (BitSet) usable.clone();
            rest.andNot(index.known(other.attacker()));
            if (IntStream.of(index.groupsOf(need.cell())).anyMatch(rest::get)) {
                usable = rest;
            }
        }
        return usable;
    }
}
