package de.kimhub.message;

/**
 * Tells the workers of all nodes that there is work. Carries ids only. A lost wake-up costs delay, never data: the
 * sweep repeats it for everything unfinished.
 */
public interface WakeUp {

    /** Sends to {@code hub.work}: the document has records to process. */
    void document(long documentId);

    /** Sends to {@code hub.delivery}: the lane of the recipient has items or batches to send. */
    void lane(int recipientNo, int lane);
}
