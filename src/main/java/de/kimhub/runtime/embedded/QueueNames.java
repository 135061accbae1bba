package de.kimhub.runtime.embedded;

/** The queues that spread the work. An external broker needs the same two as last-value queues. */
public final class QueueNames {

    public static final String WORK = "hub.work";
    public static final String DELIVERY = "hub.delivery";
    /** Property of a message: of those with the same value that wait in a queue, only one is kept. */
    public static final String SAME_WORK = "HubWork";
    /** A worker fetches no message before it is free: nobody's work waits behind somebody else's. */
    static final String CLIENT_OPTIONS = "consumerWindowSize=0&reconnectAttempts=0&callTimeout=10000";

    private QueueNames() {
    }
}
