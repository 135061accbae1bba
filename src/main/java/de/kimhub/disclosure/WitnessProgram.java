package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.BitSet;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * The integer program of one witness, over some of the groups: the move that meets the need and changes the least
 * weight of cells that are not hidden yet. The solver relaxes it first, and is done when that is integral.
 */
final class WitnessProgram {

    private static final IntegerStrategy ONE_THREAD = IntegerStrategy.newConfigurable().withParallelism(() -> 1);

    private final LedgerIndex index;
    private final Need need;
    private final BitSet hidden;
    /** {@code null}: no further cell may change. */
    private final double[] weights;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable[] moved;
    private final BitSet touched = new BitSet();

    WitnessProgram(LedgerIndex index, Need need, BitSet groups, BitSet hidden, double[] weights) {
        this.index = index;
        this.need = need;
        this.hidden = hidden;
        this.weights = weights;
        this.moved = new Variable[index.groups()];
        groups.stream().forEach(group -> {
            moved[group] = model.newVariable("y" + group).integer(true)
                    .lower(-Math.min(index.base(group), need.by())).upper(need.by());
            for (int cell : index.cellsOf(group)) {
                touched.set(cell);
            }
        });
        touched.stream().filter(cell -> cell == need.cell() || !hidden.get(cell)).forEach(this::row);
    }

    private void row(int cell) {
        Expression sum = model.newExpression("c" + cell);
        for (int group : index.groupsOf(cell)) {
            if (moved[group] != null) {
                sum.set(moved[group], 1);
            }
        }
        if (cell == need.cell()) {
            if (need.side() == Side.UPPER) {
                sum.lower(need.by());
            } else {
                sum.upper(-need.by());
            }
            return;
        }
        sum.level(0);
        if (weights != null && index.standing(cell) == Standing.OPEN) {
            sum.set(model.newVariable("p" + cell).lower(0).weight(weights[cell]), -1);
            sum.set(model.newVariable("m" + cell).lower(0).weight(weights[cell]), 1);
        }
    }

    /**
     * What the solver says is believed only when it adds up in whole numbers.
     *
     * @param enough after so many milliseconds any answer does, after {@code most} none is waited for
     */
    Optional<Move> solve(long enough, long most) {
        if (!touched.get(need.cell())) {
            return Optional.empty();
        }
        model.options.integer(ONE_THREAD);
        model.options.time_abort = most;
        model.options.time_suffice = Math.min(most, enough);
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        int[] delta = new int[index.groups()];
        for (int group = 0; group < delta.length; group++) {
            if (moved[group] != null) {
                delta[group] = (int) Math.rint(result.doubleValue(model.indexOf(moved[group])));
            }
        }
        Move move = new Move(index, delta);
        double[] price = weights == null ? new double[index.cells()] : weights;
        boolean holds = move.serves(need) && (weights == null ? move.leavesShown(hidden) : true)
                && move.cost(index, hidden, price) < Double.POSITIVE_INFINITY;
        return holds ? Optional.of(move) : Optional.empty();
    }
}
