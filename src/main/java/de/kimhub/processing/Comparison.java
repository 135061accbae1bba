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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the records of a batch in their order and compares each with the last accepted state of its key, as
 * the records before it in the same batch left it.
 */
final class Comparison {

    private final Batch batch;
    private final Differences differences;
    private final Echoes echoes;
    private final KnownBefore known;
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

    Comparison(Batch batch, Differences differences, Echoes echoes, KnownBefore known) {
        this.batch = batch;
        this.differences = differences;
        this.echoes = echoes;
        this.known = known;
        this.records = new KnownRecords(known.states());
        this.heldCases.addAll(known.heldCases());
        this.refusedCases.addAll(known.refusedCases());
    }

    /** Once only. */
    ComparedBatch run() {
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
        return new ComparedBatch(batch.document().id(), known.cases(), events, refusals, seen, findings, changed, former,
                List.copyOf(records.changed()), statusAnswered,
                new Counts(received, accepted, repeated, refusals.size(), events.size()));
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
        Optional<Problem> refusal = refusal(raw, record, caseDigest);
        if (refusal.isPresent()) {
            refuse(raw, refusal.get(), null, true);
            return;
        }
        Predecessors before = records.before(key, known.digests().replaced().get(record));
        SourceCase sourceCase = known.cases().get(caseDigest);
        boolean statusDue = !record.test() && sourceCase != null && known.statusDue().contains(sourceCase.personId())
                && !statusAnswered.contains(sourceCase.personId());
        RecordState now = state(raw, record, key, sourceCase);
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

    private Optional<Problem> refusal(RawRecord raw, Accepted record, byte[] caseDigest) {
        if (caseDigest == null && record.drafts().stream().anyMatch(d -> d.applies() && d.type().concernsPerson())) {
            return Optional.of(new Problem(IntakeProblems.NO_CASE, raw.place(), "the record concerns a person but has no "
                    + "case number. Map 'case.number', or have the source fill it."));
        }
        return Admission.refusal(batch.instance(), record, raw.place());
    }

    /** The record's own, without events so far. */
    private RecordState state(RawRecord raw, Accepted record, byte[] key, SourceCase sourceCase) {
        return new RecordState(key, differences.contentDigest(record.content()), differences.watched(record.drafts()),
                new long[record.drafts().size()], sourceCase == null ? null : sourceCase.id(), batch.document().id(),
                raw.number(), false, RecordState.definition(batch.instance().connector().version()))
                .saying(known.digests().persona().apply(record));
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
}
