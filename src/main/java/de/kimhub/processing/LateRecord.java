package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Differences;
import de.kimhub.intake.Quarantine.Entry;
import de.kimhub.intake.RecordChange;
import de.kimhub.intake.RecordState;
import de.kimhub.intake.RecordStates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translation.Accepted;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets a replayed record take effect, unless its source said something newer since. In the caller's transaction. */
@Component
class LateRecord {

    private final Differences differences;
    private final RecordStates states;
    private final CaseFinder caseFinder;
    private final ConsentEvents consentEvents;
    private final Effects effects;
    private final EventTable events;
    private final CurrentRules rules;

    LateRecord(Differences differences, RecordStates states, CaseFinder caseFinder, ConsentEvents consentEvents,
               Effects effects, EventTable events, CurrentRules rules) {
        this.differences = differences;
        this.states = states;
        this.caseFinder = caseFinder;
        this.consentEvents = consentEvents;
        this.effects = effects;
        this.events = events;
        this.rules = rules;
    }

    /** @param superseded a newer record of the same key was accepted meanwhile: no effect */
    record Taken(Set<LaneId> lanes, int events, boolean superseded) {
    }

    Taken take(Instance instance, Entry entry, Accepted record) {
        byte[] key = differences.keyDigest(entry.instanceNo(), record.key());
        RecordState state = states.find(entry.instanceNo(), List.of(key)).get(ByteBuffer.wrap(key));
        if (state != null && isNewer(state, entry)) {
            return new Taken(Set.of(), 0, true);
        }
        byte[] content = differences.contentDigest(record.content());
        byte[] watched = differences.watched(record.drafts());
        boolean snapshot = instance.connector().translator().isSnapshot();
        // a snapshot's row that was refused at the first load was never known: it is stock, not news
        RecordChange change = differences.compare(state, content, watched, record, snapshot,
                snapshot && entry.firstLoad(), false);
        if (!(change instanceof RecordChange.Changed news)) {
            return new Taken(Set.of(), 0, true);
        }
        RulesInForce inForce = rules.now();
        byte[] caseDigest = caseFinder.digest(instance, record.caseNumber());
        CaseScope scope = caseDigest == null ? new CaseScope() : caseFinder.find(instance,
                List.of(new CaseFinder.Named(caseDigest, record.caseNumber(), BatchReader.person(record))),
                consentEvents.locks(inForce.parties(), instance, record.drafts()), LocalDate.now());
        boolean held = caseDigest != null
                && events.mustWait(entry.instanceNo(), caseDigest, entry.documentId(), entry.recordNo());
        Deque<Long> numbers = events.numbers(news.effects().size());
        long[] last = state == null ? new long[record.drafts().size()]
                : state.standingEvents(watched, record.drafts());
        List<NewEvent> newEvents = new ArrayList<>();
        for (RecordChange.Effect effect : news.effects()) {
            long id = numbers.pop();
            last[effect.draft().rule()] = effect.kind() == MessageKind.RETRACTION ? 0 : id;
            newEvents.add(new NewEvent(id, entry.documentId(), entry.recordNo(),
                    effect.draft().type().concernsPerson() ? caseDigest : null, record.caseNumber(),
                    effect.draft().type(), effect.kind(), effect.replaces(),
                    NewEvent.placed(effect.draft().fields(), instance), held, true));
        }
        Effects.Result result = effects.take(inForce, instance, newEvents, scope, LocalDate.now());
        SourceCase sourceCase = scope.get(caseDigest);
        states.save(entry.instanceNo(), List.of(new RecordState(key, content, watched, last,
                sourceCase == null ? null : sourceCase.id(), entry.documentId(), entry.recordNo(), false)));
        return new Taken(result.lanes(), newEvents.size(), false);
    }

    private static boolean isNewer(RecordState state, Entry entry) {
        return state.documentId() > entry.documentId()
                || state.documentId() == entry.documentId() && state.recordNo() > entry.recordNo();
    }
}
