package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.SharingRules;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the events of a person's files, and who got them. In the caller's transaction. */
@Component
class EventsOfPerson {

    private static final String EVENTS = """
            select e.id, i.id as instance, e.type, e.kind, e.state, e.occurred_on, e.payload, e.withheld
              from hub.event e join hub.instance i on i.no = e.instance_no where e.case_id = any(?) order by e.id""";
    private static final String GIVEN = """
            select e.id, r.id as recipient, r.authority, b.sealed_at::date as sealed, b.delivered_at::date as delivered,
                   b.rules[array_position(b.event_ids, e.id)] as rule
              from hub.event e join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any(b.event_ids)
              join hub.instance r on r.no = b.recipient_no
             where e.case_id = any(?) order by b.id""";

    /** What a record says of the person stands with the file, as far as it is still said of this person. */
    private static final Set<Field> OF_THE_EVENT = CanonicalSchema.fields().stream()
            .filter(field -> !field.path().startsWith("person.")).collect(Collectors.toUnmodifiableSet());

    private final JdbcTemplate jdbc;
    private final KeyVault keys;
    private final CurrentRules rules;

    EventsOfPerson(JdbcTemplate jdbc, KeyVault keys, CurrentRules rules) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.rules = rules;
    }

    private record Delivered(Party recipient, String sealed, String delivered, String rule) {
    }

    List<PersonReport.Event> of(List<Long> files) {
        Map<Long, List<Delivered>> given = new HashMap<>();
        jdbc.query(GIVEN, row -> {
            given.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>()).add(new Delivered(
                    new Party(row.getString("recipient"), row.getString("authority")), row.getString("sealed"),
                    row.getString("delivered"), row.getString("rule")));
        }, (Object) HeldOfPerson.array(files));
        SharingRules now = rules.now().sharing().rules();
        return jdbc.query(EVENTS, (row, no) -> event(row, given.getOrDefault(row.getLong("id"), List.of()), now),
                (Object) HeldOfPerson.array(files));
    }

    private PersonReport.Event event(ResultSet row, List<Delivered> given, SharingRules now) throws SQLException {
        byte[] payload = row.getBytes("payload");
        FieldValues content = payload == null ? FieldValues.EMPTY : FieldValues.decode(keys.decrypt(payload, "event"));
        String leftOut = leftOut(row.getInt("state"), row.getInt("kind"), payload != null);
        return new PersonReport.Event(row.getLong("id"), row.getString("instance"),
                EventType.byNumber(row.getInt("type")).germanText(),
                MessageKind.values()[row.getInt("kind")].germanText(), ExplainedEvents.germanState(row.getInt("state")),
                row.getDate("occurred_on").toLocalDate().toString(),
                leftOut.isEmpty() ? HeldOfPerson.values(content.only(OF_THE_EVENT)) : Map.of(), leftOut, given.stream().map(one -> new PersonReport.Delivery(one.recipient().instanceId(), one.sealed(),
                        one.delivered(), one.rule(), fields(one, content, now))).toList(), withheld(row.getArray("withheld")));
    }

    /** What was taken back or corrected may be of somebody else, who was told of under this file. */
    private static String leftOut(int state, int kind, boolean kept) {
        boolean replaced = state == EventTable.TAKEN_BACK || state == EventTable.CORRECTED
                || kind == MessageKind.RETRACTION.ordinal();
        return !kept ? "Der Inhalt ist nicht gespeichert." : !replaced ? "" : "Der Inhalt steht hier nicht, weil die Quelle "
                + "ihn zurückgenommen oder berichtigt hat: Er kann eine andere Person betreffen.";
    }

    /** By the rule as it is now: what it says today is what it said then, unless the rules were changed since. */
    private static List<String> fields(Delivered one, FieldValues content, SharingRules now) {
        Set<Field> allowed = now.rule(one.rule()).map(rule -> rule.fieldsFor(one.recipient()))
                .orElse(Set.of());
        return allowed.stream().filter(content::has).map(Field::path).sorted().toList();
    }

    private static Map<String, String> withheld(Array entries) throws SQLException {
        Map<String, String> reasons = new TreeMap<>();
        if (entries != null) {
            for (String entry : (String[]) entries.getArray()) {
                int colon = entry.lastIndexOf(':');
                reasons.put(entry.substring(0, colon), ExplainedEvents.germanReason(entry.substring(colon + 1)));
            }
        }
        return reasons;
    }
}
