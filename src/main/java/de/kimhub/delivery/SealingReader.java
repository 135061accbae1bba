package de.kimhub.delivery;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads what sealing a batch needs, a page at a time. */
final class SealingReader {

    private static final String WAITING = """
            select position, event_id, rule from hub.outbox_item
             where recipient_no = ? and lane = ? order by position limit ?""";
    /** Nothing of who is frozen, whoever may have it; nobody waits behind them. */
    private static final String WAITING_OF_OTHERS = """
            select position, event_id, rule from hub.outbox_item
             where recipient_no = ? and lane = ? and not exists (
                   select 1 from hub.event e where e.id = event_id and (e.instance_no = any (?) or exists (
                       select 1 from identity.source_case s join identity.source_case o on o.person_id = s.person_id
                         join hub.frozen_case f on f.case_id = o.id where s.id = e.case_id)))
             order by position limit ?""";
    private static final String ANY_FROZEN = "select exists (select from hub.frozen_case)";
    /** None of who was frozen meanwhile. Locked until the batch is sealed: a retraction or correction of them waits, and then sees the batch. */
    private static final String EVENTS = """
            select e.id, e.instance_no, e.case_id, c.person_id, e.replaces, e.occurred_on, e.type, e.kind, e.state,
                   e.payload, a.address
              from hub.event e left join identity.source_case c on c.id = e.case_id
              left join hub.readdressed a on a.event_id = e.id
             where e.id = any (?) and not exists (select from hub.frozen_case f join identity.source_case o on o.id = f.case_id
                   where o.person_id = c.person_id)
               for share of e skip locked""";
    private static final String EXISTING = "select id from hub.event where id = any (?)";
    private static final String CASE_NUMBERS = """
            select distinct on (person_id) person_id, id, case_number from identity.source_case
             where instance_no = ? and person_id = any (?) and case_number is not null
             order by person_id, id desc""";
    private static final String CASE_NUMBERS_BY_ID = """
            select id, person_id, case_number from identity.source_case
             where id = any (?) and case_number is not null
            union all
            select distinct on (address) address, 0, number from hub.erasure_notice
             where address = any (?) and number is not null""";
    /** What this recipient alone was given in the place of a version comes before that, the latest first. */
    private static final String PREDECESSORS = """
            with recursive chain as (
                select e.id as item, e.replaces as event_id, 1 as depth from hub.event e
                 where e.id = any (?) and e.replaces is not null
                union all
                select chain.item, e.replaces, depth + 1 from chain join hub.event e on e.id = chain.event_id
                 where e.replaces is not null and depth < 1000),
            versions as (
                select item, event_id, depth, true as original from chain
                union all
                select chain.item, a.event_id, chain.depth, false
                  from chain join hub.readdressed a on a.stands_for = chain.event_id and a.recipient_no = ?
                 where a.event_id <> chain.item)
            select versions.item, e.id, e.kind, e.payload, b.id is not null as sealed, b.address
              from versions join hub.event e on e.id = versions.event_id
              left join lateral (
                  select b.id, b.cases[array_position(b.event_ids, e.id)] as address from hub.delivery_batch b
                   where int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0
                     and b.recipient_no = ? and e.id = any (b.event_ids) limit 1) b on true
             order by versions.item, versions.depth, versions.original, e.id desc""";
    private static final String CORRECTION_QUEUED = """
            select e.replaces from hub.event e join hub.outbox_item o on o.event_id = e.id
             where o.recipient_no = ? and o.lane = ? and e.case_id = any (?) and e.replaces = any (?)""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    SealingReader(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    List<WaitingItem> waiting(LaneId lane, Collection<Integer> absentSenders, int atMost) {
        RowMapper<WaitingItem> item = (row, no) -> new WaitingItem(row.getLong("position"), row.getLong("event_id"),
                row.getString("rule"));
        return absentSenders.isEmpty() && !anyFrozen() ? jdbc.query(WAITING, item, lane.recipientNo(), lane.lane(), atMost)
                : jdbc.query(WAITING_OF_OTHERS, item, lane.recipientNo(), lane.lane(),
                        absentSenders.stream().mapToInt(Integer::intValue).toArray(), atMost);
    }

    boolean anyFrozen() {
        return Boolean.TRUE.equals(jdbc.queryForObject(ANY_FROZEN, Boolean.class));
    }

    /** Those that no other transaction is just changing, by id; locked against change. */
    Map<Long, StoredEvent> lockEvents(Collection<Long> ids) {
        Map<Long, StoredEvent> events = new HashMap<>();
        jdbc.query(EVENTS, row -> {
            StoredEvent event = event(row);
            events.put(event.id(), event);
        }, array(ids));
        return events;
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong("id"), row.getInt("instance_no"), row.getObject("case_id", Long.class),
                row.getObject("person_id", Long.class), row.getObject("replaces", Long.class),
                row.getObject("occurred_on", java.time.LocalDate.class), EventType.byNumber(row.getInt("type")),
                MessageKind.values()[row.getInt("kind")], StoredEvent.State.values()[row.getInt("state")],
                row.getBytes("payload"), row.getObject("address", Long.class));
    }

    Set<Long> existing(Collection<Long> ids) {
        return new HashSet<>(jdbc.queryForList(EXISTING, Long.class, array(ids)));
    }

    FieldValues fields(byte[] payload) {
        return FieldValues.decode(keys.decrypt(payload, "event"));
    }

    /** The recipient's own files by person; where it has several of a person, the newest. */
    Map<Long, RecipientCase> files(int recipientNo, Collection<Long> personIds) {
        Map<Long, RecipientCase> files = new HashMap<>();
        jdbc.query(CASE_NUMBERS, row -> {
            files.put(row.getLong("person_id"), file(row));
        }, recipientNo, array(personIds));
        return files;
    }

    /** Files by their ids. */
    Map<Long, RecipientCase> files(Collection<Long> ids) {
        Map<Long, RecipientCase> files = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(CASE_NUMBERS_BY_ID, row -> {
                files.put(row.getLong("id"), file(row));
            }, array(ids), array(ids));
        }
        return files;
    }

    private RecipientCase file(ResultSet row) throws SQLException {
        byte[] number = keys.decrypt(row.getBytes("case_number"), "case-number");
        return new RecipientCase(row.getLong("id"), row.getLong("person_id"), new String(number, StandardCharsets.UTF_8));
    }

    /** What each event corrects or takes back, the latest first, whether or not the recipient was given it. */
    Map<Long, List<Predecessor>> predecessors(int recipientNo, Collection<Long> ids) {
        Map<Long, List<Predecessor>> chains = new HashMap<>();
        jdbc.query(PREDECESSORS, row -> {
            chains.computeIfAbsent(row.getLong("item"), item -> new ArrayList<>()).add(
                    new Predecessor(row.getLong("id"), MessageKind.values()[row.getInt("kind")],
                            row.getBytes("payload"), row.getBoolean("sealed"), row.getLong("address")));
        }, array(ids), recipientNo, recipientNo);
        return chains;
    }

    /** Of these corrected events, those whose correction waits in the same lane. */
    Set<Long> correctionQueued(LaneId lane, Collection<StoredEvent> corrected) {
        return new HashSet<>(jdbc.queryForList(CORRECTION_QUEUED, Long.class, lane.recipientNo(), lane.lane(),
                array(corrected.stream().map(StoredEvent::caseId).toList()),
                array(corrected.stream().map(StoredEvent::id).toList())));
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().filter(id -> id != null).mapToLong(Long::longValue).toArray();
    }

    /**
     * @param sealed  in a batch for the recipient, delivered or about to be
     * @param address the recipient's file under whose number; 0: none, or not known
     */
    record Predecessor(long eventId, MessageKind kind, byte[] payload, boolean sealed, long address) {
    }
}
