package de.kimhub.pseudonym;

import java.time.Duration;
import java.time.Period;

/**
 * Under which pseudonyms one recipient knows people, for one purpose.
 *
 * @param recipient kind of body, or {@code instance:<id>}
 * @param validity  after which the key is due to be changed; {@code null} for tokens, like grace and retention
 * @param grace     how long pseudonyms of the former key are understood
 * @param length    of the body; keyed only
 * @param lifetime  of a token; {@code null} for the other modes
 */
public record Domain(String name, String prefix, String recipient, String purpose, String legalBasis, Mode mode,
                     Period validity, Period grace, Period retention, int length, Duration lifetime, int uses) {

    private static final String STATISTICS = "statistics";

    public enum Mode {
        /** One-way, by a key. */
        KEYED,
        /** Turned back by who has the key. */
        REVERSIBLE,
        /** A random token that ends. */
        TEMPORARY
    }

    /** Of the units that are counted for the steering group. */
    public boolean forSteeringGroup() {
        return recipient.equals("lenkungsgruppe") && mode == Mode.KEYED;
    }

    /** Whoever counts is not told of merges and splits: a figure that was right when it was published stays. */
    boolean tellsHolder() {
        return !purpose.equals(STATISTICS);
    }
}
