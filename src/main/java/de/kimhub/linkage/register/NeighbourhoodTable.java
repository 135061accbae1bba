package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.persons.Partition;
import de.kimhub.linkage.register.DecisionTable.Decided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads neighbourhoods, each in one round trip: what connects, as {@link Neighbourhood#connects} says, is followed there. */
@Component
class NeighbourhoodTable {

    /**
     * {@code offset 0} keeps the database from reading whole tables where it cannot know how few files it will be, and the
     * array of an array from planning anew each time, as it does where it sees how few are asked for.
     */
    private static final String SELECT = """
            with recursive inside (file) as (
                select unnest(array(select unnest(?::bigint[])))
                union
                select n.file from inside i cross join lateral (
                    select right_case from identity.pair where left_case = i.file and bits >= %1$s
                    union all select left_case from identity.pair where right_case = i.file and bits >= %1$s
                    union all select right_case from identity.pair_decision
                               where left_case = i.file and same and undone_at is null
                    union all select left_case from identity.pair_decision
                               where right_case = i.file and same and undone_at is null offset 0) as n (file))
            select r.* from inside i cross join lateral (
                select 0 as kind, id, person_id, instance_no, case_digest, closed_on is null, null::bigint,
                       null::float8, null::text[]
                  from identity.source_case where id = i.file
                union all
                select 1, left_case, right_case, band, null, null, null, bits, caps
                  from identity.pair where left_case = i.file
                union all
                select 1, left_case, right_case, band, null, null, null, bits, caps
                  from identity.pair where right_case = i.file
                union all
                select 2, left_case, right_case, null, null, same, id, null, null
                  from identity.pair_decision where left_case = i.file and undone_at is null
                union all
                select 2, left_case, right_case, null, null, same, id, null, null
                  from identity.pair_decision where right_case = i.file and undone_at is null offset 0) r
             order by 1, 2, 3""".formatted(Partition.RIVAL_BITS);

    private final JdbcTemplate jdbc;

    NeighbourhoodTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Neighbourhood around(Collection<Long> files) {
        Neighbourhood around = new Neighbourhood(new HashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        Map<Long, Decided> decided = new LinkedHashMap<>();
        jdbc.query(SELECT, row -> {
            switch (row.getInt(1)) {
                case 0 -> around.files().put(row.getLong(2), new SourceCase(row.getLong(2), row.getInt(4), row.getBytes(5),
                        row.getLong(3), row.getBoolean(6)));
                case 1 -> {
                    Pair pair = new Pair(row.getLong(2), row.getLong(3));
                    around.pairs().put(pair, PairTable.scored(pair, row.getInt(4), row.getDouble(8), row.getArray(9)));
                }
                default -> decided.put(row.getLong(7),
                        new Decided(row.getLong(7), new Pair(row.getLong(2), row.getLong(3)), row.getBoolean(6)));
            }
        }, (Object) Sql.longs(files));
        around.decided().addAll(decided.values());
        return around;
    }
}
