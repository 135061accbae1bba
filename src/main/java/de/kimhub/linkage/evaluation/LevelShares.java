package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Level;

/**
 * How often a level was seen where both sides have the trait: what m and u would be if these people were all.
 *
 * @param model     log2 of m over u in the model, which value frequencies change
 * @param same      among pairs of one person that were compared
 * @param different among pairs of rows of two persons, taken at random
 * @param compared  among pairs of two persons that share a key
 */
public record LevelShares(Level level, double model, Proportion same, Proportion different, Proportion compared) {

    /** log2 of the shares among pairs of one person and random pairs of two; half a pair stands for none. */
    public double observed() {
        return log2((same.hits() + .5) / (same.of() + 1)) - log2((different.hits() + .5) / (different.of() + 1));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
