package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Differences;
import de.kimhub.intake.KnownRecords;
import de.kimhub.intake.Predecessors;
import de.kimhub.intake.Quarantine.Entry;
import de.kimhub.intake.RecordChange;
import de.kimhub.intake.RecordState;
import de.kimhub.intake.RecordStates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.translation.Translation.Accepted;
import de.kimhub.translation.Translator;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets a replayed record take effect, unless its source said something newer since. In the caller's transaction. */
@Component
class LateRecord {

    private final Differences differences;
    private final RecordStates states;
    private final CaseFinder caseFinder;
    private final CaseObserver observer;
    private final ConsentEvents consentEvents;
    private final Effects effects;
    private final EventTable events;
    private final HeldEvents heldEvents;
    private final CurrentRules rules;

    LateRecord(Differences differences, RecordStates states, CaseFinder caseFinder, CaseObserver observer,
               ConsentEvents consentEvents, Effects effects, EventTable events, HeldEvents heldEvents,
               CurrentRules rules) {
        this.differences = differences;
        this.states = states;
        this.caseFinder = caseFinder;
        this.observer = observer;
        this.consentEvents = consentEvents;
        this.effects = effects;
        this.events = events;
        this.heldEvents = heldEvents;
        this.rules = rules;
    }

    /** What came of it. */
    sealed interface Result {
    }

    /** @param superseded its source said something newer meanwhile, or corrected it: it tells nothing itself */
    record Taken(Set<LaneId> lanes, int events, boolean superseded) implements Result {

        private static final Taken SUPERSEDED = new Taken(Set.of(), 0, true);
    }

    record StillRefused(Problem problem) implements Result {
    }

    Result take(Instance instance, Entry entry, Accepted record) {
        Place place = Place.record(entry.recordNo(), entry.line());
        Optional<Problem> notAdmitted = Admission.refusal(instance, record, place);
        if (notAdmitted.isPresent()) {
            return new StillRefused(notAdmitted.get());
        }
        Translator translator = instance.connector().translator();
        byte[] key = differences.keyDigest(entry.instanceNo(), record.key(), record.test());
        byte[] replaces = record.replaces() == null || translator.isSnapshot() ? null
                : differences.keyDigest(entry.instanceNo(), record.replaces(), record.test());
        Map<ByteBuffer, RecordState> known = states.findWithCorrections(entry.instanceNo(),
                replaces == null ? List.of(key) : List.of(key, replaces));
        KnownRecords records = new KnownRecords(known);
        Predecessors before = records.before(key, replaces);
        RecordState now = new RecordState(key, differences.contentDigest(record.content()),
                differences.watched(record.drafts()), new long[record.drafts().size()], null, entry.documentId(),
                entry.recordNo(), false, RecordState.definition(instance.connector().version()))
                .saying(caseFinder.personaDigest(instance, record));
        // a snapshot's row that was refused at the first load was never known: it is stock, not news
        RecordChange change = translator.isSnapshot()
                ? differences.compare(before.own(), now.content(), now.watched(), record, true, entry.firstLoad(), false)
                : differences.compareEvent(before, now, record,
                        translator.refusesChangedRecords(), false);
        return switch (change) {
            case RecordChange.Contradicting contradicting -> new StillRefused(Admission.keyUsedTwice(place));
            case RecordChange.Changed news when before.overtaken() || !isNewer(before, translator, entry) ->
                    tell(instance, entry, record, news, now, before, known);
            case RecordChange.Changed news -> supersede(entry, now, before, records);
            case RecordChange.Repeated repeated -> supersede(entry, now, before, records);
        };
    }

    /** Whether what stands was said after the record. Of what the record itself names, the order says nothing. */
    private static boolean isNewer(Predecessors before, Translator translator, Entry entry) {
        boolean namedItself = before.own() == null && before.compared() == before.named();
        return before.compared() != null && before.compared().isNewerThan(entry.documentId(), entry.recordNo())
                && !(namedItself && translator.refusesChangedRecords());
    }

    private Taken supersede(Entry entry, RecordState now, Predecessors before, KnownRecords records) {
        if (before.own() == null && before.compared() != null || before.overtaken()) {
            records.overtaken(now, before);
            states.save(entry.instanceNo(), records.changed());
        }
        return Taken.SUPERSEDED;
    }

    private Taken tell(Instance instance, Entry entry, Accepted record, RecordChange.Changed news, RecordState now,
                       Predecessors before, Map<ByteBuffer, RecordState> known) {
        RulesInForce inForce = rules.now();
        byte[] caseDigest = caseFinder.digest(instance, record.caseNumber());
        CaseScope scope = caseDigest == null ? new CaseScope() : caseFinder.find(instance,
                List.of(new CaseFinder.Named(caseDigest, record.caseNumber(), BatchReader.person(record))),
                consentEvents.locks(inForce.parties().beside(instance), instance, record.drafts()), LocalDate.now());
        observe(instance, record, news, now, before, known, scope);
        boolean held = caseDigest != null
                && heldEvents.mustWait(entry.instanceNo(), caseDigest, entry.documentId(), entry.recordNo());
        long[] last = before.overtaken() ? now.events()
                : RecordEvents.standing(before.compared(), now.watched(), record);
        List<NewEvent> newEvents = new RecordEvents(instance, entry.documentId(), entry.recordNo(), caseDigest, held,
                true).of(record, news, events.numbers(news.effects().size()), last);
        Effects.Result result = effects.take(inForce, instance, newEvents, scope, LocalDate.now());
        SourceCase sourceCase = scope.get(caseDigest);
        RecordState told = now.withEvents(last).with(sourceCase == null ? null : sourceCase.id(), entry.documentId(),
                entry.recordNo());
        KnownRecords records = new KnownRecords(known);
        if (before.overtaken()) {
            records.overtaken(told, before);
        } else {
            records.stands(told, before);
        }
        states.save(entry.instanceNo(), records.changed());
        return new Taken(result.lanes(), newEvents.size(), false);
    }

    /** As a live record; what another one corrects says nothing of the person any more. */
    private void observe(Instance instance, Accepted record, RecordChange.Changed news, RecordState now,
                         Predecessors before, Map<ByteBuffer, RecordState> known, CaseScope scope) {
        byte[] caseDigest = caseFinder.digest(instance, record.caseNumber());
        if (before.overtaken() || record.test() || caseDigest == null) {
            return;
        }
        SourceCase file = scope.get(caseDigest);
        KnownRecords records = new KnownRecords(known);
        records.stands(now.with(file == null ? null : file.id(), now.documentId(), now.recordNo()), before);
        FormerlySaid former = new FormerlySaid();
        former.add(before, caseDigest, file, Said.corrects(instance.connector().translator(), before, news));
        observer.observe(instance, new CaseObserver.Says(List.of(new CaseFinder.Named(caseDigest, record.caseNumber(),
                BatchReader.person(record))), former, List.copyOf(records.changed()), file != null && saidNewer(file, now)), scope, LocalDate.now());
    }

    private boolean saidNewer(SourceCase file, RecordState than) {
        return states.standingOf(file.instanceNo(), List.of(file.id())).values().stream()
                .anyMatch(one -> one.isNewerThan(than.documentId(), than.recordNo()));
    }
}
