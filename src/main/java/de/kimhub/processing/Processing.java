package de.kimhub.processing;

/** Works on source documents. */
public interface Processing {

    /**
     * Works on the document for one slice of time, batch by batch.
     *
     * @return whether the document has more to do right away; {@code false} also when another worker has it, when an
     *         earlier document of the instance is not finished, or when it is done
     */
    boolean work(long documentId);

    /** Wakes every document that is unfinished, and releases holds whose time is over. For the sweep and the start. */
    void wakeUnfinished();

    /** Scores the possible matches anew that were scored when the hub knew fewer people. */
    void renewReviews();
}
