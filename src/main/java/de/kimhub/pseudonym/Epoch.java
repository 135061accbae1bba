package de.kimhub.pseudonym;

import java.time.Instant;

/**
 * The key of a domain in its life: staged, so that all nodes get it; primary; in grace, while recipients may still have
 * its pseudonyms; retired, when it is destroyed. A staged one that is discarded is retired without having been primary.
 *
 * @param fingerprint   tells whether a node has the same key
 * @param compromisedAt {@code null} unless somebody may know the key who must not
 * @param graceUntil    {@code null} before it was replaced
 */
public record Epoch(String domain, int no, State state, byte[] fingerprint, Instant compromisedAt, Instant primaryAt,
                    Instant graceUntil) {

    public enum State {
        STAGED, PRIMARY, GRACE, RETIRED
    }

    public boolean compromised() {
        return compromisedAt != null;
    }
}
