package de.kimhub.pseudonym;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;

/** The only {@link PseudonymisedCase}. */
record PseudonymisedRecord(Pseudonym pseudonym, EventType type, MessageKind kind, FieldValues fields)
        implements PseudonymisedCase {
}
