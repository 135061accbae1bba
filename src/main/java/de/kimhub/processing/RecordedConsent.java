package de.kimhub.processing;

import java.time.LocalDate;
import java.util.Set;

/**
 * A consent as the ledger has it.
 *
 * @param number      the source's own number of it, or the one that the hub gave it; {@code null} when it has none
 * @param shownAt     ids of the instances of which the client showed a file number
 * @param collectedBy who recorded it; {@code null}: the instance's tool told it
 */
public record RecordedConsent(long id, String number, State state, Set<String> purposes, Set<String> sources,
                              Set<String> recipients, Set<String> dataCategories, LocalDate givenOn,
                              LocalDate validUntil, String formVersion, String formLanguage, boolean representative,
                              boolean secrecyRelease, Set<String> shownAt, LocalDate withdrawnOn, String collectedBy) {

    /** Whether something may rest on it now. */
    public enum State {
        IN_FORCE("gilt"),
        NOT_YET("gilt noch nicht"),
        EXPIRED("abgelaufen"),
        WITHDRAWN("widerrufen"),
        DECEASED("ruht: die Person ist verstorben"),
        CASE_CLOSED("ruht: der Fall ist abgeschlossen");

        private final String germanText;

        State(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }
    }

    /** Names no value of the person. */
    @Override
    public String toString() {
        return "consent " + id + " " + state;
    }
}
