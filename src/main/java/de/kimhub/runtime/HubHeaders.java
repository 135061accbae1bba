package de.kimhub.runtime;

/** Headers between the transports and the hub. */
public final class HubHeaders {

    /** Id of the instance. */
    public static final String INSTANCE = "HubInstance";
    /** Rows: where the next poll goes on. */
    public static final String MARK = "HubMark";
    /** Rows: how many of the last ones may come again. */
    public static final String WINDOW = "HubWindow";
    /** Delivery: {@code stage}, {@code publish} or {@code send}. */
    public static final String STEP = "HubStep";
    /** Delivery: number of the sealed batch. */
    public static final String BATCH = "HubBatch";

    private HubHeaders() {
    }
}
