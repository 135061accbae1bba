package de.kimhub.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programs of an attacker: what can be said of a cell, given that the shown numbers are sums of unknown
 * numbers from zero on. Numbers that follow from others are left out.
 */
final class ShownNumbers {

    private static final double NOTHING = 1e-9;
    private static final double ROUNDING = 1e-6;

    private final LedgerIndex index;
    private final BitSet hidden;
    private final BitSet fixed = new BitSet();
    private final List<Integer> independent;

    ShownNumbers(LedgerIndex index, BitSet hidden) {
        this.index = index;
        this.hidden = hidden;
        for (int cell = 0; cell < index.published(); cell++) {
            if (!hidden.get(cell) && index.value(cell) == 0) {
                for (int group : index.groupsOf(cell)) {
                    fixed.set(group);
                }
            }
        }
        this.independent = independent(hidden);
    }

    private List<Integer> independent(BitSet hidden) {
        List<double[]> rows = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        IntStream.range(0, index.published()).filter(cell -> !hidden.get(cell)).boxed()
                .sorted(Comparator.comparingInt(cell -> index.groupsOf(cell).length)).forEach(cell -> {
                    double[] row = new double[index.groups()];
                    for (int group : index.groupsOf(cell)) {
                        row[group] = fixed.get(group) ? 0 : 1;
                    }
                    for (int one = 0; one < rows.size(); one++) {
                        subtract(row, rows.get(one), row[pivots.get(one)]);
                    }
                    int pivot = pivot(row);
                    if (pivot >= 0) {
                        double scale = row[pivot];
                        for (int group = 0; group < row.length; group++) {
                            row[group] /= scale;
                        }
                        rows.add(row);
                        pivots.add(pivot);
                        kept.add(cell);
                    }
                });
        return kept;
    }

    private static void subtract(double[] row, double[] other, double times) {
        if (times != 0) {
            for (int group = 0; group < row.length; group++) {
                row[group] -= times * other[group];
            }
        }
    }

    private static int pivot(double[] row) {
        int pivot = -1;
        for (int group = 0; group < row.length; group++) {
            if (Math.abs(row[group]) > NOTHING && (pivot < 0 || Math.abs(row[group]) > Math.abs(row[pivot]))) {
                pivot = group;
            }
        }
        return pivot;
    }

    /** @param extremes takes the moves that lead to either bound, where they are of whole numbers */
    Interval interval(int cell, int attacker, Consumer<Move> extremes) {
        return new Interval(index.cell(cell).id(), index.attacker(attacker), bound(cell, attacker, false, extremes),
                bound(cell, attacker, true, extremes));
    }

    private double bound(int cell, int attacker, boolean largest, Consumer<Move> extremes) {
        BitSet known = index.known(attacker);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] moved = new Variable[index.groups()];
        for (int group = 0; group < moved.length; group++) {
            if (!fixed.get(group) && !known.get(group)) {
                moved[group] = model.newVariable("y" + group).lower(-index.base(group));
            }
        }
        for (int shown : independent) {
            Expression sum = model.newExpression("c" + shown);
            for (int group : index.groupsOf(shown)) {
                if (moved[group] != null) {
                    sum.set(moved[group], 1);
                }
            }
            sum.level(0);
        }
        boolean moves = false;
        for (int group : index.groupsOf(cell)) {
            if (moved[group] != null) {
                moved[group].weight(1);
                moves = true;
            }
        }
        if (!moves) {
            return index.value(cell);
        }
        Optimisation.Result result = largest ? model.maximise() : model.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return largest ? Double.POSITIVE_INFINITY : 0;
        }
        extreme(model, moved, result).ifPresent(extremes);
        return index.value(cell) + result.getValue();
    }

    private Optional<Move> extreme(ExpressionsBasedModel model, Variable[] moved, Optimisation.Result result) {
        int[] delta = new int[moved.length];
        for (int group = 0; group < delta.length; group++) {
            double value = moved[group] == null ? 0 : result.doubleValue(model.indexOf(moved[group]));
            delta[group] = (int) Math.rint(value);
            if (Math.abs(value - delta[group]) > ROUNDING) {
                return Optional.empty();
            }
        }
        Move move = new Move(index, delta);
        return move.leavesShown(hidden) && move.cost(index, hidden, new double[index.cells()]) == 0 ? Optional.of(move)
                : Optional.empty();
    }
}
