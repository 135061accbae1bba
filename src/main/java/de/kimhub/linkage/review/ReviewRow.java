package de.kimhub.linkage.review;

/**
 * @param lockedBy  who has it, or {@code null}, also when their time is over
 * @param linkEvent what its decision did, 0 when nothing was linked; only of a decided one
 * @param differing whether reviewers differ, and the time for a third opinion is over
 */
record ReviewRow(long id, long left, long right, ReviewState state, String lockedBy, long linkEvent, boolean differing) {

    /** For the audit: ids only. */
    String subject() {
        return "review " + id + ", files " + left + " and " + right;
    }
}
