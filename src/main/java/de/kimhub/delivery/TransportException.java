package de.kimhub.delivery;

/** An attempt failed; the batch stays sealed and is tried again. The message speaks of the place, not of content. */
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code e.g. {@code HUB-DLV-004} */
    public TransportException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
