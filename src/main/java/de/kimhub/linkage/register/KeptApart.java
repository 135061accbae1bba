package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Decisions that two files are different people's, one of which is not kept any more: only whoever has both file numbers
 * before them can tell. So nobody is asked again when the source tells of it once more.
 */
@Component
class KeptApart {

    private final JdbcTemplate jdbc;
    private final KeyVault vault;
    private final SourceCases cases;

    KeptApart(JdbcTemplate jdbc, KeyVault vault, SourceCases cases) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.cases = cases;
    }

    private byte[] digest(SourceCase one, SourceCase other) {
        boolean inOrder = FileOrder.BY_DIGEST.compare(one, other) <= 0;
        return vault.digest("kept-apart", name(inOrder ? one : other), name(inOrder ? other : one));
    }

    private static String name(SourceCase file) {
        return file.instanceNo() + ":" + HexFormat.of().formatHex(file.caseDigest());
    }

    /** What was decided of these files and others that stay. */
    void keep(Collection<Long> forgotten) {
        record Row(long left, long right, String reason, String by, Object at) {
        }
        List<Row> rows = jdbc.query("""
                select left_case, right_case, reason, decided_by, decided_at from identity.pair_decision
                where undone_at is null and not same and (left_case = any(?)) <> (right_case = any(?))""",
                (row, no) -> new Row(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getObject(5)),
                Sql.longs(forgotten), Sql.longs(forgotten));
        Set<Long> both = new HashSet<>();
        rows.forEach(row -> both.addAll(List.of(row.left(), row.right())));
        Map<Long, SourceCase> files = cases.byId(both);
        jdbc.batchUpdate("insert into identity.kept_apart (kept_case, digest, reason, decided_by, decided_at)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing", rows.stream().map(row -> new Object[] {
                    forgotten.contains(row.left()) ? row.right() : row.left(),
                    digest(files.get(row.left()), files.get(row.right())), row.reason(), row.by(), row.at()}).toList());
    }

    /** Pairs of these files and others, or of others of the same persons, that were decided to be different. */
    Set<Pair> among(Map<SourceCase, Collection<SourceCase>> likely) {
        Set<Long> persons = likely.values().stream().flatMap(Collection::stream).map(SourceCase::personId)
                .collect(Collectors.toSet());
        if (persons.isEmpty()) {
            return Set.of();
        }
        Map<Long, SourceCase> files = new HashMap<>();
        Map<Long, Set<ByteBuffer>> digests = new HashMap<>();
        jdbc.query("""
                select s.id, s.instance_no, s.case_digest, s.person_id, s.closed_on is null, k.digest
                from identity.source_case s join identity.kept_apart k on k.kept_case = s.id
                where s.person_id = any(?)""", row -> {
            files.put(row.getLong(1), new SourceCase(row.getLong(1), row.getInt(2), row.getBytes(3), row.getLong(4),
                    row.getBoolean(5)));
            digests.computeIfAbsent(row.getLong(1), file -> new HashSet<>()).add(ByteBuffer.wrap(row.getBytes(6)));
        }, (Object) Sql.longs(persons));
        Set<Pair> apart = new HashSet<>();
        likely.forEach((file, others) -> others.forEach(other -> digests.forEach((kept, known) -> {
            if (files.get(kept).personId() == other.personId()
                    && known.contains(ByteBuffer.wrap(digest(file, files.get(kept))))) {
                apart.add(Pair.of(file.id(), kept));
            }
        })));
        return apart;
    }

    /** The file is kept again: what was decided of it stands as any decision does. */
    void restore(Set<Pair> pairs, Map<Long, SourceCase> opened) {
        if (pairs.isEmpty()) {
            return;
        }
        Map<Long, SourceCase> files = new HashMap<>(cases.byId(pairs.stream()
                .flatMap(pair -> Stream.of(pair.left(), pair.right())).collect(Collectors.toSet())));
        files.putAll(opened);
        pairs.forEach(pair -> jdbc.update("""
                with kept as (delete from identity.kept_apart where kept_case in (?, ?) and digest = ?
                              returning reason, decided_by, decided_at)
                insert into identity.pair_decision (left_case, right_case, same, reason, decided_by, decided_at)
                select ?, ?, false, reason, decided_by, decided_at from kept
                on conflict (left_case, right_case) where undone_at is null do nothing""", pair.left(), pair.right(),
                digest(files.get(pair.left()), files.get(pair.right())), pair.left(), pair.right()));
    }
}
