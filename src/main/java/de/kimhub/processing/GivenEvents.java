package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was given of files, and what of it is readdressed. In the caller's transaction. */
@Component
class GivenEvents {

    /** Who seals one of them keeps it locked: it is sealed before this returns, or waits for the end of the transaction. */
    private static final String LOCK = "select id from hub.event where case_id = any(?) order by id for no key update";
    private static final String EVENTS = """
            select e.id, e.case_id, e.instance_no, e.document_id, e.record_no, e.type, e.kind, e.state, e.replaces,
                   e.payload is not null as kept, a.stands_for, a.recipient_no, a.address
              from hub.event e left join hub.readdressed a on a.event_id = e.id
             where e.case_id = any(?) order by e.id""";
    private static final String GIVEN = """
            select e.id, b.recipient_no, b.id as batch_id, b.sealed_at,
                   b.cases[array_position(b.event_ids, e.id)] as address,
                   b.rules[array_position(b.event_ids, e.id)] as rule
              from hub.event e join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any(b.event_ids)
             where e.case_id = any(?)""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    GivenEvents(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void lock(Collection<Long> files) {
        jdbc.query(LOCK, row -> { }, (Object) array(files));
    }

    List<GivenEvent> of(Collection<Long> files) {
        return jdbc.query(EVENTS, (row, no) -> event(row), (Object) array(files));
    }

    private static GivenEvent event(ResultSet row) throws SQLException {
        return new GivenEvent(row.getLong("id"), row.getLong("case_id"), row.getInt("instance_no"),
                row.getLong("document_id"), row.getLong("record_no"), EventType.byNumber(row.getInt("type")),
                MessageKind.values()[row.getInt("kind")], row.getInt("state"), row.getLong("replaces"),
                row.getLong("stands_for"), row.getInt("recipient_no"), row.getLong("address"),
                row.getBoolean("kept"));
    }

    /** Sealed or delivered, without the notices that stop something. */
    List<Given> givenWithoutStops(Collection<Long> files) {
        return given(GIVEN + " and e.kind <> " + MessageKind.STOP.ordinal(), files);
    }

    /** Sealed or delivered. */
    List<Given> given(Collection<Long> files) {
        return given(GIVEN, files);
    }

    private List<Given> given(String which, Collection<Long> files) {
        return jdbc.query(which, (row, no) -> new Given(row.getLong("id"), row.getInt("recipient_no"),
                row.getLong("batch_id"), row.getLong("address"), row.getString("rule"),
                row.getObject("sealed_at", OffsetDateTime.class)), (Object) array(files));
    }

    /** By id; those whose content is kept. */
    Map<Long, FieldValues> contents(Collection<Long> ids) {
        Map<Long, FieldValues> contents = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query("select id, payload from hub.event where id = any(?) and payload is not null", row -> {
                contents.put(row.getLong(1), FieldValues.decode(keys.decrypt(row.getBytes(2), EventTable.PURPOSE)));
            }, (Object) ids.stream().mapToLong(Long::longValue).toArray());
        }
        return contents;
    }

    /** @param standsFor the event that is taken back or given again */
    record Readdressed(long eventId, int recipientNo, long standsFor, long address) {
    }

    void readdress(long linkEvent, List<Readdressed> all) {
        jdbc.batchUpdate("insert into hub.readdressed (event_id, recipient_no, stands_for, address, link_event) "
                + "values (?, ?, ?, ?, ?)", all.stream().map(one -> new Object[] {one.eventId(), one.recipientNo(),
                        one.standsFor(), one.address(), linkEvent}).toList());
    }

    /** Notes for who looks after it what was given under the wrong person. */
    void misdirected(long linkEvent, Collection<Given> all) {
        jdbc.batchUpdate("insert into hub.misdirected (link_event, event_id, recipient_no, address, rule, given_at) "
                + "values (?, ?, ?, nullif(?, 0), ?, ?) on conflict do nothing", all.stream().map(one -> new Object[] {
                        linkEvent, one.eventId(), one.recipientNo(), one.address(), one.rule(), one.at()}).toList());
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
