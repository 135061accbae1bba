package de.kimhub.intake;

import de.kimhub.message.ProblemCode;

/** A document is not taken at all: nothing of it is kept, and the source keeps it. */
public final class DocumentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;

    DocumentRefused(ProblemCode code, String text) {
        super(text + " [" + code.code() + "]");
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
