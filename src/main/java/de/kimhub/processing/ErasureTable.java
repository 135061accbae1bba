package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.ErasedPerson;
import de.kimhub.privacy.ErasureMarks.Mark;
import de.kimhub.privacy.PersonData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.erasure}: that somebody was erased, without saying who. In the caller's transaction. */
@Component
class ErasureTable {

    private static final String INSERT = """
            insert into hub.erasure (token, by_whom, reason, cases, instances, last_document, events, files, event_count, proof,
                                     at)
            values (?, ?, ?, ?, ?::smallint[], (select coalesce(max(id), 0) from hub.source_document), ?, ?, ?, ?,
                    ?::timestamptz) returning id""";
    private static final String OPEN = """
            select id, at, instances, last_document, events from hub.erasure where done_at is null order by id""";
    /** Made again by a document that was being worked on. */
    private static final String CAME_BACK = """
            select s.id from hub.erasure r join identity.source_case s on s.instance_no = any (r.instances)
               and s.case_digest = any (r.cases)
             where r.id = ? and exists (select from hub.event e where e.case_id = s.id and e.document_id <= r.last_document)
               and not exists (select from hub.event e where e.case_id = s.id and e.document_id > r.last_document)""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    ErasureTable(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    long insert(Mark mark, PersonData person) {
        return jdbc.queryForObject(INSERT, Long.class, mark.token(), mark.by(), mark.reason(),
                mark.cases().toArray(byte[][]::new), person.files().stream().mapToInt(PersonData.File::instanceNo).distinct()
                        .toArray(), person.eventIds(), person.files().size(), person.events().size(), proof(mark),
                mark.at().toString());
    }

    /** Who has the keys can tell by a file number whether it was erased, and when; nobody else can make one up. */
    private byte[] proof(Mark mark) {
        return keys.digest("erasure", mark.token().toString(), mark.at().toString(), mark.reason(), mark.by(),
                mark.cases().stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(",")));
    }

    void addEvents(long erasure, List<Long> events) {
        jdbc.update("update hub.erasure set events = events || ?::bigint[], event_count = event_count + ? where id = ?",
                events.stream().mapToLong(Long::longValue).toArray(), events.size(), erasure);
    }

    boolean anyOpen() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from hub.erasure where done_at is null)",
                Boolean.class));
    }

    List<ErasedPerson> open() {
        return jdbc.query(OPEN, (row, no) -> erased(row));
    }

    private static ErasedPerson erased(ResultSet row) throws SQLException {
        Set<Integer> instances = new HashSet<>();
        for (Object no : (Object[]) row.getArray("instances").getArray()) {
            instances.add(((Number) no).intValue());
        }
        return new ErasedPerson(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), instances,
                row.getLong("last_document"), List.of((Long[]) row.getArray("events").getArray()));
    }

    List<Long> cameBack(long erasure) {
        return jdbc.queryForList(CAME_BACK, Long.class, erasure);
    }

    void done(long erasure) {
        jdbc.update("update hub.erasure set done_at = clock_timestamp(), events = '{}' where id = ?", erasure);
    }

    boolean isDone(long erasure) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select done_at is not null from hub.erasure where id = ?",
                Boolean.class, erasure));
    }

    List<Mark> marks() {
        return jdbc.query("select token, at, reason, by_whom, cases from hub.erasure order by id", (row, no) -> new Mark(
                row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                row.getString(4), List.of((byte[][]) row.getArray(5).getArray())));
    }

    static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }
}
