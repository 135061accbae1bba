package de.kimhub.runtime;

import de.kimhub.message.ProblemCode;

/** The hub cannot go on. The message says where, what was expected and what to do; it names no person. */
public final class HubFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public HubFailure(ProblemCode code, String message, Throwable cause) {
        super(message + " [" + code.code() + "]", cause);
        this.code = code.code();
    }

    public HubFailure(ProblemCode code, String message) {
        this(code, message, null);
    }

    public String code() {
        return code;
    }
}
