package de.kimhub.linkage.names;

/**
 * How two names agree.
 *
 * @param similarity   of the parts that both have, weighted by their length (0..1)
 * @param matched      parts of the shorter name that found a counterpart of at least {@link NameSimilarity#CLOSE}
 * @param surplus      parts that only one of them has (omitted, not contradicted)
 * @param contradicted parts of the shorter name without counterpart
 * @param initialOnly  whether the agreement rests on initials alone
 */
public record NameMatch(double similarity, int matched, int surplus, int contradicted, boolean initialOnly) {

    static NameMatch nothingToCompare(int surplus) {
        return new NameMatch(0, 0, surplus, 0, false);
    }
}
