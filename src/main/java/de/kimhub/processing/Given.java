package de.kimhub.processing;

import java.time.OffsetDateTime;

/**
 * That a recipient was given an event, or is about to be: it is sealed.
 *
 * @param address the recipient's file under whose number; 0: none
 */
record Given(long eventId, int recipientNo, long batchId, long address, String rule, OffsetDateTime at) {
}
