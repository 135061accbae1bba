package de.kimhub.delivery;

import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import java.util.Set;

/**
 * An item that the recipient may have.
 *
 * @param recipientCase the recipient's own file; {@code null} when it has none
 * @param allowed       the fields that it may have
 * @param fields        reduced to those
 */
record Admitted(WaitingItem item, StoredEvent event, RecipientCase recipientCase, Set<Field> allowed, FieldValues fields) {
}
