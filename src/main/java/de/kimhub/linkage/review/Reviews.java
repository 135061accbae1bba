package de.kimhub.linkage.review;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.KnownFile;
import de.kimhub.linkage.explanation.KnownFiles;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.privacy.AuditLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue of possible matches. Only named reviewers see or decide one. Each method is a transaction of its own, and
 * each step stands in the audit log, by numbers only.
 */
public final class Reviews {

    private final ReviewDesk desk;
    private final ReviewTable table;
    private final Explanations explanations;
    private final KnownFiles files;
    private final ReviewDecisions decisions;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final KeyVault keys;
    private final ReviewRules rules;
    private final Clock clock;

    /** What the queue rests on. */
    public record Parts(JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault keys, AuditLog audit, Clock clock) {
    }

    /** @param register with all that follows from a move of a file */
    public Reviews(Parts parts, ReviewRules rules, KnownFiles files, Explanations explanations,
                   PersonRegister register) {
        this.table = new ReviewTable(parts.jdbc());
        this.desk = new ReviewDesk(table, rules, parts.audit());
        this.explanations = explanations;
        this.files = files;
        this.transactions = parts.transactions();
        this.jdbc = parts.jdbc();
        this.keys = parts.keys();
        this.rules = rules;
        this.clock = parts.clock();
        this.decisions = new ReviewDecisions(desk, table, new Votes(jdbc, keys), explanations, rules, register);
    }

    /** What waits now, the most harmful first, then the oldest. Nothing in it is about a person. */
    public List<WaitingPair> waiting(int limit, long offset) {
        return table.due(limit, offset);
    }

    public long countWaiting() {
        return table.countDue();
    }

    /** The next pair that the reviewer may look at, as by {@link #take}. */
    public Optional<ReviewCase> takeNext(String reviewer) {
        desk.mustBeReviewer(reviewer);
        return transactions.execute(status -> table.next(reviewer).map(id -> show(id, reviewer)));
    }

    /** Takes the pair for the reviewer for a time, so that nobody else has it, and shows it. */
    public ReviewCase take(long id, String reviewer) {
        return transactions.execute(status -> show(id, reviewer));
    }

    private ReviewCase show(long id, String reviewer) {
        ReviewRow review = desk.take(id, reviewer);
        Map<Long, KnownFile> both = files.of(List.of(review.left(), review.right()));
        PairExplanation why = explanations.of(review.left(), review.right())
                .orElseThrow(() -> new ReviewRefused(ReviewProblem.NOTHING_KEPT));
        desk.note(reviewer, "review-viewed", review, null);
        return new ReviewCase(id, both.get(review.left()).instance(), both.get(review.right()).instance(), why,
                table.bothConsented(review));
    }

    /** Gives the pair back undecided. */
    public void release(long id, String reviewer) {
        transactions.executeWithoutResult(status -> {
            ReviewRow review = desk.taken(id, reviewer);
            desk.mustHold(table.release(id, reviewer));
            desk.note(reviewer, "review-released", review, null);
        });
    }

    /** It comes up again on that day. */
    public void later(long id, String reviewer, LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        if (!until.isAfter(today) || until.isAfter(today.plusYears(1))) {
            throw new ReviewRefused(ReviewProblem.WRONG_DAY);
        }
        transactions.executeWithoutResult(status -> {
            ReviewRow review = desk.taken(id, reviewer);
            desk.mustHold(table.later(id, reviewer, until));
            desk.note(reviewer, "review-later", review, until.toString());
        });
    }

    /**
     * The reviewer asks a source what it knows; the pair comes up again after a time.
     *
     * @return the source's own number of its file, by which to ask
     */
    public String ask(long id, String reviewer, String instance) {
        return transactions.execute(status -> {
            ReviewRow review = desk.taken(id, reviewer);
            Map<String, Object> file = jdbc.queryForList("""
                            select i.no, s.case_number from identity.source_case s join hub.instance i on i.no = s.instance_no
                             where s.id in (?, ?) and i.id = ? order by s.id limit 1""", review.left(), review.right(),
                    instance).stream().findFirst().orElseThrow(() -> new ReviewRefused(ReviewProblem.NOT_A_SOURCE));
            byte[] number = (byte[]) file.get("case_number");
            if (number == null) {
                throw new ReviewRefused(ReviewProblem.NOTHING_KEPT);
            }
            desk.mustHold(table.asked(id, reviewer, ((Number) file.get("no")).intValue(), rules.answer()));
            desk.note(reviewer, "review-asked", review, instance);
            return new String(keys.decrypt(number, "case-number"), StandardCharsets.UTF_8);
        });
    }

    /**
     * The reviewer's opinion: it decides, unless somebody else has to say something as well.
     *
     * @param note whether the body that said so keeps a note that they are different persons (§ 5(3) AZRG-DV)
     */
    public DecisionOutcome decide(long id, String reviewer, boolean same, DecisionReason reason, boolean note) {
        return transactions.execute(status -> decisions.decide(id, reviewer, same, reason, note));
    }

    /** Takes a decision back, with all that followed from it; the pair waits again. */
    public Linked undo(long id, String reviewer) {
        return transactions.execute(status -> decisions.undo(id, reviewer));
    }
}
