package de.kimhub.delivery;

/**
 * An event that a recipient is to get.
 *
 * @param lane see {@link Outbox#lane}
 * @param rule id of the sharing rule that allows it
 */
public record QueuedItem(int recipientNo, int lane, long eventId, String rule) {
}
