package de.kimhub.delivery;

/**
 * What is sent: unchanged over all attempts.
 *
 * @param batchId         the receipt's key at the recipient
 * @param acknowledgement goes to the instance's acknowledgement endpoint instead of its delivery endpoint
 * @param fileName        unique, speaks of no person
 */
public record Parcel(long batchId, boolean acknowledgement, String fileName, byte[] bytes) {

    /** Without the bytes. */
    @Override
    public String toString() {
        return "batch " + batchId + " (" + bytes.length + " bytes)";
    }
}
