package de.kimhub.delivery;

/** A row of the outbox. */
record WaitingItem(long position, long eventId, String rule) {
}
