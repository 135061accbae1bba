package de.kimhub.delivery;

import de.kimhub.connector.Endpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads batches of events whose bytes are kept. */
final class StoredBatches {

    private static final String READ = """
            select id, recipient_no, lane, event_ids, rules, cases, file_name, bytes, digest, state, staged_at, attempts, fetched_at
              from hub.delivery_batch where id = ? and bytes is not null and kind = 0""";
    private static final String FROZEN = """
            select distinct e.id from hub.frozen_case f join identity.source_case o on o.id = f.case_id
              join identity.source_case s on s.person_id = o.person_id join hub.event e on e.case_id = s.id
             where e.id = any (?)""";

    private final JdbcTemplate jdbc;
    private final BatchStore batches;

    StoredBatches(JdbcTemplate jdbc, BatchStore batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<StoredBatch> find(long id) {
        return jdbc.query(READ, (row, no) -> batch(row), id).stream().findFirst();
    }

    /** Those of its events that are of persons of whom nothing may go out now. */
    Set<Long> frozen(StoredBatch batch) {
        return Set.copyOf(jdbc.queryForList(FROZEN, Long.class,
                (Object) batch.events().stream().mapToLong(Long::longValue).toArray()));
    }

    Parcel parcel(StoredBatch batch) {
        SealedBatch sealed = batch.sealed();
        return new Parcel(sealed.id(), sealed.kind(), sealed.fileName(), batches.plain(sealed).orElse(new byte[0]),
                sealed.stagedAt().orElse(null));
    }

    private static StoredBatch batch(ResultSet row) throws SQLException {
        Object cases = row.getArray("cases") == null ? null : row.getArray("cases").getArray();
        List<Long> events = List.of((Long[]) row.getArray("event_ids").getArray());
        return new StoredBatch(new SealedBatch(row.getLong("id"), new LaneId(row.getInt("recipient_no"), row.getInt("lane")),
                Parcel.Kind.EVENTS, row.getString("file_name"), row.getBytes("bytes"), row.getBytes("digest"),
                row.getInt("state") == 1, Optional.ofNullable(row.getString("staged_at")).map(Endpoint::parse),
                row.getInt("attempts")), row.getInt("state"), row.getObject("fetched_at") != null, events,
                List.of((String[]) row.getArray("rules").getArray()),
                cases == null ? events.stream().map(event -> 0L).toList() : List.of((Long[]) cases));
    }
}
