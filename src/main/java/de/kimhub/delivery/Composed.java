package de.kimhub.delivery;

import de.kimhub.message.FieldValues;
import de.kimhub.translation.OutgoingItem;

/**
 * An item as it goes out.
 *
 * @param previous what the recipient was given before and this one replaces; empty otherwise
 */
record Composed(Admitted admitted, OutgoingItem outgoing, FieldValues previous) {
}
