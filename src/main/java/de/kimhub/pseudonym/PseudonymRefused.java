package de.kimhub.pseudonym;

/** Nothing was done. The message names no person and no pseudonym. */
public final class PseudonymRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PseudonymProblem problem;

    PseudonymRefused(PseudonymProblem problem) {
        super(problem.germanText() + " [" + problem.code() + "]");
        this.problem = problem;
    }

    public PseudonymProblem problem() {
        return problem;
    }
}
