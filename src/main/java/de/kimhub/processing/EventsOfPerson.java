package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.FieldBlocks;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.SharingRules;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

    private static final String WITHDRAWN = """
            select e.id, r.id, w.reason from hub.event e join hub.withdrawn_item w on w.event_id = e.id
              join hub.instance r on r.no = w.recipient_no where e.case_id = any(?)""";
    private static final String WAITING = """
            select e.id, r.id, o.rule from hub.event e join hub.outbox_item o on o.event_id = e.id
              join hub.instance r on r.no = o.recipient_no where e.case_id = any(?)""";

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

        PersonReport.Delivery with(List<String> fields, String remark) {
            return new PersonReport.Delivery(recipient.instanceId(), sealed, delivered, rule, fields, remark);
        }
    }

    /** What became of the events, by their numbers. */
    private record Beside(Map<Long, List<Delivered>> given, Map<Long, Map<String, String>> withdrawn,
                          Map<Long, Map<String, String>> waiting, SharingRules rules, boolean underBlock) {
    }

    List<PersonReport.Event> of(List<Long> files, boolean underBlock) {
        Map<Long, List<Delivered>> given = new HashMap<>();
        jdbc.query(GIVEN, row -> {
            given.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>()).add(new Delivered(
                    new Party(row.getString("recipient"), row.getString("authority")), row.getString("sealed"),
                    row.getString("delivered"), row.getString("rule")));
        }, (Object) HeldOfPerson.array(files));
        Beside beside = new Beside(given, byRecipient(WITHDRAWN, files, text ->
                "vor der Weitergabe zurückgezogen, weil: " + ExplainedEvents.germanReason(text)),
                byRecipient(WAITING, files, text -> text), rules.now().sharing().rules(), underBlock);
        return jdbc.query(EVENTS, (row, no) -> event(row, beside), (Object) HeldOfPerson.array(files));
    }

    private Map<Long, Map<String, String>> byRecipient(String query, List<Long> files, UnaryOperator<String> german) {
        Map<Long, Map<String, String>> all = new HashMap<>();
        jdbc.query(query, row -> {
            all.computeIfAbsent(row.getLong(1), id -> new TreeMap<>()).put(row.getString(2), german.apply(row.getString(3)));
        }, (Object) HeldOfPerson.array(files));
        return all;
    }

    private PersonReport.Event event(ResultSet row, Beside beside) throws SQLException {
        long id = row.getLong("id");
        byte[] payload = row.getBytes("payload");
        FieldValues content = payload == null ? FieldValues.EMPTY : FieldValues.decode(keys.decrypt(payload, EventTable.PURPOSE));
        String leftOut = leftOut(row.getInt("state"), row.getInt("kind"), payload != null);
        Map<String, String> withheld = withheld(row.getArray("withheld"));
        beside.withdrawn().getOrDefault(id, Map.of()).forEach((instance, why) -> withheld.merge(instance, why,
                (before, now) -> before + "; " + now));
        return new PersonReport.Event(id, row.getString("instance"), EventType.byNumber(row.getInt("type")).germanText(),
                MessageKind.values()[row.getInt("kind")].germanText(), ExplainedEvents.germanState(row.getInt("state")),
                row.getDate("occurred_on").toLocalDate().toString(),
                leftOut.isEmpty() ? HeldOfPerson.values(content.only(OF_THE_EVENT)) : Map.of(), leftOut,
                beside.given().getOrDefault(id, List.of()).stream()
                        .map(one -> delivery(one, payload != null, content, beside)).toList(),
                withheld, beside.waiting().getOrDefault(id, Map.of()));
    }

    /** By the rule as it is now: what it says today is what it said then, unless the rules were changed since. */
    private static PersonReport.Delivery delivery(Delivered one, boolean kept, FieldValues content, Beside beside) {
        if (Distribution.DUTY_TO_CORRECT.equals(one.rule())) {
            return one.with(List.of("event.occurredOn"), "nur der Tag");
        }
        Optional<Set<Field>> allowed = beside.rules().rule(one.rule()).map(rule -> rule.fieldsFor(one.recipient()));
        if (allowed.isEmpty() || !kept) {
            return one.with(List.of(), "nicht mehr feststellbar");
        }
        List<Field> fields = allowed.get().stream().filter(content::has).toList();
        boolean cut = beside.underBlock() && fields.stream().anyMatch(FieldBlocks::isContact);
        return one.with(fields.stream().map(Field::path).sorted().toList(), cut ? "Angaben dazu, wo die Person ist und wie "
                + "sie zu erreichen ist, nur, soweit bei der Weitergabe noch keine Auskunftssperre bekannt war" : "");
    }

    /** What was taken back or corrected may be of somebody else, who was told of under this file. */
    private static String leftOut(int state, int kind, boolean kept) {
        boolean replaced = state == EventTable.TAKEN_BACK || state == EventTable.CORRECTED
                || kind == MessageKind.RETRACTION.ordinal();
        return !kept ? "Der Inhalt ist nicht gespeichert." : !replaced ? "" : "Der Inhalt steht hier nicht, weil die Quelle "
                + "ihn zurückgenommen oder berichtigt hat: Er kann eine andere Person betreffen.";
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
