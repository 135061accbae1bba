package de.kimhub.linkage.review;

import java.util.EnumSet;
import java.util.Set;

/** As {@code identity.review.state} names them. */
enum ReviewState {
    OPEN,
    /** Comes up again when it is due. */
    LATER,
    /** A source was asked; comes up again when it is due. */
    ASKED,
    /** Somebody said what they think; somebody else has to. */
    SECOND_OPINION,
    DECIDED,
    /** Decided by itself or by another decision. */
    MOOT;

    static final Set<ReviewState> WAITING = EnumSet.of(OPEN, LATER, ASKED, SECOND_OPINION);

    boolean waits() {
        return WAITING.contains(this);
    }
}
