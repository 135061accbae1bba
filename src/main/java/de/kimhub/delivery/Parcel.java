package de.kimhub.delivery;

import de.kimhub.connector.Endpoint;

/**
 * What is sent: unchanged over all attempts.
 *
 * @param batchId         the receipt's key at the recipient
 * @param acknowledgement goes to the instance's acknowledgement endpoint instead of its delivery endpoint
 * @param fileName        unique, speaks of no person
 * @param endpoint        where it goes: the instance's own as it was when the worker began, or where the batch is
 *                        staged; {@code null}: the instance's own
 */
public record Parcel(long batchId, boolean acknowledgement, String fileName, byte[] bytes, Endpoint endpoint) {

    public Parcel(long batchId, boolean acknowledgement, String fileName, byte[] bytes) {
        this(batchId, acknowledgement, fileName, bytes, null);
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "batch " + batchId + " (" + bytes.length + " bytes)";
    }
}
