package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Tries to break published tables, whoever hid their cells: how far each hidden cell can be narrowed down, and by whom. */
public final class Auditor {

    private static final double ROUNDING = 1e-6;

    private final LedgerIndex index;
    private final BitSet hidden = new BitSet();
    private final double[] weights;
    private final WitnessSearch search;
    private final ShownNumbers shown;
    private final Effort effort;
    private final Deadline deadline;
    private final List<Interval> intervals = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    private Auditor(Ledger ledger, Set<String> hiddenCells, Effort effort) {
        this.index = new LedgerIndex(ledger);
        this.effort = effort;
        this.deadline = Deadline.in(effort.perRelease());
        for (int cell = 0; cell < index.cells(); cell++) {
            hidden.set(cell, cell >= index.published() || hiddenCells.contains(index.cell(cell).id()));
        }
        Random random = new Random(effort.seed());
        this.weights = CellSuppression.weights(index, random);
        this.search = new WitnessSearch(index, weights, random, effort.perCell());
        this.shown = new ShownNumbers(index, hidden);
    }

    /** @param hidden ids of the cells that readers do not see */
    public static Audit audit(Ledger ledger, Set<String> hidden, Effort effort, DisclosureMethod.Progress progress) {
        return new Auditor(ledger, hidden, effort).run(progress);
    }

    private Audit run(DisclosureMethod.Progress progress) {
        for (int cell = 0; cell < index.published(); cell++) {
            standing(cell);
        }
        Proofs proofs = new Proofs(index, Need.of(index).stream().filter(need -> hidden.get(need.cell())).toList());
        int done = 0;
        for (int cell = hidden.nextSetBit(0); cell >= 0; cell = hidden.nextSetBit(cell + 1)) {
            attack(cell, proofs);
            progress.protectedCells(++done, hidden.cardinality());
        }
        return new Audit(List.copyOf(intervals), List.copyOf(findings), superfluous(proofs), proofs.certificate());
    }

    private void standing(int cell) {
        Standing standing = index.standing(cell);
        DisclosureProblem problem = switch (standing) {
            case SHOWN -> hidden.get(cell) ? DisclosureProblem.SHOWN_BEFORE : null;
            case HIDDEN -> hidden.get(cell) ? null : DisclosureProblem.HIDDEN_BEFORE;
            case PRIMARY -> hidden.get(cell) ? null : DisclosureProblem.SMALL_SHOWN;
            case OPEN -> !hidden.get(cell) && index.isSmall(cell) ? DisclosureProblem.SMALL_SHOWN : null;
        };
        if (problem != null) {
            findings.add(new Finding(problem, index.cell(cell).id()));
        }
    }

    private void attack(int cell, Proofs proofs) {
        for (int attacker = 0; attacker < index.attackers(); attacker++) {
            if (!Need.isKnown(index, cell, attacker)) {
                Interval interval = shown.interval(cell, attacker, proofs::offer);
                if (cell < index.published()) {
                    intervals.add(interval);
                }
                int reader = attacker;
                List<Need> needs = proofs.open(cell).stream().filter(need -> need.attacker() == reader).toList();
                if (!needs.isEmpty()) {
                    prove(index.value(cell) < index.threshold() ? needs : within(interval, cell, attacker), interval, proofs);
                }
            }
        }
    }

    private void prove(List<Need> needs, Interval interval, Proofs proofs) {
        List<Move> moves = new ArrayList<>();
        for (Need need : needs) {
            Optional<Move> move = proofs.serving(need);
            if (move.isEmpty() && !isWithin(need, interval)) {
                find(DisclosureProblem.GIVEN_AWAY, need, interval);
                return;
            }
            if (move.isEmpty() && !deadline.isOver()) {
                move = search.find(need, List.of(), hidden, WitnessSearch.Way.PROVING, deadline.within(effort.perCell()));
            }
            move.ifPresent(found -> {
                moves.add(found);
                proofs.offer(found);
            });
        }
        if (moves.size() < needs.size()) {
            find(DisclosureProblem.NO_WITNESS, needs.getFirst(), interval);
        } else if (index.value(needs.getFirst().cell()) >= index.threshold()) {
            proofs.settle(needs, moves);
        }
    }

    private void find(DisclosureProblem problem, Need need, Interval interval) {
        index.givingAway(need.cell()).forEach(id -> findings.add(new Finding(problem, id, interval.attacker())));
    }

    /** A large cell's interval is cut where it can be wide enough. */
    private List<Need> within(Interval interval, int cell, int attacker) {
        long width = Need.width(index, cell);
        long most = (long) Math.floor(Math.min(interval.high() - index.value(cell), width) + ROUNDING);
        long least = (long) Math.floor(Math.min(index.value(cell) - interval.low(), width) + ROUNDING);
        long upper = Math.max(width - least, Math.min(most, width - width / 2));
        return Need.pair(cell, attacker, upper, width - upper);
    }

    /** No search is needed for what not even fractions allow. */
    private boolean isWithin(Need need, Interval interval) {
        double value = index.value(need.cell());
        return need.side() == Side.UPPER ? interval.high() >= value + need.by() - ROUNDING
                : interval.low() <= value - need.by() + ROUNDING;
    }

    private Set<String> superfluous(Proofs proofs) {
        Set<String> superfluous = new TreeSet<>();
        if (findings.isEmpty()) {
            CleanUp cleanUp = new CleanUp(index, proofs, search, hidden, weights);
            hidden.stream().filter(cleanUp::isForOthers)
                    .filter(cell -> cleanUp.without(cell, WitnessSearch.Way.TRYING, deadline).isPresent())
                    .forEach(cell -> superfluous.add(index.cell(cell).id()));
        }
        return superfluous;
    }
}
