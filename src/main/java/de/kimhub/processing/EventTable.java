package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.event}. All methods run in the caller's transaction. */
@Component
class EventTable {

    static final int EFFECTIVE = 0;
    static final int HELD = 1;
    static final int TAKEN_BACK = 2;
    static final int CORRECTED = 3;

    private static final String PURPOSE = "event";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    EventTable(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * @param caseId   {@code null} when it concerns no person, or one of whom no file is kept
     * @param withheld {@code instance:REASON} of each recipient that does not get it
     * @param kept     whether somebody gets it, so that its content is needed
     */
    record Row(NewEvent event, Long caseId, List<String> withheld, boolean kept) {
    }

    /** An event that was held, for its release. */
    record HeldEvent(long id, long documentId, long recordNo, String instanceId, Long caseId, EventType type,
                     MessageKind kind, long replaces, FieldValues fields) {
    }

    Deque<Long> numbers(int count) {
        return count == 0 ? new ArrayDeque<>() : new ArrayDeque<>(jdbc.queryForList(
                "select nextval(pg_get_serial_sequence('hub.event', 'id')) from generate_series(1, ?)", Long.class,
                count));
    }

    void insert(List<Row> rows, int instanceNo, String rulesVersion, LocalDate today) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update("""
                        insert into hub.event (id, document_id, record_no, case_id, replaces, occurred_on, instance_no,
                                               type, kind, state, late, rules, withheld, payload)
                        overriding system value
                        select id, d, r, nullif(c, 0), nullif(p, 0), o, ?, t, k, s, l, ?, string_to_array(w, '|'), y
                        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::date[],
                                    ?::smallint[], ?::smallint[], ?::smallint[], ?::boolean[], ?::text[], ?::bytea[])
                             as e (id, d, r, c, p, o, t, k, s, l, w, y)""",
                instanceNo, rulesVersion,
                rows.stream().mapToLong(row -> row.event().id()).toArray(),
                rows.stream().mapToLong(row -> row.event().documentId()).toArray(),
                rows.stream().mapToLong(row -> row.event().recordNo()).toArray(),
                rows.stream().mapToLong(row -> row.caseId() == null ? 0 : row.caseId()).toArray(),
                rows.stream().mapToLong(row -> row.event().replaces()).toArray(),
                rows.stream().map(row -> row.event().occurredOn(today).toString()).toArray(String[]::new),
                rows.stream().mapToInt(row -> row.event().type().number()).toArray(),
                rows.stream().mapToInt(row -> row.event().kind().ordinal()).toArray(),
                rows.stream().mapToInt(row -> row.event().held() ? HELD : EFFECTIVE).toArray(),
                late(rows),
                rows.stream().map(row -> row.withheld().isEmpty() ? null : String.join("|", row.withheld()))
                        .toArray(String[]::new),
                rows.stream().map(row -> row.kept() ? keys.encrypt(row.event().fields().encode(), PURPOSE) : null)
                        .toArray(byte[][]::new));
    }

    private static boolean[] late(List<Row> rows) {
        boolean[] late = new boolean[rows.size()];
        for (int i = 0; i < late.length; i++) {
            late[i] = rows.get(i).event().late();
        }
        return late;
    }

    void markReplaced(Collection<Long> events, int state) {
        if (!events.isEmpty()) {
            jdbc.update("update hub.event set state = ? where id = any(?)", state,
                    events.stream().mapToLong(Long::longValue).toArray());
        }
    }

    void hold(int instanceNo, List<NewEvent> events) {
        if (!events.isEmpty()) {
            jdbc.update("insert into hub.held_event select ?, d, e from unnest(?::bytea[], ?::bigint[]) as t (d, e)",
                    instanceNo, events.stream().map(NewEvent::caseDigest).toArray(byte[][]::new),
                    events.stream().mapToLong(NewEvent::id).toArray());
        }
    }

    /**
     * Takes held events whose case no longer waits for anything, oldest first: no open quarantine entry of the case
     * within its hold time is left.
     */
    List<HeldEvent> takeReleasable(int atMost) {
        return jdbc.query("""
                with due as (
                    delete from hub.held_event where (instance_no, case_digest, event_id) in (
                        select h.instance_no, h.case_digest, h.event_id from hub.held_event h
                        where not exists (select 1 from hub.quarantine q where q.instance_no = h.instance_no
                                          and q.case_digest = h.case_digest and q.state = 0 and q.hold_until > now())
                        order by h.event_id limit ?)
                    returning event_id)
                update hub.event e set state = 0, late = true
                from due, hub.instance i where e.id = due.event_id and i.no = e.instance_no
                returning e.id, e.document_id, e.record_no, i.id as instance_id, e.case_id, e.type, e.kind, e.replaces,
                          e.payload""", (row, no) -> held(row), atMost)
                .stream().sorted(java.util.Comparator.comparingLong(HeldEvent::id)).toList();
    }

    private HeldEvent held(ResultSet row) throws SQLException {
        long caseId = row.getLong("case_id");
        Long knownCase = row.wasNull() ? null : caseId;
        return new HeldEvent(row.getLong("id"), row.getLong("document_id"), row.getLong("record_no"),
                row.getString("instance_id"), knownCase, EventType.byNumber(row.getInt("type")),
                MessageKind.values()[row.getInt("kind")], row.getLong("replaces"),
                FieldValues.decode(keys.decrypt(row.getBytes("payload"), PURPOSE)));
    }

    void decided(long eventId, List<String> withheld, boolean kept) {
        jdbc.update("update hub.event set withheld = ?, payload = case when ? then payload end where id = ?",
                withheld.isEmpty() ? null : withheld.toArray(String[]::new), kept, eventId);
    }
}
