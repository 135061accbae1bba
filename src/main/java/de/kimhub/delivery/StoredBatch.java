package de.kimhub.delivery;

import java.util.List;

/**
 * A batch of events with its members.
 *
 * @param state   0 sealed, 1 staged, 2 delivered
 * @param fetched whether somebody at the recipient downloaded it, although it still lies there
 */
record StoredBatch(SealedBatch sealed, int state, boolean fetched, List<Long> events, List<String> rules, List<Long> cases) {

    boolean delivered() {
        return state == 2;
    }

    /** Whether it is, or is about to be, where the recipient collects it. */
    boolean laidOut() {
        return state > 0 && sealed.stagedAt().isPresent();
    }

    boolean neverAttempted() {
        return state == 0 && sealed.attempts() == 0;
    }
}
