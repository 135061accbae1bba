package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Documents.Counts;
import de.kimhub.intake.Documents.Document;
import de.kimhub.intake.RecordState;
import de.kimhub.intake.RecordStates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translator.Vanished;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What it means that rows are no longer in a snapshot. In the caller's transaction. */
@Component
class VanishedRows {

    private final RecordStates states;
    private final SourceCases cases;
    private final CaseObserver observer;
    private final Effects effects;
    private final EventTable events;
    private final HeldEvents heldEvents;
    private final Documents documents;
    private final CurrentRules rules;

    VanishedRows(RecordStates states, SourceCases cases, CaseObserver observer, Effects effects, EventTable events,
                 HeldEvents heldEvents, Documents documents, CurrentRules rules) {
        this.states = states;
        this.cases = cases;
        this.observer = observer;
        this.effects = effects;
        this.events = events;
        this.heldEvents = heldEvents;
        this.documents = documents;
        this.rules = rules;
    }

    Set<LaneId> take(Document document, Instance instance, Collection<byte[]> keys) {
        LocalDate today = LocalDate.now();
        List<RecordState> vanished = List.copyOf(states.find(document.instanceNo(), keys).values());
        List<Vanished> meaning = instance.connector().translator().vanished(today);
        Map<Long, SourceCase> byId = cases.byId(vanished.stream().map(RecordState::caseId).filter(id -> id != null)
                .collect(Collectors.toSet()));
        CaseScope scope = new CaseScope();
        byId.values().forEach(scope::put);
        Set<ByteBuffer> holding = heldEvents.holding(document.instanceNo(),
                byId.values().stream().map(SourceCase::caseDigest).toList());
        Deque<Long> numbers = new ArrayDeque<>(events.numbers(vanished.size() * meaning.size()));
        List<NewEvent> newEvents = new ArrayList<>();
        for (RecordState state : vanished) {
            SourceCase sourceCase = byId.get(state.caseId());
            boolean held = sourceCase != null && holding.contains(ByteBuffer.wrap(sourceCase.caseDigest()));
            for (Vanished one : meaning) {
                newEvents.add(new NewEvent(numbers.pop(), document.id(), state.recordNo(),
                        sourceCase == null ? null : sourceCase.caseDigest(), null, one.type(), MessageKind.EVENT, 0,
                        one.fields().toBuilder().set("event.occurredOn", today.toString()).build(), held, false));
            }
        }
        List<RecordState> gone = vanished.stream().map(state -> new RecordState(state.key(), state.content(),
                state.watched(), state.events(), state.caseId(), document.id(), state.recordNo(), true,
                state.definition()).saying(state.persona())).toList();
        boolean doubtful = observer.observe(instance, new CaseObserver.Says(List.of(), FormerlySaid.ofVanished(vanished),
                gone, false), scope, today);
        Set<LaneId> lanes = effects.take(rules.now(), instance, doubtful
                ? heldEvents.holdDoubted(document.instanceNo(), newEvents) : newEvents, scope, today).lanes();
        states.save(document.instanceNo(), gone);
        documents.count(document.id(), new Counts(0, 0, 0, 0, newEvents.size()));
        return lanes;
    }
}
