package de.kimhub.linkage.review;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.privacy.AuditLog;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts right what was linked wrongly, whether by itself, by a number that somebody showed, or by a decision. Only named
 * reviewers may. Each method is a transaction of its own and stands in the audit log, by numbers only.
 */
public final class LinkCorrections {

    private final ReviewDesk desk;
    private final ReviewTable table;
    private final FileNumbers numbers;
    private final Reviews reviews;
    private final PersonRegister register;
    private final ReviewSteps steps;
    private final JdbcTemplate jdbc;
    private final AuditLog audit;

    /** @param register with all that follows from a move of a file */
    public LinkCorrections(Reviews.Parts parts, ReviewRules rules, SourceCases cases, Reviews reviews,
                           PersonRegister register) {
        this.table = new ReviewTable(parts.jdbc());
        this.desk = new ReviewDesk(table, rules, parts.audit());
        this.numbers = new FileNumbers(parts.jdbc(), cases);
        this.reviews = reviews;
        this.register = register;
        this.steps = new ReviewSteps(parts.transactions());
        this.jdbc = parts.jdbc();
        this.audit = parts.audit();
    }

    /** Takes one file out of the person it is in; it counts as decided that the others are somebody else's. */
    public Linked part(Named file, String reviewer, DecisionReason reason) {
        desk.mustBeReviewer(reviewer);
        if (reason.same() || reason == DecisionReason.UNEINIG) {
            throw new ReviewRefused(ReviewProblem.WRONG_REASON);
        }
        return steps.carryOut(() -> {
            SourceCase found = numbers.find(file).orElseThrow(() -> new ReviewRefused(ReviewProblem.NOT_JOINED));
            Linked linked = split(found, reviewer, reason);
            audit.add(reviewer, "file-parted", "file " + found.id() + ", link event " + linked.event(), 1, reason.code());
            return linked;
        });
    }

    private Linked split(SourceCase file, String reviewer, DecisionReason reason) {
        try {
            return register.split(file.personId(), Set.of(file.id()), reason.code(), reviewer);
        } catch (IllegalArgumentException alone) {
            throw new ReviewRefused(ReviewProblem.NOT_JOINED);
        }
    }

    /** Takes back what a link event did. Where it was the decision of a pair, the pair waits again. */
    public Linked undo(long linkEvent, String reviewer) {
        desk.mustBeReviewer(reviewer);
        return steps.carryOut(() -> {
            mayBeUndone(linkEvent);
            Optional<Long> review = table.decidedBy(linkEvent);
            if (review.isPresent()) {
                return reviews.undo(review.get(), reviewer);
            }
            Linked linked = takeBack(linkEvent, reviewer);
            audit.add(reviewer, "link-undone", "link event " + linkEvent + ", by link event " + linked.event(), 1, null);
            return linked;
        });
    }

    private Linked takeBack(long linkEvent, String reviewer) {
        try {
            return register.undo(linkEvent, reviewer);
        } catch (IllegalArgumentException later) {
            throw new ReviewRefused(ReviewProblem.NOT_THE_LAST);
        }
    }

    private void mayBeUndone(long linkEvent) {
        String kind = jdbc.queryForList("select kind from identity.link_event where id = ?", String.class, linkEvent)
                .stream().findFirst().orElseThrow(() -> new ReviewRefused(ReviewProblem.NO_EVENT));
        if (kind.equals("DOUBT_ENDED")) {
            throw new ReviewRefused(ReviewProblem.NOTHING_LINKED);
        }
        if (kind.equals("UNDONE") || holds("select exists (select 1 from identity.link_event where undoes = ?)", linkEvent)) {
            throw new ReviewRefused(ReviewProblem.UNDONE);
        }
        if (kind.equals("PARTED") && holds("""
                select count(distinct s.person_id) > 1 from identity.link_event e
                  join identity.source_case s on s.id = any(e.cases || e.beside)
                 where e.id = ? and exists (
                     select 1 from hub.consent c
                      where c.person_id = s.person_id and c.withdrawn_on is null and not c.test)""", linkEvent)) {
            throw new ReviewRefused(ReviewProblem.WANTS_TWO);
        }
    }

    private boolean holds(String question, long linkEvent) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, linkEvent));
    }
}
