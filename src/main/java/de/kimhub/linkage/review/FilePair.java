package de.kimhub.linkage.review;

import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.privacy.AuditLog;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Explains two files that somebody names by their numbers. The numbers are looked up by digest, and kept nowhere. */
public final class FilePair {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final SourceCases cases;
    private final AuditLog audit;
    private final Explanations explanations;
    private final ReviewRules rules;

    public FilePair(Reviews.Parts parts, ReviewRules rules, SourceCases cases, Explanations explanations) {
        this.jdbc = parts.jdbc();
        this.transactions = parts.transactions();
        this.cases = cases;
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

    /** @param reviewer who is shown the values, or {@code null}: then nobody is */
    public PairExplanation explain(Named left, Named right, String reviewer) {
        if (reviewer != null && rules.reviewer(reviewer).isEmpty()) {
            throw new ReviewRefused(ReviewProblem.NO_REVIEWER);
        }
        return transactions.execute(status -> {
            long one = file(left);
            long other = file(right);
            PairExplanation explanation = explanations.of(one, other).orElseThrow(FilePair::nothingKept);
            audit.add(reviewer == null ? "hub" : reviewer, reviewer == null ? "link-explained" : "link-viewed",
                    "files " + one + " and " + other, 1, null);
            return reviewer == null ? explanation.withoutValues() : explanation;
        });
    }

    private long file(Named named) {
        List<Long> found = jdbc.queryForList("""
                        select s.id from identity.source_case s join hub.instance i on i.no = s.instance_no
                         where i.id = ? and s.case_digest = ?""", Long.class, named.instance(),
                cases.digest(named.instance(), named.number()));
        return found.stream().findFirst().orElseThrow(FilePair::nothingKept);
    }

    private static ReviewRefused nothingKept() {
        return new ReviewRefused(ReviewProblem.NOTHING_KEPT);
    }
}
