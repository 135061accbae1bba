package de.kimhub.linkage.register;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.register.Prepared.Keyed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return keys.isEmpty() ? Map.of() : stored(keys, new HashSet<>(jdbc.queryForList(
                "select key from identity.crowded_key where not finest and key = any(?)", Long.class,
                (Object) allDigests(keys))));
    }

    private static Map<Keyed, Stored> stored(Collection<Keyed> keys, Set<Long> crowded) {
        Map<Keyed, Stored> stored = new HashMap<>();
        for (Keyed one : keys) {
            int depth = 0;
            while (depth < one.digests().size() - 1 && crowded.contains(one.digests().get(depth))) {
                depth++;
            }
            stored.put(one, new Stored(one.key(), depth, one.digests().get(depth)));
        }
        return stored;
    }

    private static long[] allDigests(Collection<Keyed> keys) {
        return keys.stream().flatMap(one -> one.digests().stream()).mapToLong(Long::longValue).toArray();
    }

    /**
     * Gives new files their keys, in one round trip.
     *
     * @return these, as they are stored at present
     */
    Map<Keyed, Stored> insertNew(Map<Long, Set<Keyed>> byFile) {
        return insert(byFile, "");
    }

    /** The same of files that may have some of them. */
    Map<Keyed, Stored> insert(Map<Long, Set<Keyed>> byFile) {
        return insert(byFile, "on conflict do nothing");
    }

    /** @param onConflict costs three times as much as the keys */
    private Map<Keyed, Stored> insert(Map<Long, Set<Keyed>> byFile, String onConflict) {
        Map<Keyed, Integer> numbers = new LinkedHashMap<>();
        byFile.values().forEach(keys -> keys.forEach(one -> numbers.putIfAbsent(one, numbers.size())));
        long[] digests = allDigests(numbers.keySet());
        int[] ofKey = numbers.entrySet().stream()
                .flatMapToInt(one -> one.getKey().digests().stream().mapToInt(digest -> one.getValue())).toArray();
        int[] keys = byFile.values().stream().flatMapToInt(some -> some.stream().mapToInt(numbers::get)).toArray();
        long[] files = byFile.entrySet().stream()
                .flatMapToLong(one -> one.getValue().stream().mapToLong(key -> one.getKey())).toArray();
        return stored(numbers.keySet(), new HashSet<>(jdbc.queryForList("""
                with crowded as materialized (
                    select key from identity.crowded_key where not finest and key = any(?)),
                finest as (
                    select distinct on (no) no, digest from unnest(?::int[], ?::bigint[]) with ordinality as k (no, digest, depth)
                     where digest not in (select key from crowded) order by no, depth),
                stored as (
                    insert into identity.blocking_key (key, case_id)
                    select distinct digest, file from unnest(?::int[], ?::bigint[]) as f (no, file) join finest using (no)
                    %s)
                select key from crowded""".formatted(onConflict), Long.class, digests, ofKey, digests, keys, files)));
    }

    Stored at(BlockingKey key, int depth) {
        return new Stored(key, depth, preparation.digest(key.refined(depth)));
    }

    /** Files by key. */
    Map<Long, List<Long>> files(Collection<Long> keys) {
        Map<Long, List<Long>> files = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.query("select key, case_id from identity.blocking_key where key = any(array(select unnest(?::bigint[])))", row -> {
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
