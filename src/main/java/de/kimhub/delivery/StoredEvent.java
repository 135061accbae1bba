package de.kimhub.delivery;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import java.time.LocalDate;

/**
 * A row of {@code hub.event}.
 *
 * @param replaces the event that this one corrects or takes back; {@code null} otherwise
 * @param address  the recipient's file that it goes to, whosever that is now; {@code null}: to the person's file
 * @param payload  encrypted; {@code null} when nobody may have it any more
 */
record StoredEvent(long id, int senderNo, Long caseId, Long personId, Long replaces, LocalDate occurredOn,
                   EventType type, MessageKind kind, State state, byte[] payload, Long address) {

    /** Made for one recipient, because a file became another person's; not by the source. */
    boolean readdressed() {
        return address != null;
    }

    boolean tellsNew() {
        return kind == MessageKind.EVENT || kind == MessageKind.STATUS || kind == MessageKind.CORRECTION;
    }

    /** As {@code hub.event.state} numbers them. */
    enum State { EFFECTIVE, HELD, TAKEN_BACK, CORRECTED }
}
