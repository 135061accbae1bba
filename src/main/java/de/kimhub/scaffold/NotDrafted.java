package de.kimhub.scaffold;

import java.util.List;

/** No draft can be written. The message is for people; it holds nothing of a sample. */
public final class NotDrafted extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ScaffoldProblem code;

    NotDrafted(ScaffoldProblem code, String message) {
        super(message);
        this.code = code;
    }

    NotDrafted(ScaffoldProblem code, List<?> problems) {
        this(code, code.germanText() + " " + String.join("; ", problems.stream().map(Object::toString).toList()));
    }

    public ScaffoldProblem code() {
        return code;
    }
}
