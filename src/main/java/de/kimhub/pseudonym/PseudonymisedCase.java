package de.kimhub.pseudonym;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;

/**
 * A case event without who it is about. Only this module makes one, so what takes it cannot be given anything else.
 */
public sealed interface PseudonymisedCase permits PseudonymisedRecord {

    Pseudonym pseudonym();

    EventType type();

    MessageKind kind();

    /** No direct identifier and nothing of a special category, whatever was asked for. */
    FieldValues fields();
}
