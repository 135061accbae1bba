package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.nio.ByteBuffer;
import de.kimhub.processing.Recipients.Recipient;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final Comparator<HeldEvent> IN_ORDER = Comparator.comparingLong(HeldEvent::documentId)
            .thenComparingLong(HeldEvent::recordNo).thenComparingLong(HeldEvent::id);

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

    /**
     * An event that was held, for its release.
     *
     * @param counted recipients for whom it was counted as held; empty: for all
     */
    record HeldEvent(long id, long documentId, long recordNo, String instanceId, Long caseId, EventType type,
                     MessageKind kind, long replaces, FieldValues fields, Optional<List<Integer>> counted) {
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

    /** @param counted for whom they are counted as held */
    void hold(int instanceNo, List<NewEvent> events, List<Recipient> counted) {
        if (!events.isEmpty()) {
            jdbc.update("insert into hub.held_event (instance_no, case_digest, event_id, recipients) "
                            + "select ?, d, e, ?::smallint[] from unnest(?::bytea[], ?::bigint[]) as t (d, e)",
                    instanceNo, counted.stream().mapToInt(Recipient::no).toArray(), events.stream().map(NewEvent::caseDigest).toArray(byte[][]::new),
                    events.stream().mapToLong(NewEvent::id).toArray());
        }
    }

    /**
     * Those of the cases of which a record is refused, events wait for their release, or it is in doubt whose they are:
     * what comes now waits too.
     */
    Set<ByteBuffer> holding(int instanceNo, Collection<byte[]> cases) {
        byte[][] digests = cases.toArray(byte[][]::new);
        return jdbc.queryForList("""
                select case_digest from hub.quarantine
                where instance_no = ? and state = 0 and hold_until > now() and case_digest = any(?)
                union
                select case_digest from hub.held_event where instance_no = ? and case_digest = any(?)
                union
                select case_digest from hub.doubted_case
                where instance_no = ? and hold_until > now() and case_digest = any(?)""",
                byte[].class, instanceNo, digests, instanceNo, digests, instanceNo, digests)
                .stream().map(ByteBuffer::wrap).collect(Collectors.toSet());
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

    /** The events, with those held whose file came into doubt since they were made. */
    List<NewEvent> holdDoubted(int instanceNo, List<NewEvent> newEvents) {
        Set<ByteBuffer> holding = holding(instanceNo, newEvents.stream().map(NewEvent::caseDigest)
                .filter(Objects::nonNull).toList());
        return newEvents.stream().map(event -> event.caseDigest() != null && !event.held()
                && holding.contains(ByteBuffer.wrap(event.caseDigest())) ? event.hold() : event).toList();
    }

    /** Whether what the source said of the case before this record is still refused, or waits for its release. */
    boolean mustWait(int instanceNo, byte[] caseDigest, long documentId, long recordNo) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select 1 from hub.quarantine q where q.instance_no = ? and q.case_digest = ?
                               and q.state = 0 and q.hold_until > now() and (q.document_id, q.record_no) < (?, ?))
                    or exists (select 1 from hub.held_event h join hub.event e on e.id = h.event_id
                               where h.instance_no = ? and h.case_digest = ?
                               and (e.document_id, e.record_no) < (?, ?))
                    or exists (select 1 from hub.doubted_case d where d.instance_no = ? and d.case_digest = ?
                               and d.hold_until > now())""", Boolean.class, instanceNo, caseDigest,
                documentId, recordNo, instanceNo, caseDigest, documentId, recordNo, instanceNo, caseDigest));
    }

    /**
     * Takes held events for which no earlier record of the case is refused any more within its hold time, in the order
     * in which their source said them; and none of a case in doubt. What was replaced while it waited stays replaced.
     *
     * @param sources whose events can be decided now
     */
    List<HeldEvent> takeReleasable(Collection<Integer> sources, int atMost) {
        return take("", sources.stream().mapToInt(Integer::intValue).toArray(), atMost, HELD, EFFECTIVE);
    }

    /** The same of these files only. */
    List<HeldEvent> takeReleasable(Collection<Integer> sources, Collection<Long> files, int atMost) {
        return take("and (h.instance_no, h.case_digest) in (select s.instance_no, s.case_digest "
                + "from identity.source_case s where s.id = any(?))", sources.stream().mapToInt(Integer::intValue).toArray(),
                files.stream().mapToLong(Long::longValue).toArray(), atMost, HELD, EFFECTIVE);
    }

    private List<HeldEvent> take(String only, Object... values) {
        return jdbc.query("""
                with due as (
                    delete from hub.held_event where (instance_no, case_digest, event_id) in (
                        select h.instance_no, h.case_digest, h.event_id
                        from hub.held_event h join hub.event e on e.id = h.event_id
                        where h.instance_no = any(?) and not exists (
                            select 1 from hub.quarantine q where q.instance_no = h.instance_no
                            and q.case_digest = h.case_digest and q.state = 0 and q.hold_until > now()
                            and (q.document_id, q.record_no) < (e.document_id, e.record_no))
                          and not exists (
                            select 1 from hub.doubted_case d where d.instance_no = h.instance_no
                            and d.case_digest = h.case_digest and d.hold_until > now()) %s
                        order by e.document_id, e.record_no, e.id limit ?)
                    returning event_id, recipients)
                update hub.event e set state = case when e.state = ? then ? else e.state end, late = true
                from due, hub.instance i where e.id = due.event_id and i.no = e.instance_no
                returning e.id, e.document_id, e.record_no, i.id as instance_id, e.case_id, e.type, e.kind, e.replaces,
                          e.payload, due.recipients""".formatted(only), (row, no) -> held(row), values)
                .stream().sorted(IN_ORDER).toList();
    }

    private HeldEvent held(ResultSet row) throws SQLException {
        long caseId = row.getLong("case_id");
        Long knownCase = row.wasNull() ? null : caseId;
        return new HeldEvent(row.getLong("id"), row.getLong("document_id"), row.getLong("record_no"),
                row.getString("instance_id"), knownCase, EventType.byNumber(row.getInt("type")),
                MessageKind.values()[row.getInt("kind")], row.getLong("replaces"),
                FieldValues.decode(keys.decrypt(row.getBytes("payload"), PURPOSE)), counted(row.getArray("recipients")));
    }

    private static Optional<List<Integer>> counted(Array recipients) throws SQLException {
        return recipients == null ? Optional.empty()
                : Optional.of(Arrays.stream((Object[]) recipients.getArray()).map(no -> ((Number) no).intValue()).toList());
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
