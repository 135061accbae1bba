package de.kimhub.processing;

import de.kimhub.intake.Differences;
import de.kimhub.intake.Documents.Counts;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.intake.KnownRecords;
import de.kimhub.intake.Predecessors;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.RecordChange;
import de.kimhub.intake.RecordState;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Problem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import de.kimhub.translation.Translator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Goes through the records of a batch in their order and compares each with the last accepted state of its key, as
 * the records before it in the same batch left it.
 */
final class Comparison {

    private final Batch batch;
    private final Differences differences;
    private final Echoes echoes;
    private final Known known;
    private final KnownRecords records;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Quarantine.Refusal> refusals = new ArrayList<>();
    private final List<byte[]> seen = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();
    private final Set<Long> statusAnswered = new HashSet<>();
    private final List<CaseFinder.Named> changed = new ArrayList<>();
    private final FormerlySaid former = new FormerlySaid();
    private final Set<ByteBuffer> heldCases = new HashSet<>();
    private final Set<ByteBuffer> refusedCases = new HashSet<>();
    private long received;
    private long accepted;
    private long repeated;

    /**
     * What is known before the first record.
     *
     * @param states      of the records and of those that they correct
     * @param heldCases   cases of which an earlier record is in quarantine, or events wait for their release
     * @param refusedCases cases of which a record may still be replayed
     * @param statusDue   persons of whom the source owes the status of today
     * @param told        events that the status of today need not repeat
     * @param echoes      what the source was last given
     * @param eventNumbers at least {@link RecordEvents#atMost} of each record
     */
    record Known(Map<ByteBuffer, RecordState> states, CaseScope cases, Set<ByteBuffer> heldCases,
                 Set<ByteBuffer> refusedCases, Set<Long> statusDue, Set<Long> told,
                 Echoes.Possible echoes, Deque<Long> eventNumbers, Digests digests) {
    }

    /** Digests of the batch's records, made once; {@code replaced} of those that correct another one. */
    record Digests(Map<Accepted, byte[]> keys, Map<Accepted, byte[]> replaced, Map<String, byte[]> cases,
                   Function<Accepted, byte[]> persona) {

        byte[] key(Accepted record) {
            return keys.get(record);
        }

        byte[] ofCase(String number) {
            return number == null ? null : cases.get(number);
        }
    }

    Comparison(Batch batch, Differences differences, Echoes echoes, Known known) {
        this.batch = batch;
        this.differences = differences;
        this.echoes = echoes;
        this.known = known;
        this.records = new KnownRecords(known.states());
        this.heldCases.addAll(known.heldCases());
        this.refusedCases.addAll(known.refusedCases());
    }

    void run() {
        for (Batch.Item item : batch.items()) {
            switch (item.translation()) {
                case null -> refuse(item.record(), ((RawRecord.Unreadable) item.record()).problem(), null, false);
                case Translation.NoRecord nothing -> { }
                case Translation.Refused refused -> {
                    refused.problems().stream().filter(problem -> problem.code().isDrift()).forEach(findings::add);
                    refuse(item.record(), refused.problems().getFirst(),
                            known.digests().ofCase(refused.caseNumber()), refused.key() != null);
                    if (refused.key() != null) {
                        seen.add(differences.keyDigest(batch.document().instanceNo(), refused.key(), false));
                    }
                }
                case Accepted record -> compare(item.record(), record);
            }
        }
    }

    private void refuse(RawRecord record, Problem problem, byte[] caseDigest, boolean keyKnown) {
        received++;
        refusals.add(new Quarantine.Refusal(record, problem, caseDigest, keyKnown));
        if (caseDigest != null) {
            heldCases.add(ByteBuffer.wrap(caseDigest));
            refusedCases.add(ByteBuffer.wrap(caseDigest));
        }
    }

    private void compare(RawRecord raw, Accepted record) {
        byte[] key = known.digests().key(record);
        byte[] caseDigest = known.digests().ofCase(record.caseNumber());
        seen.add(key);
        if (record.test()) {
            // its row is there: the real one of the same key has not vanished
            seen.add(differences.keyDigest(batch.document().instanceNo(), record.key(), false));
        }
        if (caseDigest == null && record.drafts().stream().anyMatch(d -> d.applies() && d.type().concernsPerson())) {
            refuse(raw, new Problem(IntakeProblems.NO_CASE, raw.place(), "the record concerns a person but has no "
                    + "case number. Map 'case.number', or have the source fill it."), null, true);
            return;
        }
        Optional<Problem> notAdmitted = Admission.refusal(batch.instance(), record, raw.place());
        if (notAdmitted.isPresent()) {
            refuse(raw, notAdmitted.get(), null, true);
            return;
        }
        Predecessors before = records.before(key, known.digests().replaced().get(record));
        SourceCase sourceCase = known.cases().get(caseDigest);
        boolean statusDue = !record.test() && sourceCase != null && known.statusDue().contains(sourceCase.personId())
                && !statusAnswered.contains(sourceCase.personId());
        byte[] content = differences.contentDigest(record.content());
        byte[] watched = differences.watched(record.drafts());
        RecordState now = new RecordState(key, content, watched, new long[record.drafts().size()],
                sourceCase == null ? null : sourceCase.id(), batch.document().id(), raw.number(), false,
                RecordState.definition(batch.instance().connector().version()))
                .saying(known.digests().persona().apply(record));
        RecordChange change = change(record, before, now, statusDue);
        if (change instanceof RecordChange.Contradicting) {
            refuse(raw, Admission.keyUsedTwice(raw.place()), null, true);
            return;
        }
        received++;
        findings.addAll(record.findings());
        if (change instanceof RecordChange.Changed news) {
            accepted++;
            take(record, news, before, now, caseDigest);
            boolean named = caseDigest != null && !record.test();
            former.add(before, named ? caseDigest : null, sourceCase,
                    Said.corrects(batch.instance().connector().translator(), before, news));
            if (named) {
                changed.add(new CaseFinder.Named(caseDigest, record.caseNumber(), BatchReader.person(record)));
            }
            if (statusDue && !before.overtaken() && tellsAnything(news)) {
                statusAnswered.add(sourceCase.personId());
            }
        } else {
            repeated++;
            repeat(before, now, caseDigest);
        }
    }

