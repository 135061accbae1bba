package de.kimhub.delivery;

import de.kimhub.message.FieldValues;
import de.kimhub.translation.OutgoingItem;

/**
 * An item as it goes out.
 *
 * @param to       the recipient's file under whose number it goes; {@code null}: none
 * @param previous what the recipient was given before and this one replaces; empty otherwise
 */
record Composed(Admitted admitted, OutgoingItem outgoing, RecipientCase to, FieldValues previous) {
}
