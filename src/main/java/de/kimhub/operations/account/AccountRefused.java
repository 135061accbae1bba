package de.kimhub.operations.account;

/** What was asked for an account is not possible. The message is German, with what to do and a code. */
public final class AccountRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AccountProblem problem;

    public AccountRefused(AccountProblem problem) {
        super(problem.germanText() + " [" + problem.code() + "]");
        this.problem = problem;
    }

    public AccountProblem problem() {
        return problem;
    }
}
