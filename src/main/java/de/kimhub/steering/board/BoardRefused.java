package de.kimhub.steering.board;

/** Ends a request with the page of a problem. */
final class BoardRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BoardProblem problem;

    BoardRefused(BoardProblem problem) {
        super(problem.code());
        this.problem = problem;
    }

    BoardProblem problem() {
        return problem;
    }
}
