package de.kimhub.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A case event in the canonical model, as one source tells it; not yet linked to a person. */
public record CaseMessage(EventType type, MessageKind kind, FieldValues fields) {

    private static final Field CASE_NUMBER = CanonicalSchema.field("case.number");
    private static final Field OCCURRED_ON = CanonicalSchema.field("event.occurredOn");
    private static final Field BIRTH_DATE = CanonicalSchema.field("person.birth.date");

    /** The source's Aktenzeichen; {@code null} only for an event that concerns no person. */
    public String caseNumber() {
        return fields.first(CASE_NUMBER);
    }

    public LocalDate occurredOn() {
        return LocalDate.parse(fields.first(OCCURRED_ON));
    }

    public List<PersonName> names() {
        return PersonName.of(fields);
    }

    public Optional<PartialDate> birthDate() {
        return PartialDate.parse(fields.first(BIRTH_DATE));
    }

    public CaseMessage withKind(MessageKind other) {
        return new CaseMessage(type, other, fields);
    }
}
