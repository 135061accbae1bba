package de.kimhub.delivery;

/**
 * An item that was queued and is not given.
 *
 * @param reason a code
 * @param task   whether the recipient holds something wrong that its tool cannot mend: then a person must be told
 */
record Withdrawal(WaitingItem item, String reason, boolean task) {

    /** The event was deleted. */
    static final String GONE = "GONE";
    /** The source took it back before it was sent. */
    static final String TAKEN_BACK = "TAKEN_BACK";
    /** The source corrected it before it was sent, and the recipient is not to have the corrected one. */
    static final String CORRECTED = "CORRECTED";
    /** A retraction of something that the recipient never got. */
    static final String NOTHING_TO_TAKE_BACK = "NOTHING_TO_TAKE_BACK";
    /** The tool takes no corrections or retractions. */
    static final String CANNOT_CORRECT = "CANNOT_CORRECT";
    /** The recipient has the earlier version under a file that is another person's now: it is taken back there. */
    static final String OTHER_PERSONS_FILE = "OTHER_PERSONS_FILE";
}
