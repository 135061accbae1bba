package de.kimhub.linkage.evaluation;

import java.util.Map;

/**
 * How well the blocking keys find who is to be compared.
 *
 * @param completeness share of the pairs of one person that share a key
 * @param pairs        that were compared
 * @param keys         of all rows together
 * @param crowded      keys that too many rows share, so that a finer one took their place; by kind of key
 * @param lost         those among them for which there was no finer one: they find nobody
 */
public record Blocking(Proportion completeness, long pairs, long keys, Map<String, Integer> crowded, int lost) {
}
