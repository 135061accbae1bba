package de.kimhub.linkage;

/**
 * A file of one source, known to the hub.
 *
 * @param open whether its source still works on it
 */
public record SourceCase(long id, int instanceNo, byte[] caseDigest, long personId, boolean open) {

    /** The same file after it became another person's. */
    public SourceCase ofPerson(long other) {
        return personId == other ? this : new SourceCase(id, instanceNo, caseDigest, other, open);
    }
}
