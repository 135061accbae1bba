package de.kimhub.processing;

import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.delivery.QueuedItem;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.processing.Distribution.Flow;
import de.kimhub.processing.Distribution.FlowKey;
import de.kimhub.processing.GivenEvents.Readdressed;
import de.kimhub.processing.Readdressing.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the events by which single recipients learn what is theirs no longer, or theirs again. */
@Component
class ReaddressedEvents {

    private final EventTable events;
    private final GivenEvents given;
    private final FlowTable flows;
    private final Outbox outbox;
    private final CorrectionTasks tasks;
    private final CurrentRules rules;
    private final Senders senders;

    ReaddressedEvents(EventTable events, GivenEvents given, FlowTable flows, Outbox outbox, CorrectionTasks tasks,
                      CurrentRules rules, Senders senders) {
        this.events = events;
        this.given = given;
        this.flows = flows;
        this.outbox = outbox;
        this.tasks = tasks;
        this.rules = rules;
        this.senders = senders;
    }

    /** An event for one recipient, and the item that takes it there. */
    private record New(int instanceNo, EventTable.Row row, Readdressed readdressed, String rule) {
    }

    Set<LaneId> write(long linkEvent, List<Step> steps) {
        RulesInForce inForce = rules.now();
        Map<Integer, Integer> lanes = senders.lanes(inForce);
        Map<Long, FieldValues> contents = contents(steps);
        Deque<Long> numbers = events.numbers(steps.size());
        List<New> all = new ArrayList<>();
        List<QueuedItem> items = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.NeedNot needNot -> {
                    keptBack(needNot, lanes).ifPresent(items::add);
                    events.markReplaced(List.of(needNot.readdressed().id()), EventTable.TAKEN_BACK);
                    tasks.withdraw(needNot.readdressed().onlyFor(), needNot.readdressed().id());
                }
                case Step.TakeBack back -> all.add(make(numbers.pop(), MessageKind.RETRACTION, back.last(), back.given(),
                        back.given().address(), dayOf(contents.get(back.given().eventId())), Distribution.DUTY_TO_CORRECT));
                case Step.GiveAgain again -> all.add(make(numbers.pop(), again.last().kind() == MessageKind.STATUS
                        ? MessageKind.STATUS : MessageKind.EVENT, again.last(), again.given(),
                        again.address(), contents.get(again.last().id()), again.rule()));
            }
        }
        all.removeIf(one -> !lanes.containsKey(one.readdressed().recipientNo()));
        items.addAll(write(linkEvent, all, lanes, inForce.version()));
        return outbox.add(items);
    }

    /** A correction that was not given since the file was another person's. */
    private Optional<QueuedItem> keptBack(Step.NeedNot step, Map<Integer, Integer> lanes) {
        int recipientNo = step.given().recipientNo();
        return step.readdressed().kind() == MessageKind.RETRACTION && lanes.containsKey(recipientNo)
                && outbox.takeKeptBack(recipientNo, step.last().id())
                ? Optional.of(new QueuedItem(recipientNo, Outbox.lane(step.last().caseId(), lanes.get(recipientNo)),
                        step.last().id(), step.given().rule())) : Optional.empty();
    }

    private Map<Long, FieldValues> contents(List<Step> steps) {
        Set<Long> ids = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.TakeBack back -> ids.add(back.given().eventId());
                case Step.GiveAgain again -> ids.add(again.last().id());
                case Step.NeedNot needNot -> { }
            }
        }
        return given.contents(ids);
    }

    private static FieldValues dayOf(FieldValues fields) {
        FieldValues.Builder day = FieldValues.builder();
        String occurredOn = fields == null ? null : fields.first("event.occurredOn");
        return occurredOn == null ? FieldValues.EMPTY : day.set("event.occurredOn", occurredOn).build();
    }

    private static New make(long id, MessageKind kind, GivenEvent last, Given given, long address,
                            FieldValues fields, String rule) {
        NewEvent event = new NewEvent(id, last.documentId(), last.recordNo(), null, null, last.type(), kind,
                kind == MessageKind.RETRACTION ? last.id() : 0, fields, false, true);
        return new New(last.instanceNo(), new EventTable.Row(event, last.caseId(), List.of(), true),
                new Readdressed(id, given.recipientNo(), last.id(), address), rule);
    }

    private List<QueuedItem> write(long linkEvent, List<New> all, Map<Integer, Integer> lanes, String version) {
        all.stream().collect(Collectors.groupingBy(New::instanceNo, TreeMap::new, Collectors.toList()))
                .forEach((instanceNo, ofInstance) -> events.insert(ofInstance.stream().map(New::row).toList(), instanceNo,
                        version, LocalDate.now()));
        given.readdress(linkEvent, all.stream().map(New::readdressed).toList());
        Map<FlowKey, Flow> counted = new TreeMap<>();
        List<QueuedItem> items = new ArrayList<>();
        for (New one : all) {
            int recipientNo = one.readdressed().recipientNo();
            Flow flow = counted.computeIfAbsent(new FlowKey(one.row().event().documentId(), recipientNo), key -> new Flow());
            flow.accepted++;
            flow.queued++;
            items.add(new QueuedItem(recipientNo, Outbox.lane(one.row().caseId(), lanes.get(recipientNo)),
                    one.row().event().id(), one.rule()));
        }
        flows.add(counted);
        return items;
    }
}
