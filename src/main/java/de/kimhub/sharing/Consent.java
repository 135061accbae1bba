package de.kimhub.sharing;

import de.kimhub.message.EventType;
import java.time.LocalDate;
import java.util.Set;

/**
 * A person's consent that bodies tell each other what it names.
 *
 * @param caseId      the file that it was given in
 * @param digest      of the source's own number of the consent, or {@code null}
 * @param sources     codes of {@code stelle}, or {@code instance:<id>}
 * @param recipients  likewise
 * @param dataCategories codes of {@code datenart}; empty: all
 * @param validUntil  or {@code null}: until withdrawn
 * @param withdrawnOn or {@code null}
 * @param caseOpen    whether the file that it was given in is still worked on
 * @param takenBy     number of the instance that took it
 * @param deceased    whether the person's death was told: from then on nothing rests on it
 * @param test        its record was marked as a test: nothing real may rest on it
 */
public record Consent(long id, long personId, long caseId, byte[] digest, Set<String> purposes, Set<String> sources,
                      Set<String> recipients, Set<String> dataCategories, LocalDate validFrom, LocalDate validUntil,
                      boolean secrecyRelease, LocalDate withdrawnOn, boolean caseOpen, int takenBy, boolean test,
                      boolean deceased) {

    /** As if nobody had told that the person died: for who is to be told of the death itself. */
    Consent asInLife() {
        return new Consent(id, personId, caseId, digest, purposes, sources, recipients, dataCategories, validFrom,
                validUntil, secrecyRelease, withdrawnOn, caseOpen, takenBy, test, false);
    }

    /** Whether what really flows may rest on it. @param shadows instances of which nothing may */
    public boolean inEarnest(Set<Integer> shadows) {
        return !test && !shadows.contains(takenBy);
    }

    public boolean withdrawn() {
        return withdrawnOn != null;
    }

    public boolean inForce(LocalDate on) {
        return !withdrawn() && !deceased && caseOpen && !on.isBefore(validFrom) && (validUntil == null || !on.isAfter(validUntil));
    }

    boolean namesKindOf(EventType type) {
        return dataCategories.isEmpty() || dataCategories.contains(DataCategories.of(type));
    }

    boolean namesSource(Party party) {
        return names(sources, party);
    }

    boolean namesRecipient(Party party) {
        return names(recipients, party);
    }

    private static boolean names(Set<String> parties, Party party) {
        return parties.contains(party.authority()) || parties.contains("instance:" + party.instanceId());
    }

    Consent withdraw(LocalDate on) {
        return new Consent(id, personId, caseId, digest, purposes, sources, recipients, dataCategories, validFrom,
                validUntil, secrecyRelease, on, caseOpen, takenBy, test, deceased);
    }

    Consent inCase(boolean open) {
        return new Consent(id, personId, caseId, digest, purposes, sources, recipients, dataCategories, validFrom,
                validUntil, secrecyRelease, withdrawnOn, open, takenBy, test, deceased);
    }

    Consent ofPerson(long other) {
        return new Consent(id, other, caseId, digest, purposes, sources, recipients, dataCategories, validFrom,
                validUntil, secrecyRelease, withdrawnOn, caseOpen, takenBy, test, deceased);
    }
}
