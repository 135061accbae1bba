package de.kimhub.linkage.review;

/**
 * What became of an opinion.
 *
 * @param decided whether the pair is decided; otherwise somebody else has to say something as well
 * @param same    what it is decided to be
 * @param moved   how many files belong to another person now
 */
public record DecisionOutcome(boolean decided, boolean same, int moved) {
}
