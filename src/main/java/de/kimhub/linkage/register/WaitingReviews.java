package de.kimhub.linkage.register;

import de.kimhub.linkage.PairRescoring.Outdated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pairs that wait, and whether a reviewer has a hand in them. */
@Component
class WaitingReviews {

    private static final String WAITING = "r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')";
    private static final String UNTOUCHED = """
            r.state in ('OPEN', 'LATER') and not r.contested and (r.locked_until is null or r.locked_until < now())
            and not exists (select 1 from identity.review_vote v
                             where v.review_id = r.id and v.closed_at is null and v.at >= r.created_at)""";
    private static final String TOUCHING = """
            r.id in (select id from identity.review where left_case = any(array(select unnest(?::bigint[])))
                     union select id from identity.review where right_case = any(array(select unnest(?::bigint[]))))""";

    private final JdbcTemplate jdbc;

    WaitingReviews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Outdated> scoredBefore(Instant since, long after, int atMost) {
        return jdbc.query("select r.id, r.left_case, r.right_case from identity.review r where " + UNTOUCHED
                + " and r.scored_at < ? and r.id > ? order by r.id limit ?", (row, no) -> new Outdated(row.getLong(1),
                row.getLong(2), row.getLong(3)), since.atOffset(ZoneOffset.UTC), after, atMost);
    }

    /** Those with one of these files that nobody has a hand in; nobody gets one until the transaction ends. */
    Set<Pair> lockUntouched(Collection<Long> files) {
        long[] numbers = Sql.longs(files);
        return new HashSet<>(jdbc.query("select r.left_case, r.right_case from identity.review r where " + TOUCHING + " and "
                + UNTOUCHED + " order by r.id for update of r skip locked", (row, no) -> pair(row), numbers, numbers));
    }

    Set<Pair> waiting(Collection<Long> files) {
        long[] numbers = Sql.longs(files);
        return new HashSet<>(jdbc.query("select r.left_case, r.right_case from identity.review r where " + TOUCHING + " and "
                + WAITING, (row, no) -> pair(row), numbers, numbers));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getLong(1), row.getLong(2));
    }

    /** @param bits of the pairs that were compared; what else of them waits keeps its score, as of now */
    void scored(Collection<Pair> untouched, Map<Pair, Double> bits, Map<Pair, byte[]> explanations, String model) {
        List<Pair> renewed = untouched.stream().filter(bits::containsKey).filter(explanations::containsKey)
                .sorted(Pair.ORDER).toList();
        jdbc.update("""
                        update identity.review r set bits = p.b, explanation = p.e, model = ?
                          from unnest(?::bigint[], ?::bigint[], ?::float8[], ?::bytea[]) as p (l, r, b, e)
                         where r.left_case = p.l and r.right_case = p.r""", model,
                renewed.stream().mapToLong(Pair::left).toArray(), renewed.stream().mapToLong(Pair::right).toArray(),
                renewed.stream().mapToDouble(bits::get).toArray(),
                renewed.stream().map(explanations::get).toArray(byte[][]::new));
        jdbc.update("""
                        update identity.review r set scored_at = now() from unnest(?::bigint[], ?::bigint[]) as p (l, r)
                         where r.left_case = p.l and r.right_case = p.r""",
                untouched.stream().mapToLong(Pair::left).toArray(), untouched.stream().mapToLong(Pair::right).toArray());
    }
}
