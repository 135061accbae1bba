package de.kimhub.linkage.names;

/**
 * @param similarity   of the parts that both have, weighted by their length, 0 to 1
 * @param matched      parts of the shorter name that found a counterpart
 * @param surplus      parts that only one of them has: omitted, not contradicted
 * @param contradicted parts of the shorter name without counterpart
 * @param initialOnly  whether the agreement rests on an initial
 */
public record NameMatch(double similarity, int matched, int surplus, int contradicted, boolean initialOnly) {
}
