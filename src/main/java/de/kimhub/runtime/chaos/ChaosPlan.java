package de.kimhub.runtime.chaos;

/**
 * How the load is dealt out, so that every life of the process has work: first the enrolments, then the naturalisation
 * authority's steps, then the Jobcenter's snapshots with further entries of the association beside them.
 *
 * @param rows      that the Jobcenter hands over in all its snapshots
 * @param caseRows  that the association hands over: case, consent and two referrals of each enrolled person
 * @param portions  at least one for each kill
 * @param refused   referrals that are refused at first and replayed at the end
 */
record ChaosPlan(int rows, int caseRows, int kills, long seed, int portions, int refused) {

    static final int ROWS_PER_PERSON = 4;
    static final int CHANGED_PERCENT = 30;
    static final int BAD_ROWS = 5;
    private static final int FEWEST_PORTIONS = 6;
    private static final int REFUSED = 12;

    static ChaosPlan of(int rows, int kills, long seed) {
        return new ChaosPlan(rows, rows / 10, kills, seed, Math.max(kills, FEWEST_PORTIONS), REFUSED);
    }

    int enrolmentPortions() {
        return Math.max(1, portions / 5);
    }

    int snapshots() {
        return portions - enrolmentPortions() - 1;
    }

    int people() {
        return Math.max(1, rows / snapshots());
    }

    int enrolled() {
        return Math.min(people(), caseRows / ROWS_PER_PERSON);
    }

    /** Whether what was handed over before this portion has to be finished first, so that what must come of it is sure. */
    boolean needsTheOthersFinished(int portion) {
        return portion == enrolmentPortions() || portion == enrolmentPortions() + 1;
    }
}
