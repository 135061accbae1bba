package de.kimhub.kit;

/**
 * An instance's real transport with the tool's side of it in this process: what level 3 needs from where the
 * transports are.
 */
public interface Wire extends AutoCloseable {

    /**
     * Lays the document where the tool would, and waits for what the hub takes over.
     *
     * @param document of the format {@code rows}: one JSON object per line, both ways
     */
    byte[] receive(byte[] document) throws Exception;

    /**
     * Delivers a batch, and delivers it again as after a crash.
     *
     * @return what then stands at the tool; of the format {@code rows}: a JSON array of objects
     */
    byte[] deliver(long batch, byte[] rendered) throws Exception;

    @Override
    void close();
}
