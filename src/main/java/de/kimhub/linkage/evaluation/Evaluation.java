package de.kimhub.linkage.evaluation;

import java.util.List;

/**
 * What linkage makes of people of whom it is known who is who.
 *
 * @param model         version of the parameters
 * @param rows          of the table
 * @param unknown       rows of which nobody knows whose they are
 * @param people        as the truth has them
 * @param truePairs     pairs of rows of one person
 * @param atHalf        all pairs that are more likely one person than not
 * @param sure          the band SURE: what is joined by itself
 * @param sureAndReview what is joined, also by way of further rows, or shown to people
 * @param best          the threshold with the best F1
 * @param levels        that occurred
 * @param falseAlarms   pairs of two persons taken for one, the highest score first
 * @param missed        pairs of one person not taken for one, the lowest score first
 */
public record Evaluation(String model, long rows, long unknown, long people, long truePairs, Blocking blocking,
                         Quality atHalf, Quality sure, Quality sureAndReview, Threshold best,
                         List<Threshold> thresholds, Persons persons, Histogram histogram, List<LevelShares> levels,
                         List<Evidenced> falseAlarms, List<Evidenced> missed) {

    public double reviewPairsPerHundredRows() {
        return rows == 0 ? 0 : 100.0 * persons.open() / rows;
    }

    public double questionsPerHundredRows() {
        return rows == 0 ? 0 : 100.0 * persons.questions() / rows;
    }

    public double pairsPerRow() {
        return rows == 0 ? 0 : 2.0 * blocking.pairs() / rows;
    }
}
