package de.kimhub.delivery;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises content that a tool was given and gives back as if it were its own. Both sides make the digest: the
 * delivery of what it gives ({@code hub.echo}), the intake of what it takes.
 */
public final class EchoDigests {

    private static final String DOMAIN = "echo";
    private static final Field OCCURRED_ON = CanonicalSchema.field("event.occurredOn");

    private final KeyVault keys;

    public EchoDigests(KeyVault keys) {
        this.keys = keys;
    }

    /**
     * @param caseNumber the tool's own file number
     * @param fields     of the event as delivered, or as translated from the tool's record. Person, unit, place and
     *                   the numbers of files and deliveries do not count: a tool has them on its own
     */
    public byte[] of(String caseNumber, EventType type, FieldValues fields) {
        List<String> parts = new ArrayList<>();
        parts.add(caseNumber == null ? "" : caseNumber);
        parts.add(type.code());
        String day = fields.first(OCCURRED_ON);
        parts.add(day == null ? "" : day);
        fields.forEach((field, values) -> {
            if (counts(field)) {
                parts.add(field.path());
                parts.add(Integer.toString(values.size()));
                parts.addAll(values);
            }
        });
        return keys.digest(DOMAIN, parts.toArray(String[]::new));
    }

    private static boolean counts(Field field) {
        String path = field.path();
        return !field.isPerson() && field != OCCURRED_ON && !path.startsWith("case.number") && !path.startsWith("unit.")
                && !path.equals("event.municipality") && !path.startsWith("source.");
    }
}
