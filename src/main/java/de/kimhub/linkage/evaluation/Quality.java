package de.kimhub.linkage.evaluation;

/**
 * Pairs that were taken for one person, against the truth.
 *
 * @param truePositives  one person, and taken for one
 * @param falsePositives two, and taken for one
 * @param falseNegatives one, and not taken for one
 */
public record Quality(long truePositives, long falsePositives, long falseNegatives) {

    public Proportion precision() {
        return new Proportion(truePositives, truePositives + falsePositives);
    }

    public Proportion recall() {
        return new Proportion(truePositives, truePositives + falseNegatives);
    }

    /** Harmonic mean of both. */
    public double f1() {
        long wrong = falsePositives + falseNegatives;
        return truePositives + wrong == 0 ? 1 : 2.0 * truePositives / (2.0 * truePositives + wrong);
    }
}
