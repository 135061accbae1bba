package de.kimhub.delivery;

import java.time.Instant;

/**
 * A source document that was worked on to its end.
 *
 * @param definition version of the connector that it came in under
 * @param name    as its sender called it: goes back to the sender only, inside the acknowledgement
 * @param refused as a whole
 * @param code    why it was refused, or {@code null}
 */
record FinishedDocument(long id, int instanceNo, String definition, Instant receivedAt, String name, boolean refused, String code,
                        boolean firstLoad, long received, long accepted, long repeated, long quarantined) {

    /** Names no file. */
    @Override
    public String toString() {
        return "document " + id;
    }

    /** A record in quarantine: where it is and why, never what it says. */
    record Refused(long recordNo, long lineNo, String field, String code) {
    }
}
