package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.processing.Recipients.Recipient;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * {@code hub.held_event}: what waits until an earlier record of its case is replayed or discarded, or until it is decided
 * whose file it is. All methods run in the caller's transaction.
 */
@Component
class HeldEvents {

    private static final Comparator<HeldEvent> IN_ORDER = Comparator.comparingLong(HeldEvent::documentId)
            .thenComparingLong(HeldEvent::recordNo).thenComparingLong(HeldEvent::id);

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    HeldEvents(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param counted for whom they are counted as held */
    void hold(int instanceNo, List<NewEvent> events, List<Recipient> counted) {
        if (!events.isEmpty()) {
            jdbc.update("insert into hub.held_event (instance_no, case_digest, event_id, recipients) "
                            + "select ?, d, e, ?::smallint[] from unnest(?::bytea[], ?::bigint[]) as t (d, e)",
                    instanceNo, counted.stream().mapToInt(Recipient::no).toArray(),
                    events.stream().map(NewEvent::caseDigest).toArray(byte[][]::new),
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
        return take("", sources.stream().mapToInt(Integer::intValue).toArray(), atMost, EventTable.HELD, EventTable.EFFECTIVE);
    }

    /** The same of these files only. */
    List<HeldEvent> takeReleasable(Collection<Integer> sources, Collection<Long> files, int atMost) {
        return take("and (h.instance_no, h.case_digest) in (select s.instance_no, s.case_digest "
                + "from identity.source_case s where s.id = any(?))", sources.stream().mapToInt(Integer::intValue).toArray(),
                files.stream().mapToLong(Long::longValue).toArray(), atMost, EventTable.HELD, EventTable.EFFECTIVE);
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
                FieldValues.decode(keys.decrypt(row.getBytes("payload"), EventTable.PURPOSE)), counted(row.getArray("recipients")));
    }

    private static Optional<List<Integer>> counted(Array recipients) throws SQLException {
        return recipients == null ? Optional.empty()
                : Optional.of(Arrays.stream((Object[]) recipients.getArray()).map(no -> ((Number) no).intValue()).toList());
    }
}
