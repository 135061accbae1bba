package de.kimhub.pseudonym;

/**
 * How the pseudonyms of a replaced key were mapped to those of the next.
 *
 * @param mapped how many have a successor
 * @param gone   how many are of people of whom nothing is kept any more
 * @param digest of all pairs in order
 */
public record MappingResult(String domain, int fromEpoch, long mapped, long gone, byte[] digest) {
}
