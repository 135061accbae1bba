package de.kimhub.operations.pages;

import de.kimhub.connector.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What the hub laid out in an instance's folder and nobody has taken away yet. Implemented beside the transports. */
public interface LaidOut {

    /** Empty list also when the transport uses no folder, or the folder is not there. */
    List<LaidOutFile> at(Endpoint endpoint);

    /** Empty when it was taken away meanwhile. */
    Optional<InputStream> open(Endpoint endpoint, LaidOutFile file) throws IOException;

    /** Takes it out of the folder. @return whether it was there */
    boolean remove(Endpoint endpoint, LaidOutFile file) throws IOException;

    /**
     * @param batch     number of the delivery that it is, or is part of
     * @param extension of lower-case letters and digits
     */
    record LaidOutFile(long batch, String extension, long bytes) {
    }
}
