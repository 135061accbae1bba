package de.kimhub.linkage.review;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.privacy.AuditLog;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Explains two files that somebody names by their numbers: only such as are one person's, or of one source, or have been
 * compared by the register, which asks the consents. The numbers are looked up by digest, and kept nowhere.
 */
public final class FilePair {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final FileNumbers numbers;
    private final AuditLog audit;
    private final Explanations explanations;
    private final ReviewRules rules;

    public FilePair(Reviews.Parts parts, ReviewRules rules, SourceCases cases, Explanations explanations) {
        this.jdbc = parts.jdbc();
        this.transactions = parts.transactions();
        this.numbers = new FileNumbers(parts.jdbc(), cases);
        this.audit = parts.audit();
        this.explanations = explanations;
        this.rules = rules;
    }

    /** @param number the source's own number of its file */
    public record Named(String instance, String number) {

        /** Names no number. */
        @Override
        public String toString() {
            return instance + ":...";
        }
    }

    /**
     * Refuses files that it does not know and files that it may not compare with the same words.
     *
     * @param reviewer who is shown the values, or {@code null}: then nobody is
     */
    public PairExplanation explain(Named left, Named right, String reviewer) {
        if (reviewer != null && rules.reviewer(reviewer).isEmpty()) {
            throw new ReviewRefused(ReviewProblem.NO_REVIEWER);
        }
        return transactions.execute(status -> {
            Files files = compared(left, right);
            PairExplanation explanation = explanations.of(files.one().id(), files.other().id())
                    .orElseThrow(FilePair::notCompared);
            audit.add(reviewer == null ? "hub" : reviewer, reviewer == null ? "link-explained" : "link-viewed",
                    "files " + files.one().id() + " and " + files.other().id(), 1, null);
            return reviewer == null ? explanation.withoutValues() : explanation;
        });
    }

    /** What became of the two files so far, the oldest first; refused like {@link #explain}. */
    public List<PairEvent> events(Named left, Named right) {
        return transactions.execute(status -> {
            Files files = compared(left, right);
            return new PairEvents(jdbc).of(files.one().id(), files.other().id());
        });
    }

    private record Files(SourceCase one, SourceCase other) {
    }

    private Files compared(Named left, Named right) {
        Files files = new Files(numbers.find(left).orElseThrow(FilePair::notCompared),
                numbers.find(right).orElseThrow(FilePair::notCompared));
        if (!mayBeCompared(files.one(), files.other())) {
            throw notCompared();
        }
        return files;
    }

    private boolean mayBeCompared(SourceCase one, SourceCase other) {
        long left = Math.min(one.id(), other.id());
        long right = Math.max(one.id(), other.id());
        return one.personId() == other.personId() || one.instanceNo() == other.instanceNo()
                || Boolean.TRUE.equals(jdbc.queryForObject("""
                        select exists (select 1 from identity.pair where left_case = ? and right_case = ?)
                            or exists (select 1 from identity.review where left_case = ? and right_case = ?)""",
                Boolean.class, left, right, left, right));
    }

    private static ReviewRefused notCompared() {
        return new ReviewRefused(ReviewProblem.NOT_COMPARED);
    }
}
