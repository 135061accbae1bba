package de.kimhub.linkage;

/**
 * A file of one source, known to the hub.
 *
 * @param open whether its source still works on it
 */
public record SourceCase(long id, int instanceNo, byte[] caseDigest, long personId, boolean open) {
}
