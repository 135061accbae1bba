package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.event}. All methods run in the caller's transaction. */
@Component
class EventTable {

    static final int EFFECTIVE = 0;
    static final int HELD = 1;
    static final int TAKEN_BACK = 2;
    static final int CORRECTED = 3;

    /** What the key of payloads is for. */
    static final String PURPOSE = "event";

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

    /**
     * Those of the events that their source said before any consent of the person was given: nothing is drawn from records
     * of before it, also when they waited for something else.
     */
    Set<Long> saidBeforeConsent(Collection<Long> eventIds) {
        return Set.copyOf(jdbc.queryForList("""
                select e.id from hub.event e join identity.source_case s on s.id = e.case_id
                where e.id = any(?) and exists (select 1 from hub.consent c where c.person_id = s.person_id)
                  and not exists (
                      select 1 from hub.consent c join hub.event given on given.id = c.event_id
                      where c.person_id = s.person_id
                        and (given.document_id, given.record_no) <= (e.document_id, e.record_no))""", Long.class,
                (Object) eventIds.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Whether the source said one of these of its file after the given record, and still says so. */
    boolean saidLater(long caseId, Collection<EventType> types, NewEvent than) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select 1 from hub.event where case_id = ? and type = any(?) and state in (?, ?)
                               and kind <> ? and (document_id, record_no) > (?, ?))""", Boolean.class, caseId,
                types.stream().mapToInt(EventType::number).toArray(), EFFECTIVE, HELD,
                MessageKind.RETRACTION.ordinal(), than.documentId(), than.recordNo()));
    }

    /** The last day on which the source, after this record, had a consent of its file end that the hub did not know. */
    Optional<LocalDate> withdrawnLater(long caseId, NewEvent given) {
        return Optional.ofNullable(jdbc.queryForObject("""
                select max(e.occurred_on) from hub.event e where e.case_id = ? and e.type = ? and e.state in (?, ?)
                and e.kind <> ? and (e.document_id, e.record_no) > (?, ?)
                and (exists (select 1 from hub.all_withdrawn a where a.event_id = e.id)
                     or not exists (select 1 from hub.consent c where c.withdrawn_by = e.id))""", LocalDate.class, caseId,
                EventType.CONSENT_WITHDRAWN.number(), EFFECTIVE, HELD, MessageKind.RETRACTION.ordinal(),
                given.documentId(), given.recordNo()));
    }

    void decided(long eventId, List<String> withheld, boolean kept) {
        jdbc.update("update hub.event set withheld = ?, payload = case when ? then payload end where id = ?",
                withheld.isEmpty() ? null : withheld.toArray(String[]::new), kept, eventId);
    }
}
