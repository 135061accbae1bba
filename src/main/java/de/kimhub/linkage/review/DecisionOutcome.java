package de.kimhub.linkage.review;

/**
 * What became of an opinion.
 *
 * @param decided whether the pair is decided; otherwise somebody else has to say something as well
 * @param same    what it is decided to be
 * @param moved   how many files belong to another person now
 * @param event   number of the link event, or 0 when nothing was linked
 */
public record DecisionOutcome(boolean decided, boolean same, int moved, long event) {
}
