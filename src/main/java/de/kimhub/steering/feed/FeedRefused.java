package de.kimhub.steering.feed;

/** Ends a request, or a command, with a problem. The message is German, with what to do and a code. */
public final class FeedRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FeedProblem problem;

    FeedRefused(FeedProblem problem) {
        super(problem.germanText() + " [" + problem.code() + "]");
        this.problem = problem;
    }

    public FeedProblem problem() {
        return problem;
    }
}
