package de.kimhub.connector;

import java.time.Period;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of tool can do: {@code connector.yaml}. Offline, without host or secret.
 *
 * @param id          name of the folder
 * @param title       German, for people
 * @param authority   code of the list {@code stelle}: what kind of body runs such a tool
 * @param interim     the true format is not public; this one is our own, plainly marked
 * @param purpose     German: what it is for
 * @param legalBasis  German: on which ground the body gives or takes, to be checked by the data protection officer
 * @param retention   how long the hub keeps transport copies of it
 */
public record Descriptor(String id, String title, String authority, boolean interim, Optional<Receives> receives,
                         Optional<Delivers> delivers, Set<Capability> capabilities, String purpose, String legalBasis,
                         Period retention) {

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** How the tool gives: single events, or the whole stock again and again. */
    public enum Delivery { EVENTS, SNAPSHOT }

    /** What makes repeated sending harmless at the tool. {@code NONE} means at-least-once, said openly. */
    public enum Idempotence { LEDGER, KEY, NONE }

    /** What the tool can do besides taking new events. */
    public enum Capability {
        /** Takes corrections: the old and the new. */
        CORRECTS,
        /** Takes back what was retracted. */
        RETRACTS,
        /** Takes the notice that something given is not to be used any longer. */
        STOPS,
        /** Reads acknowledgements. */
        READS_ACKNOWLEDGEMENTS,
        /** Reads the list of those of its own files of whom something is wanted. */
        READS_ENROLMENT_LIST
    }

    /** In which form the tool reads what became of its documents: a table, or messages of XInneres (0010, 0020). */
    public enum AcknowledgementFormat { CSV, XINNERES }

    public record Receives(Delivery delivery, AcknowledgementFormat acknowledgementFormat) {

        public Receives(Delivery delivery) {
            this(delivery, AcknowledgementFormat.CSV);
        }
    }

    public record Delivers(Idempotence idempotence) {
    }
}
