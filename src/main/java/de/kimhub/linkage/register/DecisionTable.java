package de.kimhub.linkage.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was decided about two files, for good unless undone. */
@Component
class DecisionTable {

    private final JdbcTemplate jdbc;

    DecisionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Decided(long id, Pair pair, boolean same) {
    }

    /** In force, with one of these files. */
    List<Decided> touching(Collection<Long> files) {
        if (files.isEmpty()) {
            return new ArrayList<>();
        }
        long[] numbers = Sql.longs(files);
        return jdbc.query("""
                select id, left_case, right_case, same from identity.pair_decision
                where undone_at is null and left_case = any(?)
                union select id, left_case, right_case, same from identity.pair_decision
                where undone_at is null and right_case = any(?)""",
                (row, no) -> new Decided(row.getLong(1), new Pair(row.getLong(2), row.getLong(3)), row.getBoolean(4)),
                numbers, numbers);
    }

    /** A pair about which something stands already keeps that. */
    List<Decided> insert(Collection<Pair> pairs, boolean same, String reason, String actor) {
        List<Pair> sorted = pairs.stream().distinct().sorted(Pair.ORDER).toList();
        return sorted.isEmpty() ? List.of() : jdbc.query("""
                insert into identity.pair_decision (left_case, right_case, same, reason, decided_by)
                select l, r, ?, ?, ? from unnest(?::bigint[], ?::bigint[]) as p (l, r)
                on conflict (left_case, right_case) where undone_at is null do nothing
                returning id, left_case, right_case, same""",
                (row, no) -> new Decided(row.getLong(1), new Pair(row.getLong(2), row.getLong(3)), row.getBoolean(4)),
                same, reason, actor, sorted.stream().mapToLong(Pair::left).toArray(),
                sorted.stream().mapToLong(Pair::right).toArray());
    }

    void undo(Collection<Long> ids, String actor) {
        jdbc.update("update identity.pair_decision set undone_at = now(), undone_by = ?"
                + " where id = any(?) and undone_at is null", actor, Sql.longs(ids));
    }

    /** Puts into force again what was overruled. */
    void restore(Collection<Long> ids) {
        jdbc.update("""
                update identity.pair_decision d set undone_at = null, undone_by = null
                where id = any(?) and undone_at is not null and not exists (select 1 from identity.pair_decision o
                    where o.left_case = d.left_case and o.right_case = d.right_case and o.undone_at is null)""",
                (Object) Sql.longs(ids));
    }
}
