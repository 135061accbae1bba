package de.kimhub.delivery;

import de.kimhub.connector.Instance;

/**
 * Carries the bytes of a sealed batch to a recipient. Implemented by the runtime over the kamelets in
 * {@code routes/transports}; tests have one of their own.
 */
public interface Transport {

    /**
     * Whether the recipient's transport lays a batch out in two steps, so that a crash between them is told from a
     * published batch (file: staging folder, then rename).
     */
    boolean stages(Instance recipient, Parcel parcel);

    /** Writes durably where the recipient does not look; may be repeated. */
    void stage(Instance recipient, Parcel parcel) throws TransportException;

    /** Makes what was staged visible; when nothing is staged any more, it was published before, and all is well. */
    void publish(Instance recipient, Parcel parcel) throws TransportException;

    /** One-step transports: the effect and its receipt at once, or with an idempotency key. May be repeated. */
    void send(Instance recipient, Parcel parcel) throws TransportException;

    /**
     * Takes back into the staging folder what is laid out and not collected yet, so that the recipient does not get it.
     *
     * @return whether something lies there now that the recipient has not; {@code false} also of transports that lay
     *         nothing out
     */
    default boolean recall(Instance recipient, Parcel parcel) throws TransportException {
        return false;
    }

    /** Removes for good what was recalled. */
    default void discard(Instance recipient, Parcel parcel) throws TransportException {
    }
}