    /** What happened before the source's first day is no status of today. */
    private boolean tellsAnything(RecordChange.Changed news) {
        return news.effects().isEmpty() || news.effects().stream().anyMatch(effect -> !Decisions.isBeforeStart(
                batch.instance(), effect.kind(), NewEvent.occurredOn(effect.draft().fields(), batch.today())));
    }

    private RecordChange change(Accepted record, Predecessors before, RecordState now, boolean statusDue) {
        Translator translator = batch.instance().connector().translator();
        if (echoes.isEcho(record, known.echoes())) {
            return new RecordChange.Repeated();
        }
        return translator.isSnapshot()
                ? differences.compare(before.own(), now.content(), now.watched(), record, true, batch.firstLoad(), statusDue)
                : differences.compareEvent(before, now, record,
                        translator.refusesChangedRecords(), statusDue);
    }

    private void take(Accepted record, RecordChange.Changed news, Predecessors before, RecordState now,
                      byte[] caseDigest) {
        boolean held = caseDigest != null && heldCases.contains(ByteBuffer.wrap(caseDigest));
        long[] last = before.overtaken() ? now.events()
                : RecordEvents.standing(before.compared(), now.watched(), record);
        events.addAll(new RecordEvents(batch.instance(), now.documentId(), now.recordNo(), caseDigest, held, false)
                .of(record, withoutTold(news, last), known.eventNumbers(), last));
        if (before.overtaken()) {
            records.overtaken(now, before);
        } else {
            records.stands(now.withEvents(last), before);
        }
    }

    /** The status of today need not repeat what was told late since it was asked. */
    private RecordChange.Changed withoutTold(RecordChange.Changed news, long[] last) {
        return known.told().isEmpty() ? news : new RecordChange.Changed(news.effects().stream().filter(effect ->
                effect.kind() != MessageKind.STATUS || !known.told().contains(last[effect.draft().rule()])).toList());
    }

    private void repeat(Predecessors before, RecordState now, byte[] caseDigest) {
        RecordState own = before.own();
        if (before.overtaken()) {
            records.overtaken(now, before);
        } else if (own == null) {
            records.save(now);
        } else {
            boolean readAnew = batch.instance().connector().translator().refusesChangedRecords()
                    && !own.sameDefinition(now);
            RecordState again = readAnew ? own.readAs(now) : own;
            if (caseDigest != null && refusedCases.contains(ByteBuffer.wrap(caseDigest))) {
                // said again after the refused record: a replay of that must not overwrite it
                records.save(again.with(own.caseId(), now.documentId(), now.recordNo()));
            } else if (readAnew) {
                records.save(again);
            }
        }
    }

    CaseScope cases() {
        return known.cases();
    }

    List<NewEvent> events() {
        return events;
    }

    List<Quarantine.Refusal> refusals() {
        return refusals;
    }

    List<byte[]> seen() {
        return seen;
    }

    /** Values of optional fields that were left out, and codes that are unknown also where that refused the record. */
    List<Problem> findings() {
        return findings;
    }

    /** Files of which the source says something new, with their people as it writes them now. */
    List<CaseFinder.Named> changed() {
        return changed;
    }

    /** What the records that changed said of people before. */
    FormerlySaid former() {
        return former;
    }

    /** As the batch leaves them; those whose file is opened only for its events without that. */
    List<RecordState> states() {
        return List.copyOf(records.changed());
    }

    Set<Long> statusAnswered() {
        return statusAnswered;
    }

    /** With the cases that were opened for the batch's events. */
    List<RecordState> changedStates(Map<Long, Long> caseOfRecord) {
        return records.changed().stream().map(state -> state.caseId() != null
                || state.documentId() != batch.document().id() ? state
                : state.with(caseOfRecord.get(state.recordNo()), state.documentId(), state.recordNo())).toList();
    }

    Counts counts() {
        return new Counts(received, accepted, repeated, refusals.size(), events.size());
    }
}
