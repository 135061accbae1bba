package de.kimhub.keys;

/** A key cannot be used, or something was not done with it. The message holds nothing of a key. */
public final class KeyFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final KeyProblem problem;

    KeyFailure(KeyProblem problem, String where, Throwable cause) {
        super(where + ": " + problem.germanText() + " [" + problem.code() + "]", cause);
        this.problem = problem;
    }

    KeyFailure(KeyProblem problem, String where) {
        this(problem, where, null);
    }

    public KeyProblem problem() {
        return problem;
    }
}
