package de.kimhub.linkage.register;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.register.Prepared.Keyed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The blocking keys of files, as keyed digests. Of a crowded key the files have the next finer ones instead, and whoever
 * looks for it looks for those. The callers hold the lock buckets of the keys as they are before any refinement.
 */
@Component
class KeyTable {

    private final JdbcTemplate jdbc;
    private final Preparation preparation;

    KeyTable(JdbcTemplate jdbc, Preparation preparation) {
        this.jdbc = jdbc;
        this.preparation = preparation;
    }

    /**
     * A key as it is stored now.
     *
     * @param key   not refined
     * @param depth how many refinements it needs
     */
    record Stored(BlockingKey key, int depth, long digest) {

        @Override
        public int hashCode() {
            return Long.hashCode(digest);
        }
    }

    record Row(long key, long file) {
    }

    /** As they are stored at present. */
    Map<Keyed, Stored> stored(Collection<Keyed> keys) {
        Map<Keyed, Stored> stored = new HashMap<>();
        keys.forEach(one -> stored.put(one, new Stored(one.key(), 0, one.digest())));
        Set<Keyed> asked = stored.keySet();
        while (!asked.isEmpty()) {
            Set<Long> crowded = crowded(asked.stream().map(one -> stored.get(one).digest()).toList());
            asked = asked.stream().filter(one -> crowded.contains(stored.get(one).digest())).collect(Collectors.toSet());
            asked.forEach(one -> stored.put(one, finer(stored.get(one))));
        }
        return stored;
    }

    /**
     * Gives each file its keys.
     *
     * @return these, as they are stored at present
     */
    Map<Keyed, Stored> insert(Map<Long, Set<Keyed>> byFile) {
        Map<Keyed, Stored> stored = new HashMap<>();
        byFile.values().forEach(keys -> keys.forEach(one -> stored.put(one, new Stored(one.key(), 0, one.digest()))));
        Set<Keyed> missing = stored.keySet();
        while (!missing.isEmpty()) {
            Set<Keyed> now = missing;
            Set<Row> rows = new HashSet<>();
            byFile.forEach((file, keys) -> keys.stream().filter(now::contains)
                    .forEach(key -> rows.add(new Row(stored.get(key).digest(), file))));
            Set<Long> crowded = insertUnlessCrowded(rows);
            missing = now.stream().filter(one -> crowded.contains(stored.get(one).digest())).collect(Collectors.toSet());
            missing.forEach(one -> stored.put(one, finer(stored.get(one))));
        }
        return stored;
    }

    /** @return the crowded ones among the keys */
    private Set<Long> insertUnlessCrowded(Collection<Row> rows) {
        long[] keys = rows.stream().mapToLong(Row::key).toArray();
        return new HashSet<>(jdbc.queryForList("""
                with crowded as materialized (
                    select key from identity.crowded_key where not finest and key = any(?)),
                stored as (
                    insert into identity.blocking_key (key, case_id)
                    select k, f from unnest(?::bigint[], ?::bigint[]) as r (k, f)
                     where k not in (select key from crowded)
                    on conflict do nothing)
                select key from crowded""", Long.class, keys, keys, rows.stream().mapToLong(Row::file).toArray()));
    }

    private Stored finer(Stored one) {
        return at(one.key(), one.depth() + 1);
    }

    Stored at(BlockingKey key, int depth) {
        return new Stored(key, depth, preparation.digest(key.refined(depth)));
    }

    private Set<Long> crowded(Collection<Long> keys) {
        return new HashSet<>(jdbc.queryForList(
                "select key from identity.crowded_key where not finest and key = any(?)", Long.class,
                (Object) Sql.longs(new HashSet<>(keys))));
    }

    /** Files by key. */
    Map<Long, List<Long>> files(Collection<Long> keys) {
        Map<Long, List<Long>> files = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.query("select key, case_id from identity.blocking_key where key = any(?)", row -> {
                files.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(row.getLong(2));
            }, (Object) Sql.longs(keys));
        }
        return files;
    }

    void insert(Collection<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.update("insert into identity.blocking_key (key, case_id) select * from unnest(?::bigint[], ?::bigint[])"
                            + " on conflict do nothing",
                    rows.stream().mapToLong(Row::key).toArray(), rows.stream().mapToLong(Row::file).toArray());
        }
    }

    /** Before very many are inserted. */
    void dropIndexes() {
        jdbc.execute("alter table identity.blocking_key drop constraint blocking_key_pkey");
        jdbc.execute("drop index identity.blocking_key_case");
    }

    /** Without looking whether the files are there: whoever inserts very many has just made them. */
    void insertUnchecked(Collection<Row> rows) {
        jdbc.execute("set local session_replication_role = replica");
        insert(rows);
        jdbc.execute("set local session_replication_role = origin");
    }

    void createIndexes() {
        jdbc.execute("set local maintenance_work_mem = '256MB'");
        jdbc.execute("alter table identity.blocking_key add primary key (key, case_id)");
        jdbc.execute("create index blocking_key_case on identity.blocking_key (case_id)");
    }

    Set<Long> sharedByMoreThan(int files) {
        return new HashSet<>(jdbc.queryForList(
                "select key from identity.blocking_key group by key having count(*) > ?", Long.class, files));
    }

    /** Keys that files have although they were refined. */
    Set<Long> comeBackAfterRefining() {
        return new HashSet<>(jdbc.queryForList("""
                select key from identity.crowded_key c where not finest
                    and exists (select 1 from identity.blocking_key b where b.key = c.key)""", Long.class));
    }

    void deleteKey(long key) {
        jdbc.update("delete from identity.blocking_key where key = ?", key);
    }

    void deleteOf(Collection<Long> files) {
        jdbc.update("delete from identity.blocking_key where case_id = any(?)", (Object) Sql.longs(files));
    }

    /** @return whether it was not reported with as many files, or half as many, before */
    boolean markCrowded(Stored key, int files, boolean finest) {
        return jdbc.update("""
                insert into identity.crowded_key (key, pass, depth, files, finest) values (?, ?, ?, ?, ?)
                on conflict (key) do update set files = excluded.files, at = now()
                where crowded_key.files * 2 <= excluded.files""",
                key.digest(), key.key().pass(), key.depth(), files, finest) > 0;
    }
}
