package de.kimhub.pseudonym;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

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

    /** Whether its key is to be changed or destroyed by now. */
    boolean due(Domain domain, Instant now) {
        return switch (state) {
            case PRIMARY -> later(primaryAt, domain.validity()).isBefore(now);
            case GRACE -> graceUntil.isBefore(now);
            case STAGED -> false;
            case RETIRED -> true;
        };
    }

    /** By the calendar of where the hub is. */
    static Instant later(Instant from, Period period) {
        return from.atZone(ZoneId.systemDefault()).plus(period).toInstant();
    }
}
