package de.kimhub.linkage.review;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.KnownFiles;
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
    private final ShownPairs shown;
    private final ReviewDecisions decisions;
    private final TransactionTemplate transactions;
    private final ReviewSteps steps;
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
        this.shown = new ShownPairs(table, files, explanations, parts.keys());
        this.transactions = parts.transactions();
        this.steps = new ReviewSteps(transactions);
        this.jdbc = parts.jdbc();
        this.keys = parts.keys();
        this.rules = rules;
        this.clock = parts.clock();
        this.decisions = new ReviewDecisions(desk, table, new Votes(jdbc, keys), shown, rules, register,
                new LockOrder(jdbc));
    }

    /**
     * What waits now: where reviewers differ for too long first, then the most harmful, then the oldest. Nothing in it is
     * about a person.
     */
    public List<WaitingPair> waiting(int limit, long offset) {
        return transactions.execute(status -> table.due(limit, offset).stream().map(due ->
                explanations.of(due.left(), due.right()).map(why -> due.pair().withProbability(why.probability()))
                        .orElse(due.pair())).toList());
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
        ShownPairs.Pair pair = shown.show(review, reviewer);
        desk.note(reviewer, "review-viewed", review, null);
        return new ReviewCase(id, pair.left(), pair.right(), pair.explanation(), table.bothConsented(review),
                review.differing());
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
            OfSource file = file(review, instance);
            desk.mustHold(table.asked(id, reviewer, file.instanceNo(), rules.answer()));
            desk.note(reviewer, "review-asked", review, instance);
            return file.number();
        });
    }

    /**
     * Where reviewers differ for too long: the files stay apart, as decided, until that is taken back; and a source is
     * asked. Not where they are one person's: nobody parts a person alone.
     *
     * @return the source's own number of its file, by which to ask
     */
    public String apart(long id, String reviewer, String instance) {
        return steps.carryOut(() -> {
            ReviewRow review = decisions.keep(id, reviewer);
            OfSource file = file(review, instance);
            decisions.apart(review, reviewer);
            desk.note(reviewer, "review-asked", review, instance);
            return file.number();
        });
    }

    private record OfSource(int instanceNo, String number) {
    }

    private OfSource file(ReviewRow review, String instance) {
        Map<String, Object> file = jdbc.queryForList("""
                        select i.no, s.case_number from identity.source_case s join hub.instance i on i.no = s.instance_no
                         where s.id in (?, ?) and i.id = ? order by s.id limit 1""", review.left(), review.right(),
                instance).stream().findFirst().orElseThrow(() -> new ReviewRefused(ReviewProblem.NOT_A_SOURCE));
        byte[] number = (byte[]) file.get("case_number");
        if (number == null) {
            throw new ReviewRefused(ReviewProblem.NOTHING_KEPT);
        }
        return new OfSource(((Number) file.get("no")).intValue(),
                new String(keys.decrypt(number, "case-number"), StandardCharsets.UTF_8));
    }

    /**
     * The reviewer's opinion: it decides, unless somebody else has to say something as well.
     *
     * @param note whether the body that said so keeps a note that they are different persons (§ 5(3) AZRG-DV)
     */
    public DecisionOutcome decide(long id, String reviewer, boolean same, DecisionReason reason, boolean note) {
        return steps.carryOut(() -> decisions.decide(id, reviewer, same, reason, note));
    }

    /** Takes a decision back, with all that followed from it; the pair waits again. */
    public Linked undo(long id, String reviewer) {
        return steps.carryOut(() -> decisions.undo(id, reviewer));
    }
}
