package de.kimhub.linkage.evaluation;

/**
 * What would be if all pairs of at least this score were one person.
 *
 * @param posterior lowest probability of being one person, 0 to 1
 */
public record Threshold(double posterior, double bits, Quality quality) {

    static double bits(double posterior) {
        return Math.log(posterior / (1 - posterior)) / Math.log(2);
    }

    static double posterior(double bits) {
        return 1 / (1 + Math.exp(-bits * Math.log(2)));
    }
}
