package de.kimhub.processing;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;

/**
 * An event of a file, for what its recipients must learn when files become another person's.
 *
 * @param replaces  the event that it corrects or takes back; 0: none
 * @param standsFor the event that it took back or repeated at one recipient; 0: the source made it
 * @param onlyFor   number of that recipient, or 0
 * @param address   the recipient's file under which it is readdressed, or 0
 * @param kept      whether its content is still there
 */
record GivenEvent(long id, long caseId, int instanceNo, long documentId, long recordNo, EventType type,
                  MessageKind kind, int state, long replaces, long standsFor, int onlyFor, long address, boolean kept) {

    boolean readdressed() {
        return standsFor != 0;
    }

    boolean effective() {
        return state == EventTable.EFFECTIVE;
    }
}
