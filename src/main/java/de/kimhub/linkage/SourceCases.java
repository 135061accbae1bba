package de.kimhub.linkage;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.FieldValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The files of all sources and the persons they belong to. All methods run in the caller's transaction. */
@Component
public class SourceCases {

    /** 20,000 advisory locks in one transaction exhaust PostgreSQL's lock table; so keys share buckets. */
    static final int LOCK_BUCKETS = 4096;
    /** What file numbers are encrypted for. */
    public static final String CASE_NUMBER = "case-number";

    private static final RowMapper<SourceCase> SOURCE_CASE = (row, no) -> new SourceCase(row.getLong(1),
            row.getInt(2), row.getBytes(3), row.getLong(4), row.getDate(5) == null);

    private final JdbcTemplate jdbc;
    private final KeyVault keys;
    private final LockOrder order;

    public SourceCases(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.order = new LockOrder(jdbc);
    }

    /**
     * A file that is new to the hub.
     *
     * @param persona as files had it before personas had a table of their own; else {@code null}
     */
    public record NewCase(long id, int instanceNo, byte[] caseDigest, String caseNumber, long personId,
                          byte[] persona) {
    }

    public byte[] digest(String instanceId, String caseNumber) {
        return keys.digest("case", instanceId, caseNumber);
    }

    /** Of who a file's source says the person is. */
    public byte[] digest(FieldValues person, String authority) {
        return keys.digest("persona", HexFormat.of().formatHex(person.encode()), authority);
    }

    /**
     * Keeps everybody else from deciding about these digests until the transaction ends. Taken once per batch, in
     * order, so that two nodes never wait for each other in a circle.
     */
    public void lock(Collection<byte[]> digests) {
        order.take(LockOrder.Space.CASES, lockBuckets(digests));
    }

    /** Of these digests, in {@link LockOrder.Space#CASES}. */
    public static Set<Integer> lockBuckets(Collection<byte[]> digests) {
        return digests.stream().filter(digest -> digest != null)
                .map(digest -> Math.floorMod(ByteBuffer.wrap(digest).getInt(), LOCK_BUCKETS)).collect(Collectors.toSet());
    }

    public Map<ByteBuffer, SourceCase> find(int instanceNo, Collection<byte[]> caseDigests) {
        Map<ByteBuffer, SourceCase> found = new HashMap<>();
        jdbc.query("""
                        select id, instance_no, case_digest, person_id, closed_on from identity.source_case
                        where instance_no = ? and case_digest = any(?)""", SOURCE_CASE, instanceNo,
                caseDigests.toArray(byte[][]::new))
                .forEach(one -> found.put(ByteBuffer.wrap(one.caseDigest()), one));
        return found;
    }

