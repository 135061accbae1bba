package de.kimhub.processing;

import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.delivery.QueuedItem;
import de.kimhub.delivery.Recalls;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.processing.Distribution.Flow;
import de.kimhub.processing.Distribution.FlowKey;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells recipients to use no longer what they were given: it rested on a consent that was withdrawn, or says where
 * somebody is who is under an Auskunftssperre now. A notice names what it stops and the recipient's own file, and no
 * reason; it goes in the lane of what it stops, behind it. Each once. In the transaction of what causes it.
 */
@Component
class StopNotices {

    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final GivenEvents given;
    private final Senders senders;
    private final EventTable events;
    private final FlowTable flows;
    private final Outbox outbox;
    private final Recalls recalls;
    private final JdbcTemplate jdbc;

    StopNotices(SourceCases cases, ConsentLedger ledger, GivenEvents given, Senders senders, EventTable events,
                FlowTable flows, Outbox outbox, Recalls recalls, JdbcTemplate jdbc) {
        this.cases = cases;
        this.ledger = ledger;
        this.given = given;
        this.senders = senders;
        this.events = events;
        this.flows = flows;
        this.outbox = outbox;
        this.recalls = recalls;
        this.jdbc = jdbc;
    }

    /**
     * To be called when the ledger, and the blocks, are as they are from now on: who seals meanwhile is waited for.
     *
     * @param withdrawn    consents, as they were before
     * @param newlyBlocked persons for whom an Auskunftssperre stands that did not before
     * @return the lanes that have something new
     */
    Set<LaneId> write(RulesInForce rules, List<Consent> withdrawn, Set<Long> newlyBlocked, Set<Integer> shadows,
                      LocalDate today) {
        Set<Long> persons = withdrawn.stream().map(Consent::personId).collect(Collectors.toSet());
        persons.addAll(newlyBlocked);
        Map<Long, Long> personOf = cases.ofPersons(persons).stream()
                .collect(Collectors.toMap(SourceCase::id, SourceCase::personId));
        List<Given> all = given.given(personOf.keySet());
        if (all.isEmpty()) {
            return Set.of();
        }
        Map<Integer, Integer> lanes = senders.lanes(rules);
        WhatStops stops = new WhatStops(rules.sharing(), senders.byNumber(), given.of(personOf.keySet()), personOf,
                withdrawn.stream().filter(consent -> consent.inEarnest(shadows)).toList(), ledger.of(persons), newlyBlocked,
                today);
        List<WhatStops.Stop> due = new ArrayList<>();
        for (WhatStops.Stop stop : stops.among(all, given::contents)) {
            if (lanes.containsKey(stop.given().recipientNo()) && !isStopped(stop)) {
                due.add(stop);
            }
        }
        Set<LaneId> toWake = new LinkedHashSet<>(write(rules, due, lanes, today));
        toWake.addAll(recalls.ask(versions(all, due)));
        return toWake;
    }

    /**
     * These persons died: what is laid out and rests on their consents is taken back. What recipients have is not stopped.
     *
     * @return the lanes that have something new
     */
    Set<LaneId> died(Set<Long> persons) {
        ledger.lock(persons);
        List<Long> files = cases.ofPersons(persons).stream().map(SourceCase::id).toList();
        return recalls.ask(given.given(files).stream().map(Given::eventId).distinct().toList());
    }

    /** With the earlier versions, which may lie in other deliveries. */
    private static List<Long> versions(List<Given> all, List<WhatStops.Stop> due) {
        Set<Integer> recipients = due.stream().map(stop -> stop.given().recipientNo()).collect(Collectors.toSet());
        return all.stream().filter(one -> recipients.contains(one.recipientNo())).map(Given::eventId).distinct().toList();
    }

    private boolean isStopped(WhatStops.Stop stop) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select 1 from hub.stop_notice "
                + "where recipient_no = ? and stands_for = ?)", Boolean.class, stop.given().recipientNo(), stop.event().id()));
    }

    private Set<LaneId> write(RulesInForce rules, List<WhatStops.Stop> due, Map<Integer, Integer> lanes, LocalDate today) {
        FieldValues day = FieldValues.builder().set("event.occurredOn", today.toString()).build();
        Deque<Long> numbers = events.numbers(due.size());
        Map<Integer, List<EventTable.Row>> rows = new TreeMap<>();
        Map<FlowKey, Flow> counted = new TreeMap<>();
        List<Object[]> notices = new ArrayList<>();
        List<QueuedItem> items = new ArrayList<>();
        for (WhatStops.Stop stop : due) {
            GivenEvent event = stop.event();
            int recipientNo = stop.given().recipientNo();
            long id = numbers.pop();
            rows.computeIfAbsent(event.instanceNo(), no -> new ArrayList<>()).add(new EventTable.Row(new NewEvent(id,
                    event.documentId(), event.recordNo(), null, null, event.type(), MessageKind.STOP, event.id(), day, false,
                    false), event.caseId(), List.of(), true));
            notices.add(new Object[] {id, recipientNo, event.id()});
            Flow flow = counted.computeIfAbsent(new FlowKey(event.documentId(), recipientNo), key -> new Flow());
            flow.accepted++;
            flow.queued++;
            items.add(new QueuedItem(recipientNo, Outbox.lane(event.caseId(), lanes.get(recipientNo)), id,
                    Distribution.DUTY_TO_CORRECT));
        }
        rows.forEach((instanceNo, ofInstance) -> events.insert(ofInstance, instanceNo, rules.version(), today));
        jdbc.batchUpdate("insert into hub.stop_notice (event_id, recipient_no, stands_for) values (?, ?, ?)", notices);
        jdbc.batchUpdate("delete from hub.first_contact where recipient_no = ? and event_id = ?",
                due.stream().map(stop -> new Object[] {stop.given().recipientNo(), stop.event().id()}).toList());
        flows.add(counted);
        return outbox.add(items);
    }
}
