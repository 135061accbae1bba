package de.kimhub.linkage.review;

import de.kimhub.privacy.AuditLog;

/** Who may take which pair, and who has which. In the caller's transaction. */
final class ReviewDesk {

    private final ReviewTable table;
    private final ReviewRules rules;
    private final AuditLog audit;

    ReviewDesk(ReviewTable table, ReviewRules rules, AuditLog audit) {
        this.table = table;
        this.rules = rules;
        this.audit = audit;
    }

    void mustBeReviewer(String name) {
        if (rules.reviewer(name).isEmpty()) {
            throw new ReviewRefused(ReviewProblem.NO_REVIEWER);
        }
    }

    ReviewRow find(long id, String reviewer) {
        mustBeReviewer(reviewer);
        return table.find(id).orElseThrow(() -> new ReviewRefused(ReviewProblem.NO_PAIR));
    }

    ReviewRow take(long id, String reviewer) {
        ReviewRow review = find(id, reviewer);
        if (!table.lock(id, reviewer, rules.lock())) {
            ReviewRow now = table.find(id).orElse(review);
            throw new ReviewRefused(!now.state().waits() ? ReviewProblem.DONE
                    : table.hasVoted(id, reviewer) ? ReviewProblem.VOTED : ReviewProblem.TAKEN);
        }
        return review;
    }

    /** The pair, which the reviewer took before and still has. */
    ReviewRow taken(long id, String reviewer) {
        ReviewRow review = find(id, reviewer);
        if (!review.state().waits()) {
            throw new ReviewRefused(ReviewProblem.DONE);
        }
        if (!reviewer.equals(review.lockedBy())) {
            throw new ReviewRefused(table.hasVoted(id, reviewer) ? ReviewProblem.VOTED : ReviewProblem.NOT_TAKEN);
        }
        return review;
    }

    /** As {@link #taken}, and it stays so until the transaction ends. For whom has its files' locks. */
    ReviewRow keep(long id, String reviewer) {
        table.keep(id);
        return taken(id, reviewer);
    }

    /** Between looking and writing somebody else may have taken it, when its time was over. */
    void mustHold(boolean stillHeld) {
        if (!stillHeld) {
            throw new ReviewRefused(ReviewProblem.CHANGED);
        }
    }

    void note(String reviewer, String action, ReviewRow review, String ground) {
        audit.add(reviewer, action, review.subject(), 1, ground);
    }
}
