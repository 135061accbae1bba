package de.kimhub.disclosure;

/**
 * Something that speaks against publishing. It names cells, never their values.
 *
 * @param attacker name of the insider, or {@link Witness#OUTSIDER}; empty as well where it is nobody's in particular
 */
public record Finding(DisclosureProblem problem, String cell, String attacker) {

    Finding(DisclosureProblem problem, String cell) {
        this(problem, cell, Witness.OUTSIDER);
    }

    @Override
    public String toString() {
        return "cell " + cell + (attacker.isEmpty() ? "" : ", as known to " + attacker) + ": " + problem + " ["
                + problem.code() + "]";
    }
}
