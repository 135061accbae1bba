package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.PairScore;

/**
 * A pair, and why it has its score.
 *
 * @param compared whether both share a key at all
 */
public record Evidenced(LabelledPerson left, LabelledPerson right, PairScore score, boolean compared) {
}
