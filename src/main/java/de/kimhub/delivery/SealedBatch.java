package de.kimhub.delivery;

import de.kimhub.connector.Endpoint;
import java.util.Optional;

/**
 * A sealed batch that is not delivered yet.
 *
 * @param bytes    encrypted
 * @param digest   keyed, of the plain bytes
 * @param stagedAt where it is staged; it is published there, though the instance's way may be another since
 */
record SealedBatch(long id, LaneId lane, Parcel.Kind kind, String fileName, byte[] bytes, byte[] digest,
                   boolean staged, Optional<Endpoint> stagedAt, int attempts) {

    @Override
    public String toString() {
        return "batch " + id;
    }
}
