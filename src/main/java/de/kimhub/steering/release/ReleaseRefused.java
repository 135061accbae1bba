package de.kimhub.steering.release;

import de.kimhub.steering.catalogue.SteeringProblem;

/** No release, and why. */
public final class ReleaseRefused extends RuntimeException {

    private final SteeringProblem problem;

    ReleaseRefused(SteeringProblem problem) {
        super(problem.germanText() + " [" + problem.code() + "]");
        this.problem = problem;
    }

    public SteeringProblem problem() {
        return problem;
    }
}
