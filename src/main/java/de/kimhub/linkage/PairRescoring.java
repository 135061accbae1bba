package de.kimhub.linkage;

import de.kimhub.linkage.PersonRegister.Linked;
import java.util.Collection;
import java.util.List;

/**
 * Compares pairs that wait for a person anew, when the hub has come to know more people: among the first some dozen every
 * name seems rare. In the caller's transaction.
 */
public interface PairRescoring {

    /** A waiting pair with a score from before, in which no reviewer has had a hand so far. */
    record Outdated(long review, long left, long right) {
    }

    /** @param after number of a review: only later ones */
    List<Outdated> outdated(long after, int atMost);

    /**
     * What is hardly one person's waits no longer, without anything being decided; what is surely one person's is joined
     * as any sure pair is. A pair that a reviewer has taken, or voted on, or asks a source about, stays as it is.
     */
    Linked rescore(Collection<Outdated> pairs, Candidates candidates);
}
