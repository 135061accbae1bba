package de.kimhub.runtime;

/** Headers between the transports and the hub. */
public final class HubHeaders {

    /** Id of the instance. */
    public static final String INSTANCE = "HubInstance";
    /** Rows: where the next poll goes on. */
    public static final String MARK = "HubMark";
    /** Rows: the mark from which they were read; none at the very first poll. */
    public static final String SINCE = "HubSince";
    /** Property of the exchange: whether this poll goes on. */
    public static final String MORE_PAGES = "HubMorePages";
    /** Rows: how many of the last ones may come again. */
    public static final String WINDOW = "HubWindow";
    /** Delivery: {@code stage}, {@code publish}, {@code recall}, {@code discard} or {@code send}. */
    public static final String STEP = "HubStep";
    /** Delivery: number of the sealed batch. */
    public static final String BATCH = "HubBatch";

    /** Answer to {@code recall}: whether something was there that the recipient had not collected. */
    public static final String RECALLED = "HubRecalled";

    private HubHeaders() {
    }
}
