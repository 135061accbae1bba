package de.kimhub.processing;

import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.delivery.QueuedItem;
import de.kimhub.intake.KnownInstances;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.processing.Distribution.Flow;
import de.kimhub.processing.Distribution.FlowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells recipients what they have to erase (Art. 19 DSGVO): what each was given last of every event is taken back under
 * the number under which it was given, with nothing but the day. By outbox and sealed batch as everything else; where the
 * tool takes no retraction it becomes a task for its contact. In the caller's transaction.
 */
@Component
class ErasureNotices {

    /** Ground of a notice, in the place of a rule. */
    static final String RULE = "art-17-dsgvo";
    private static final String INSERT = """
            insert into hub.erasure_notice (erasure_id, recipient_no, event_id, stands_for, address, number)
            values (?, ?, ?, ?, ?, (select case_number from identity.source_case where id = ?)) on conflict do nothing""";

    private final JdbcTemplate jdbc;
    private final EventTable events;
    private final GivenEvents given;
    private final FlowTable flows;
    private final Outbox outbox;
    private final KnownInstances known;

    ErasureNotices(JdbcTemplate jdbc, EventTable events, GivenEvents given, FlowTable flows, Outbox outbox,
                   KnownInstances known) {
        this.jdbc = jdbc;
        this.events = events;
        this.given = given;
        this.flows = flows;
        this.outbox = outbox;
        this.known = known;
    }

    private record Holding(GivenEvent event, Given given) {
    }

    /** @return the events that recipients are told of: they are needed without content until that is done */
    Set<Long> write(long erasure, Collection<Long> files, Set<LaneId> toWake) {
        List<GivenEvent> all = given.of(files);
        Map<Integer, Integer> lanes = new HashMap<>();
        known.all().stream().filter(one -> one.lanes() != null).forEach(one -> lanes.put(one.no(), one.lanes()));
        List<Holding> holdings = holdings(all, given.given(files)).stream()
                .filter(one -> lanes.containsKey(one.given().recipientNo())).toList();
        Deque<Long> numbers = events.numbers(holdings.size());
        Map<Long, LocalDate> days = days(holdings);
        Map<FlowKey, Flow> counted = new TreeMap<>();
        List<QueuedItem> items = new ArrayList<>();
        List<GivenEvents.Readdressed> readdressed = new ArrayList<>();
        Map<Integer, List<EventTable.Row>> rows = new TreeMap<>();
        List<Object[]> notices = new ArrayList<>();
        for (Holding one : holdings) {
            long number = numbers.pop();
            int recipientNo = one.given().recipientNo();
            long address = one.given().address();
            rows.computeIfAbsent(one.event().instanceNo(), no -> new ArrayList<>())
                    .add(notice(number, one.event(), days.get(one.event().id())));
            notices.add(new Object[] {erasure, recipientNo, number, one.event().id(), address, address});
            readdressed.add(new GivenEvents.Readdressed(number, recipientNo, one.event().id(), address));
            Flow flow = counted.computeIfAbsent(new FlowKey(one.event().documentId(), recipientNo), key -> new Flow());
            flow.accepted++;
            flow.queued++;
            items.add(new QueuedItem(recipientNo, Outbox.lane(one.event().caseId(), lanes.get(recipientNo)), number, RULE));
        }
        rows.forEach((instanceNo, ofInstance) -> events.insert(ofInstance, instanceNo, RULE, LocalDate.now()));
        jdbc.batchUpdate(INSERT, notices);
        given.readdress(0, readdressed);
        flows.add(counted);
        toWake.addAll(outbox.add(items));
        return Set.copyOf(holdings.stream().map(one -> one.event().id()).toList());
    }

    private static EventTable.Row notice(long number, GivenEvent held, LocalDate day) {
        FieldValues fields = FieldValues.builder().set("event.occurredOn", day.toString()).build();
        return new EventTable.Row(new NewEvent(number, held.documentId(), held.recordNo(), null, null, held.type(),
                MessageKind.RETRACTION, held.id(), fields, false, true), null, List.of(), true);
    }

    private Map<Long, LocalDate> days(List<Holding> holdings) {
        Map<Long, LocalDate> days = new HashMap<>();
        jdbc.query("select id, occurred_on from hub.event where id = any (?)", row -> {
            days.put(row.getLong(1), row.getDate(2).toLocalDate());
        }, (Object) holdings.stream().mapToLong(one -> one.event().id()).toArray());
        return days;
    }

    /** Per recipient and event the version that it was given last, unless that took it back. */
    private static List<Holding> holdings(List<GivenEvent> all, List<Given> given) {
        Map<Long, GivenEvent> byId = new HashMap<>();
        all.forEach(event -> byId.put(event.id(), event));
        Map<String, Holding> last = new TreeMap<>();
        for (Given one : given) {
            GivenEvent event = byId.get(one.eventId());
            last.merge(one.recipientNo() + ":" + root(event, byId), new Holding(event, one), ErasureNotices::later);
        }
        return last.values().stream().filter(one -> one.event().kind() != MessageKind.RETRACTION).toList();
    }

    private static Holding later(Holding one, Holding other) {
        boolean first = one.given().batchId() != other.given().batchId() ? one.given().batchId() > other.given().batchId()
                : one.event().id() > other.event().id();
        return first ? one : other;
    }

    /** The first version of what the event tells. */
    static long root(GivenEvent event, Map<Long, GivenEvent> byId) {
        GivenEvent one = event;
        while (true) {
            GivenEvent before = byId.get(one.readdressed() ? one.standsFor() : one.replaces());
            if (before == null || before.id() >= one.id()) {
                return one.id();
            }
            one = before;
        }
    }
}
