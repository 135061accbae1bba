package de.kimhub.linkage.review;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.review.Votes.Verdict;
import de.kimhub.linkage.review.Votes.Vote;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opinions, and the decisions that come of them. In the caller's transaction. The files are locked before any row of the
 * queue: as a batch does that proposes pairs, so that neither waits for the other in a circle.
 */
final class ReviewDecisions {

    /** The decision is about these two files: it looks for no others. */
    private static final Candidates NOBODY_ELSE = persons -> Set.of();

    private final ReviewDesk desk;
    private final ReviewTable table;
    private final Votes votes;
    private final ShownPairs shown;
    private final ReviewRules rules;
    private final PersonRegister register;
    private final LockOrder locks;

    ReviewDecisions(ReviewDesk desk, ReviewTable table, Votes votes, ShownPairs shown, ReviewRules rules,
                    PersonRegister register, LockOrder locks) {
        this.desk = desk;
        this.table = table;
        this.votes = votes;
        this.shown = shown;
        this.rules = rules;
        this.register = register;
        this.locks = locks;
    }

    /**
     * The pair, which the reviewer took before and still has. Until the transaction ends nobody changes what its files
     * say, links them, or ends that it waits: what was shown is compared with what counts.
     */
    ReviewRow keep(long id, String reviewer) {
        ReviewRow review = desk.taken(id, reviewer);
        locks.takeFiles(List.of(review.left(), review.right()));
        return desk.keep(id, reviewer);
    }

    DecisionOutcome decide(long id, String reviewer, boolean same, DecisionReason reason, boolean note) {
        ReviewRow review = keep(id, reviewer);
        if (reason.same() != same || reason == DecisionReason.UNEINIG || note && reason != DecisionReason.VERSCHIEDEN_LAUT_STELLE) {
            throw new ReviewRefused(ReviewProblem.WRONG_REASON);
        }
        Vote vote = new Vote(reviewer, same, reason);
        votes.add(review, vote, note, shown.standing(review));
        desk.note(reviewer, same ? "review-said-same" : "review-said-different", review, reason.code());
        List<Vote> all = votes.of(review);
        Optional<Verdict> verdict = Votes.verdict(all, secondWanted(review, all));
        if (verdict.isEmpty()) {
            desk.mustHold(table.awaitsAnother(id, reviewer, Votes.differ(all) ? rules.third() : null));
            return new DecisionOutcome(false, same, 0, 0);
        }
        Linked linked = decide(review, reviewer, verdict.get());
        return new DecisionOutcome(true, verdict.get().same(), linked.moves().size(), linked.event());
    }

    /** Where reviewers differ for too long. It joins nobody and parts nobody, so one of them is enough. */
    void apart(ReviewRow review, String reviewer) {
        if (!review.differing()) {
            throw new ReviewRefused(ReviewProblem.NOT_DIFFERING);
        }
        if (table.isOnePerson(review)) {
            throw new ReviewRefused(ReviewProblem.WOULD_PART);
        }
        votes.add(review, new Vote(reviewer, false, DecisionReason.UNEINIG), false, shown.standing(review));
        decide(review, reviewer, new Verdict(false, DecisionReason.UNEINIG, reviewer));
    }

    private boolean secondWanted(ReviewRow review, List<Vote> all) {
        return votes.drawn(review, rules.secondOpinionEvery())
                || all.stream().anyMatch(Vote::same) && table.bothConsented(review);
    }

    private Linked decide(ReviewRow review, String reviewer, Verdict verdict) {
        Linked linked;
        try {
            linked = register.decide(new Decision(review.left(), review.right(), verdict.same(),
                    verdict.reason().code(), verdict.by()), NOBODY_ELSE);
        } catch (IllegalArgumentException contradiction) {
            throw new ReviewRefused(ReviewProblem.CONTRADICTS);
        }
        desk.mustHold(table.decided(review, reviewer, linked.event()));
        desk.note(verdict.by(), verdict.same() ? "decided-same" : "decided-different", review, verdict.reason().code());
        return linked;
    }

    Linked undo(long id, String reviewer) {
        ReviewRow review = desk.find(id, reviewer);
        if (review.state() != ReviewState.DECIDED) {
            throw new ReviewRefused(ReviewProblem.NOT_DECIDED);
        }
        Linked linked = review.linkEvent() == 0 ? takeBack(review, reviewer) : undo(review, reviewer);
        votes.close(id);
        desk.mustHold(table.reopen(id));
        desk.note(reviewer, "decision-undone", review, null);
        return linked;
    }

    private Linked takeBack(ReviewRow review, String reviewer) {
        table.takeBack(review, reviewer);
        return Linked.NOTHING;
    }

    private Linked undo(ReviewRow review, String reviewer) {
        try {
            return register.undo(review.linkEvent(), reviewer);
        } catch (IllegalArgumentException | IllegalStateException later) {
            throw new ReviewRefused(ReviewProblem.NOT_THE_LAST);
        }
    }
}
