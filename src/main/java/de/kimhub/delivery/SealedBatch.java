package de.kimhub.delivery;

/**
 * A sealed batch that is not delivered yet.
 *
 * @param bytes  encrypted
 * @param digest keyed, of the plain bytes
 */
record SealedBatch(long id, LaneId lane, boolean acknowledgement, String fileName, byte[] bytes, byte[] digest,
                   boolean staged, int attempts) {

    @Override
    public String toString() {
        return "batch " + id;
    }
}
