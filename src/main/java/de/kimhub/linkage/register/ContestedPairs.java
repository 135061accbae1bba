package de.kimhub.linkage.register;

import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pairs of one person's files that wait for a person, since what their sources say now contradicts each other. */
@Component
class ContestedPairs {

    /** What was passed on of one of them may have been the other's. */
    private static final int HARM = 10;

    private final JdbcTemplate jdbc;
    private final Chronicle chronicle;

    ContestedPairs(JdbcTemplate jdbc, Chronicle chronicle) {
        this.jdbc = jdbc;
        this.chronicle = chronicle;
    }

    /**
     * These pairs of one person wait for somebody to say whether they are, unless somebody did; other pairs of the files
     * that waited for that do no longer.
     */
    void contest(Collection<Long> files, Map<Pair, PairScore> contradictions, Scorer scorer) {
        if (files.isEmpty()) {
            return;
        }
        List<Pair> all = contradictions.keySet().stream().sorted(Pair.ORDER).toList();
        long[] left = all.stream().mapToLong(Pair::left).toArray();
        long[] right = all.stream().mapToLong(Pair::right).toArray();
        jdbc.update("""
                update identity.review r set state = 'MOOT', contested = false, locked_by = null, locked_until = null,
                       differ_until = null, shown = null, shown_model = null, shown_digest = null
                where r.contested and r.state not in ('DECIDED', 'MOOT') and (r.left_case = any(?) or r.right_case = any(?))
                  and not exists (select 1 from unnest(?::bigint[], ?::bigint[]) as p (l, r2)
                                  where p.l = r.left_case and p.r2 = r.right_case)""",
                Sql.longs(files), Sql.longs(files), left, right);
        jdbc.update("""
                insert into identity.review (left_case, right_case, bits, harm, explanation, model, contested)
                select l, r, b, ?, e, ?, true
                from unnest(?::bigint[], ?::bigint[], ?::float8[], ?::bytea[]) as p (l, r, b, e)
                where not exists (select 1 from identity.pair_decision d
                                  where d.left_case = l and d.right_case = r and d.undone_at is null)
                on conflict (left_case, right_case) do update
                set bits = excluded.bits, harm = excluded.harm, explanation = excluded.explanation,
                    model = excluded.model, state = 'OPEN', decision_id = null, contested = true,
                    locked_by = null, locked_until = null, created_at = now(), due_at = now(), scored_at = now(),
                    differ_until = null, shown = null, shown_model = null, shown_digest = null
                where review.state = 'MOOT' or review.state = 'DECIDED'""", HARM, scorer.model().version(), left,
                right, all.stream().mapToDouble(pair -> contradictions.get(pair).bits()).toArray(),
                all.stream().map(pair -> chronicle.explanation(new PairTable.Scored(pair, contradictions.get(pair)), scorer))
                        .toArray(byte[][]::new));
    }
}
