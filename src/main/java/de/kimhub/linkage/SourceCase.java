package de.kimhub.linkage;

/**
 * A file of one source, known to the hub.
 *
 * @param open whether its source still works on it
 */
public record SourceCase(long id, int instanceNo, byte[] caseDigest, long personId, boolean open) {

    /** The same file after one person's files became another's. */
    public SourceCase ofPerson(long kept, long dissolved) {
        return personId != dissolved ? this : new SourceCase(id, instanceNo, caseDigest, kept, open);
    }
}
