package de.kimhub.operations.pages;

/** Ends a request with the page of a problem. */
final class PageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PageProblem problem;

    PageRefused(PageProblem problem) {
        super(problem.code());
        this.problem = problem;
    }

    PageProblem problem() {
        return problem;
    }
}
