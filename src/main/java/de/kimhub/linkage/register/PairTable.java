package de.kimhub.linkage.register;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.Cap;
import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.PairScore.Evidence;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pairs of files that matter: sure ones, doubtful ones, and contradictory ones among files that belong together. */
@Component
class PairTable {

    private static final Comparator<Scored> ORDER = Comparator.comparing(Scored::pair, Pair.ORDER);

    /** Of a contradictory pair no more is kept than that something speaks against it. */
    private static final List<Evidence> AGAINST = List.of(new Evidence(Level.GIVEN_DIFFERENT, -100));

    private final JdbcTemplate jdbc;

    PairTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param score without its evidence when it was read */
    record Scored(Pair pair, PairScore score) {
    }

    void store(Collection<Scored> scored, String model) {
        List<Scored> sorted = scored.stream().sorted(ORDER).toList();
        if (!sorted.isEmpty()) {
            jdbc.update("""
                    insert into identity.pair (left_case, right_case, band, bits, caps, model)
                    select l, r, b, s, string_to_array(c, ','), ?
                    from unnest(?::bigint[], ?::bigint[], ?::int[], ?::float8[], ?::text[]) as p (l, r, b, s, c)
                    on conflict (left_case, right_case) do update set band = excluded.band, bits = excluded.bits,
                        caps = excluded.caps, model = excluded.model, at = now()""",
                    model, sorted.stream().mapToLong(one -> one.pair().left()).toArray(),
                    sorted.stream().mapToLong(one -> one.pair().right()).toArray(),
                    sorted.stream().mapToInt(one -> one.score().band().ordinal()).toArray(),
                    sorted.stream().mapToDouble(one -> one.score().bits()).toArray(),
                    sorted.stream().map(PairTable::caps).toArray(String[]::new));
        }
    }

    void delete(Collection<Pair> pairs) {
        if (!pairs.isEmpty()) {
            List<Pair> sorted = pairs.stream().sorted(Pair.ORDER).toList();
            jdbc.update("delete from identity.pair p using unnest(?::bigint[], ?::bigint[]) as g (l, r)"
                            + " where p.left_case = g.l and p.right_case = g.r",
                    sorted.stream().mapToLong(Pair::left).toArray(), sorted.stream().mapToLong(Pair::right).toArray());
        }
    }

    /** All with one of these files. */
    List<Scored> touching(Collection<Long> files) {
        if (files.isEmpty()) {
            return new ArrayList<>();
        }
        long[] numbers = Sql.longs(files);
        return jdbc.query("""
                select left_case, right_case, band, bits, caps from identity.pair where left_case = any(?)
                union select left_case, right_case, band, bits, caps from identity.pair where right_case = any(?)""",
                (row, no) -> scored(new Pair(row.getLong(1), row.getLong(2)), row.getInt(3), row.getDouble(4),
                        row.getArray(5)), numbers, numbers);
    }

    /** As it was stored. */
    static Scored scored(Pair pair, int bandNo, double bits, Array capNames) throws SQLException {
        Set<Cap> caps = Stream.of((String[]) capNames.getArray()).map(Cap::valueOf).collect(Collectors.toSet());
        Band band = Band.values()[bandNo];
        return new Scored(pair, new PairScore(bits, 1 / (1 + Math.pow(2, -bits)), band,
                band == Band.NEW ? AGAINST : List.of(), caps));
    }

    private static String caps(Scored one) {
        return one.score().caps().stream().map(Cap::name).sorted().collect(Collectors.joining(","));
    }
}
