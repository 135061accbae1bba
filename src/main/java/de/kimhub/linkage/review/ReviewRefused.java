package de.kimhub.linkage.review;

/** Nothing was done. The message names no value of a person. */
public final class ReviewRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReviewProblem problem;

    ReviewRefused(ReviewProblem problem) {
        super(problem.germanText() + " [" + problem.code() + "]");
        this.problem = problem;
    }

    public ReviewProblem problem() {
        return problem;
    }
}
