package de.kimhub.delivery;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import java.util.Optional;

/**
 * What is sent: unchanged over all attempts.
 *
 * @param batchId  the receipt's key at the recipient
 * @param kind     says to which of the instance's endpoints it goes
 * @param fileName unique, speaks of no person
 * @param endpoint where it goes: the instance's own as it was when the worker began, or where the batch is
 *                 staged; {@code null}: the instance's own
 */
public record Parcel(long batchId, Kind kind, String fileName, byte[] bytes, Endpoint endpoint) {

    /** Stored by ordinal. */
    public enum Kind {
        EVENTS,
        ACKNOWLEDGEMENT,
        ENROLMENT_LIST;

        Optional<Endpoint> endpointOf(Instance recipient) {
            return switch (this) {
                case EVENTS -> recipient.deliver();
                case ACKNOWLEDGEMENT -> recipient.acknowledgements();
                case ENROLMENT_LIST -> recipient.enrolment();
            };
        }
    }

    public Parcel(long batchId, boolean acknowledgement, String fileName, byte[] bytes, Endpoint endpoint) {
        this(batchId, acknowledgement ? Kind.ACKNOWLEDGEMENT : Kind.EVENTS, fileName, bytes, endpoint);
    }

    public Parcel(long batchId, boolean acknowledgement, String fileName, byte[] bytes) {
        this(batchId, acknowledgement, fileName, bytes, null);
    }

    public boolean acknowledgement() {
        return kind == Kind.ACKNOWLEDGEMENT;
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "batch " + batchId + " (" + bytes.length + " bytes)";
    }
}
