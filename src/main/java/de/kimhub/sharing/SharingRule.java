package de.kimhub.sharing;

import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import java.time.Period;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One rule of {@code sharing.yaml}.
 *
 * @param from    codes of {@code stelle}, or {@code instance:<id>}
 * @param to      likewise
 * @param fields  what the recipient may have; what is not named is not sent
 * @param purpose code of the list {@code zweck}: a consent must name it
 * @param needsConsent       the person's consent must name sender, recipient and purpose
 * @param needsSecrecyRelease the consent must release from § 203 StGB
 * @param firstContact       the recipient gets it even without a file number of its own
 * @param retention          how long the recipient may keep it
 */
public record SharingRule(String id, Set<String> from, Set<String> to, Set<EventType> events, Set<Field> fields,
                          String purpose, String legalBasis, boolean needsConsent, boolean needsSecrecyRelease,
                          boolean firstContact, Period retention) {

    /** What this recipient may have, whatever the rule names. */
    public Set<Field> fieldsFor(Party recipient) {
        return fields.stream().filter(field -> !HardBlocks.tooFineFor(field, recipient.authority()))
                .filter(field -> !HardBlocks.neverShared(field))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean appliesTo(Party sender, Party recipient, EventType type) {
        return events.contains(type) && names(from, sender) && names(to, recipient);
    }

    private static boolean names(Set<String> parties, Party party) {
        return parties.contains(party.authority()) || parties.contains(party.named());
    }
}
