package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.time.LocalDate;

/**
 * An event that a record makes.
 *
 * @param caseDigest {@code null} when it concerns no person
 * @param replaces   the event that it corrects or takes back, 0 for none
 * @param held       has to wait, because an earlier record of its case is in quarantine
 * @param test       its record is marked as a test, and came to an instance in shadow
 */
record NewEvent(long id, long documentId, long recordNo, byte[] caseDigest, String caseNumber, EventType type,
                MessageKind kind, long replaces, FieldValues fields, boolean held, boolean late, boolean test) {

    NewEvent(long id, long documentId, long recordNo, byte[] caseDigest, String caseNumber, EventType type,
             MessageKind kind, long replaces, FieldValues fields, boolean held, boolean late) {
        this(id, documentId, recordNo, caseDigest, caseNumber, type, kind, replaces, fields, held, late, false);
    }

    /** The same, with what is held to wait for a decision about its file. */
    NewEvent hold() {
        return new NewEvent(id, documentId, recordNo, caseDigest, caseNumber, type, kind, replaces, fields, true, late,
                test);
    }

    private static final Field MUNICIPALITY = CanonicalSchema.field("event.municipality");

    /** The fields, with the municipality of the tool where the record names none. */
    static FieldValues placed(FieldValues fields, Instance source) {
        return fields.has(MUNICIPALITY) || source.municipality().length() != 8 ? fields
                : fields.toBuilder().set(MUNICIPALITY, source.municipality()).build();
    }

    LocalDate occurredOn(LocalDate otherwise) {
        return occurredOn(fields, otherwise);
    }

    static LocalDate occurredOn(FieldValues fields, LocalDate otherwise) {
        String day = fields.first("event.occurredOn");
        return day == null ? otherwise : LocalDate.parse(day);
    }
}
