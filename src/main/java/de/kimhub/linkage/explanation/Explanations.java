package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.Scorer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Explains any two files that the hub has, with the model as it is now. In the caller's transaction, if there is one. */
public final class Explanations {

    /** The likeliest other person that either file could belong to. */
    private static final String NEXT = """
            select max(p.bits) from identity.pair p
              join identity.source_case l on l.id = p.left_case join identity.source_case r on r.id = p.right_case
             where p.band < 2 and (p.left_case in (?, ?) or p.right_case in (?, ?)) and not (p.left_case = ? and p.right_case = ?)
               and l.person_id <> r.person_id
               and (l.person_id not in (?, ?) or r.person_id not in (?, ?))""";

    private final JdbcTemplate jdbc;
    private final KnownFiles files;
    private final Supplier<Scorer> scorer;

    public Explanations(JdbcTemplate jdbc, KnownFiles files, Supplier<Scorer> scorer) {
        this.jdbc = jdbc;
        this.files = files;
        this.scorer = scorer;
    }

    /** @return empty when one of the files is not there, or nothing is kept of the person in it */
    public Optional<PairExplanation> of(long left, long right) {
        Map<Long, KnownFile> found = files.of(List.of(left, right));
        KnownFile one = found.get(left);
        KnownFile other = found.get(right);
        return one == null || other == null ? Optional.empty()
                : new Explainer(scorer.get()).explain(one, other, next(one, other));
    }

    private Double next(KnownFile one, KnownFile other) {
        long smaller = Math.min(one.id(), other.id());
        long greater = Math.max(one.id(), other.id());
        return jdbc.queryForObject(NEXT, Double.class, one.id(), other.id(), one.id(), other.id(), smaller, greater,
                one.person(), other.person(), one.person(), other.person());
    }
}
