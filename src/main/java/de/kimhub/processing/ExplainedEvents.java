package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Reason;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is stored of an event, and of what became of it at each recipient. In the caller's transaction. */
@Component
class ExplainedEvents {

    private static final String FIND = """
            select e.*, i.id as instance, s.person_id from hub.event e join hub.instance i on i.no = e.instance_no
              left join identity.source_case s on s.id = e.case_id where e.id = ?""";
    private static final String WITHHELD = """
            select i.no, split_part(w, ':', 2) from hub.event e, unnest(e.withheld) w
              join hub.instance i on i.id = split_part(w, ':', 1) where e.id = ?""";
    private static final String QUEUED = "select recipient_no, rule from hub.outbox_item where event_id = ?";
    private static final String WITHDRAWN = "select recipient_no, reason, at from hub.withdrawn_item where event_id = ?";
    private static final String SEALED = """
            select recipient_no, id, sealed_at, delivered_at, rules[array_position(event_ids, ?)] as rule
              from hub.delivery_batch
             where kind = 0 and int8range(first_event, last_event, '[]') @> ? and ? = any (event_ids) order by id""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    ExplainedEvents(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param person {@code null} when it concerns none, or no file is kept */
    record Stored(NewEvent event, int instanceNo, String instance, Long person, String state, LocalDate occurredOn,
                  String rules, boolean contentKept) {
    }

    Optional<Stored> find(long eventId) {
        return jdbc.query(FIND, (row, no) -> stored(row), eventId).stream().findFirst();
    }

    private Stored stored(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        Date day = row.getDate("occurred_on");
        LocalDate occurredOn = day.toLocalDate();
        FieldValues fields = payload == null
                ? FieldValues.builder().set("event.occurredOn", occurredOn.toString()).build()
                : FieldValues.decode(keys.decrypt(payload, EventTable.PURPOSE));
        NewEvent event = new NewEvent(row.getLong("id"), row.getLong("document_id"), row.getLong("record_no"), null, null,
                EventType.byNumber(row.getInt("type")), MessageKind.values()[row.getInt("kind")], row.getLong("replaces"),
                fields, row.getInt("state") == EventTable.HELD, row.getBoolean("late"));
        return new Stored(event, row.getInt("instance_no"), row.getString("instance"),
                row.getObject("person_id", Long.class), germanState(row.getInt("state")), occurredOn,
                row.getString("rules"), payload != null);
    }

    static String germanState(int state) {
        return switch (state) {
            case EventTable.HELD -> "wartet auf eine Entscheidung";
            case EventTable.TAKEN_BACK -> "zurückgenommen";
            case EventTable.CORRECTED -> "durch ein neueres berichtigt";
            default -> "gültig";
        };
    }

    /** By the recipient's number, in the order in which it happened. */
    Map<Integer, List<String>> happened(Stored stored) {
        long id = stored.event().id();
        Map<Integer, List<String>> all = new HashMap<>();
        jdbc.query(WITHHELD, row -> {
            add(all, row.getInt(1), "bei der Verarbeitung nicht weitergegeben, weil: " + germanReason(row.getString(2)));
        }, id);
        jdbc.query(SEALED, row -> {
            Timestamp delivered = row.getTimestamp("delivered_at");
            add(all, row.getInt("recipient_no"), "%s in Lieferung %d nach Regel %s".formatted(delivered == null
                    ? "versiegelt am " + day(row.getTimestamp("sealed_at")) : "zugestellt am " + day(delivered),
                    row.getLong("id"), row.getString("rule")));
        }, id, id, id);
        jdbc.query(WITHDRAWN, row -> {
            add(all, row.getInt("recipient_no"), "am %s vor der Weitergabe zurückgezogen, weil: %s".formatted(
                    day(row.getTimestamp("at")), germanReason(row.getString("reason"))));
        }, id);
        jdbc.query(QUEUED, row -> {
            add(all, row.getInt("recipient_no"), "wartet auf die Weitergabe nach Regel " + row.getString("rule"));
        }, id);
        return all;
    }

    private static void add(Map<Integer, List<String>> all, int recipient, String text) {
        all.computeIfAbsent(recipient, no -> new ArrayList<>()).add(text);
    }

    static String germanReason(String name) {
        return Arrays.stream(Reason.values()).filter(reason -> reason.name().equals(name)).map(Reason::germanText)
                .findFirst().orElse(name);
    }

    private static String day(Timestamp at) {
        return "%1$td.%1$tm.%1$tY".formatted(at.toLocalDateTime());
    }
}
