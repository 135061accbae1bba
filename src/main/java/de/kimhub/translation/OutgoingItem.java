package de.kimhub.translation;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;

/**
 * One event on its way to a recipient, already reduced to what the recipient may have.
 *
 * @param deliveryId    the hub's id of this delivery, stable over attempts: the recipient may use it to recognise it
 * @param recipientCase the recipient's own file number of the person; {@code null} at a first contact
 * @param before        for corrections: the values that were delivered before; empty otherwise
 * @param replaces      for corrections, retractions and stops: the delivery id of what was delivered before, or null
 */
public record OutgoingItem(String deliveryId, EventType type, MessageKind kind, String recipientCase,
                           FieldValues fields, FieldValues before, String replaces) {

    /** What it is, never whom it is about. */
    @Override
    public String toString() {
        return "delivery " + deliveryId + " (" + type.code() + ", " + kind.code() + ")";
    }
}