    public Map<Long, SourceCase> byId(Collection<Long> ids) {
        Map<Long, SourceCase> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query("select id, instance_no, case_digest, person_id, closed_on from identity.source_case "
                    + "where id = any(?)", SOURCE_CASE, (Object) longs(ids)).forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    public List<SourceCase> ofPersons(Collection<Long> persons) {
        return persons.isEmpty() ? List.of() : jdbc.query("select id, instance_no, case_digest, person_id, closed_on "
                + "from identity.source_case where person_id = any(?) order by id", SOURCE_CASE, (Object) longs(persons));
    }

    /** Instances that have a file of these persons, by person. */
    public Map<Long, Set<Integer>> instancesKnowing(Collection<Long> persons) {
        return jdbc.query("select person_id, instance_no from identity.source_case where person_id = any(?)",
                (ResultSetExtractor<Map<Long, Set<Integer>>>) rows -> {
                    Map<Long, Set<Integer>> knowing = new HashMap<>();
                    while (rows.next()) {
                        knowing.computeIfAbsent(rows.getLong(1), id -> new HashSet<>()).add(rows.getInt(2));
                    }
                    return knowing;
                }, (Object) longs(persons));
    }

    /** Files of any source, by their digests: a digest belongs to one file of one source. */
    public List<SourceCase> findAnywhere(Collection<byte[]> caseDigests) {
        return caseDigests.isEmpty() ? List.of() : jdbc.query("""
                        select id, instance_no, case_digest, person_id, closed_on from identity.source_case
                        where instance_no in (select no from hub.instance) and case_digest = any(?)""", SOURCE_CASE,
                (Object) caseDigests.toArray(byte[][]::new));
    }

    public List<Long> newPersons(int count) {
        // generate_series(1, ?) would be planned anew each time
        return count == 0 ? List.of() : jdbc.queryForList(
                "insert into identity.person (created_at) select now() from unnest(array_fill(0, array[?])) returning id",
                Long.class, count);
    }

    public List<Long> newCaseNumbers(int count) {
        return count == 0 ? List.of() : jdbc.queryForList(
                "select nextval('identity.source_case_id_seq') from unnest(array_fill(0, array[?]))", Long.class, count);
    }

    public void insert(List<NewCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        jdbc.update("""
                        insert into identity.source_case (id, instance_no, case_digest, case_number, person_id, persona)
                        overriding system value
                        select * from unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::bytea[], ?::bigint[],
                                             ?::bytea[])""",
                cases.stream().mapToLong(NewCase::id).toArray(),
                cases.stream().mapToInt(NewCase::instanceNo).toArray(),
                cases.stream().map(NewCase::caseDigest).toArray(byte[][]::new),
                cases.stream().map(one -> keys.encrypt(one.caseNumber().getBytes(StandardCharsets.UTF_8),
                        CASE_NUMBER)).toArray(byte[][]::new),
                cases.stream().mapToLong(NewCase::personId).toArray(),
                cases.stream().map(NewCase::persona).toArray(byte[][]::new));
    }

    /** Whose file it is now; it cannot become another's until the transaction ends. */
    public long lockPerson(long caseId) {
        lockFiles(List.of(caseId));
        return jdbc.queryForObject("select person_id from identity.source_case where id = ?", Long.class, caseId);
    }

    /** None of them can become another person's until the transaction ends. */
    public void lockFiles(Collection<Long> files) {
        order.takeFiles(files);
    }

    /** Whose files they are from now on. */
    public void assign(Map<Long, Long> personOf) {
        assign(personOf, Set.of());
    }

    /** @param unused persons that no file has any more then */
    public void assign(Map<Long, Long> personOf, Collection<Long> unused) {
        if (!personOf.isEmpty()) {
            List<Map.Entry<Long, Long>> sorted = personOf.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
            long[] persons = sorted.stream().mapToLong(Map.Entry::getValue).toArray();
            // a file may go back to a person that was deleted since as nobody's
            jdbc.update("""
                            with back as (insert into identity.person (id) overriding system value
                                select distinct p from unnest(array(select unnest(?::bigint[]))) as p
                                on conflict do nothing),
                            gone as (delete from identity.person where id = any(array(select unnest(?::bigint[]))))
                            update identity.source_case s set person_id = p.person
                            from unnest(array(select unnest(?::bigint[])), ?::bigint[]) as p (id, person)
                            where s.id = p.id""", persons, longs(unused),
                    sorted.stream().mapToLong(Map.Entry::getKey).toArray(), persons);
        }
    }

    public List<SourceCase> ofPerson(long person) {
        return jdbc.query("select id, instance_no, case_digest, person_id, closed_on from identity.source_case "
                + "where person_id = ? order by id", SOURCE_CASE, person);
    }

    public void close(long caseId, LocalDate on) {
        jdbc.update("update identity.source_case set closed_on = ? where id = ?", on, caseId);
    }

    public void reopen(long caseId) {
        jdbc.update("update identity.source_case set closed_on = null where id = ?", caseId);
    }

    private static long[] longs(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
