package de.kimhub.linkage.evaluation;

/**
 * The persons that come of it by themselves, before anybody decides.
 *
 * @param count     of persons
 * @param quality   of the pairs of rows that are in one person
 * @param open      pairs of rows of different persons that wait for somebody to decide; not of persons any of whose rows
 *                  contradict each other
 * @param questions how often people are asked when each answer holds for both persons, see {@link Questions}
 * @param oversized neighbourhoods too large to be made persons of here: their rows stay on their own
 */
public record Persons(long count, Quality quality, long open, long questions, int oversized) {
}
