package de.kimhub.pseudonym;

import de.kimhub.message.CaseMessage;
import de.kimhub.message.Field;
import de.kimhub.message.PersonalData;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes from a case event who it is about. */
public final class Pseudonymisation {

    private final Pseudonyms pseudonyms;

    Pseudonymisation(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** @param allowed what a rule lets pass; of it, direct identifiers and special categories are left out */
    public PseudonymisedCase of(String domain, long person, CaseMessage event, Set<Field> allowed) {
        Set<Field> kept = allowed.stream().filter(field -> field.personalData() == PersonalData.NEUTRAL
                || field.personalData() == PersonalData.QUASI_IDENTIFIER).collect(Collectors.toSet());
        return new PseudonymisedRecord(pseudonyms.of(domain, person), event.type(), event.kind(),
                event.fields().only(kept));
    }
}
