package de.kimhub.linkage;

import java.util.List;

/** Decides to which person the case of a source belongs. */
public interface Linkage {

    /**
     * One decision per persona, in their order. In the caller's transaction, with the lock buckets of
     * {@link SourceCases#lock} held.
     */
    List<LinkageDecision> decide(List<Persona> personas, Candidates candidates);

    /** Digest by which personas of the same name and birth date are found, or {@code null} when that is not enough. */
    byte[] blockingKey(Persona persona);
}
