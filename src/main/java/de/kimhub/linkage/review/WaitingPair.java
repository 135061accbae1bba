package de.kimhub.linkage.review;

import java.time.Instant;

/**
 * A pair of files that waits for a person, without anything about the person.
 *
 * @param left        id of the source of one file
 * @param right       of the other
 * @param probability that both are one person, by what is known today
 * @param harm        the greater, the sooner: what a mistake would do
 * @param heldBy      who looks at it now, or {@code null}
 */
public record WaitingPair(long id, String left, String right, double probability, int harm, Instant since,
                          Opinion opinion, String heldBy) {

    WaitingPair withProbability(double today) {
        return new WaitingPair(id, left, right, today, harm, since, opinion, heldBy);
    }

    /** Which one is asked for. */
    public enum Opinion {
        FIRST, SECOND,
        /** The first two differ. */
        THIRD,
        /** They differ, and no third one came in time: all are asked once more. */
        DIFFERING
    }
}
