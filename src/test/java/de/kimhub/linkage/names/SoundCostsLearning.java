package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns the costs of sounds from pairs of names that are the same or not: logistic regression over the cheapest alignments.
 * The log odds that two names are the same are the room of their sounds less their distance. Steps are those of AdaGrad over
 * some hundred pairs; the result is the mean over all steps after the first rounds. Labels may be wrong: a pair that says the
 * contrary of what its sounds say pulls little (a word that stands beside another in two languages is often no spelling of
 * it). All parameters are drawn towards the values from which they start; those that no pair uses stay there.
 */
final class SoundCostsLearning {

    private static final int STEP = 100;
    private static final double RATE = 0.5;
    private static final int ROUNDS_BEFORE_MEAN = 2;
    private static final double FALSELY_SAME = 0.03, FALSELY_DIFFERENT = 0.003;
    private static final double NEGLIGIBLE = 1e-4;
    private static final double SMALLEST_SQUARE = 1e-3;

    private final SoundParameters parameters;
    private final double[] start;
    private final double pull;
    private final SoundAlignment alignment;
    private final double[] gradient;
    private final double[] squares;
    private final double[] sum;
    private int summed;
    private final Random random = new Random(7);
    private short[] nearestFirst;
    private short[] nearestSecond;

    /**
     * @param parameters with the values from which they start
     * @param pull       how strongly they are held near these
     */
    SoundCostsLearning(SoundParameters parameters, double pull) {
        this.parameters = parameters;
        this.pull = pull;
        start = parameters.values.clone();
        alignment = new SoundAlignment(parameters);
        gradient = new double[start.length];
        squares = new double[start.length];
        sum = new double[start.length];
    }

    /** Leaves the parameters as learnt. */
    void learn(List<LearningExample> examples, int rounds) {
        List<LearningExample> shuffled = new ArrayList<>(examples);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(shuffled, random);
            for (int from = 0; from < shuffled.size(); from += STEP) {
                List<LearningExample> some = shuffled.subList(from, Math.min(shuffled.size(), from + STEP));
                step(some, (double) some.size() / shuffled.size());
                if (round >= ROUNDS_BEFORE_MEAN) {
                    addToMean();
                }
            }
        }
        if (summed > 0) {
            parameters.set(Arrays.stream(sum).map(value -> value / summed).toArray());
        }
    }

    private void addToMean() {
        summed++;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += parameters.values[i];
        }
    }

    private void step(List<LearningExample> examples, double share) {
        Arrays.fill(gradient, 0);
        examples.forEach(this::addToGradient);
        double[] values = parameters.values;
        for (int i = 0; i < values.length; i++) {
            double slope = gradient[i] - pull * share * (values[i] - start[i]);
            if (slope != 0) {
                squares[i] += slope * slope;
                values[i] += RATE * slope / Math.sqrt(squares[i] + SMALLEST_SQUARE);
            }
        }
        parameters.keepWithinBounds();
    }

    private void addToGradient(LearningExample example) {
        double same = 1 / (1 + Math.exp(-logOdds(example)));
        double wanted = example.weight() * (example.same() ? (1 - same) * same / (same + FALSELY_SAME)
                : -same * (1 - same) / (1 - same + FALSELY_DIFFERENT));
        if (Math.abs(wanted) < NEGLIGIBLE) {
            return;
        }
        alignment.of(nearestFirst, nearestSecond);
        alignment.uses((parameter, weight) -> gradient[parameter] -= wanted * weight);
        for (short code : nearestFirst) {
            gradient[parameters.roomOfFirst(Sounds.sound(code))] += SoundParameters.givesRoom(code) ? wanted : 0;
        }
        for (short code : nearestSecond) {
            gradient[parameters.roomOfSecond(Sounds.sound(code))] += SoundParameters.givesRoom(code) ? wanted : 0;
        }
        gradient[parameters.base()] += wanted;
    }

    /** By the ways of reading that lie nearest; minus infinity where a side cannot be read. */
    private double logOdds(LearningExample example) {
        double most = Double.NEGATIVE_INFINITY;
        for (short[] first : example.first()) {
            for (short[] second : example.second()) {
                if (first.length == 0 || second.length == 0) {
                    continue;
                }
                double odds = parameters.costs.even(first, second) - alignment.of(first, second);
                if (odds > most) {
                    most = odds;
                    nearestFirst = first;
                    nearestSecond = second;
                }
            }
        }
        return most;
    }
}
