package de.kimhub.processing;

import de.kimhub.intake.Differences;
import de.kimhub.intake.Documents.Counts;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.RecordChange;
import de.kimhub.intake.RecordState;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Problem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the records of a batch in their order and compares each with the last accepted state of its key, as
 * the records before it in the same batch left it.
 */
final class Comparison {

    private final Batch batch;
    private final Differences differences;
    private final Echoes echoes;
    private final Known known;
    private final Map<ByteBuffer, RecordState> states;
    private final Map<ByteBuffer, RecordState> changed = new LinkedHashMap<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Quarantine.Refusal> refusals = new ArrayList<>();
    private final List<byte[]> seen = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();
    private final Set<Long> statusAnswered = new HashSet<>();
    private final Set<ByteBuffer> heldCases = new HashSet<>();
    private final Set<ByteBuffer> refusedCases = new HashSet<>();
    private long received;
    private long accepted;
    private long repeated;

    /**
     * What is known before the first record.
     *
     * @param heldCases   cases of which an earlier record is in quarantine, or events wait for their release
     * @param refusedCases cases of which a record may still be replayed
     * @param statusDue   persons of whom the source owes the status of today
     * @param echoes      what the source was last given
     * @param eventNumbers at least as many as the batch has drafts
     */
    record Known(Map<ByteBuffer, RecordState> states, CaseScope cases, Set<ByteBuffer> heldCases,
                 Set<ByteBuffer> refusedCases, Set<Long> statusDue,
                 Echoes.Possible echoes, Deque<Long> eventNumbers, Digests digests) {
    }

    /** Digests of the batch's records, made once. */
    record Digests(Map<Accepted, byte[]> keys, Map<String, byte[]> cases) {

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
        this.states = known.states();
        this.heldCases.addAll(known.heldCases());
        this.refusedCases.addAll(known.refusedCases());
    }

    void run() {
        for (Batch.Item item : batch.items()) {
            switch (item.translation()) {
                case null -> refuse(item.record(), ((RawRecord.Unreadable) item.record()).problem(), null, false);
                case Translation.NoRecord nothing -> { }
                case Translation.Refused refused -> {
                    refuse(item.record(), refused.problems().getFirst(),
                            known.digests().ofCase(refused.caseNumber()), refused.key() != null);
                    if (refused.key() != null) {
                        seen.add(differences.keyDigest(batch.document().instanceNo(), refused.key()));
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
        if (caseDigest == null && record.drafts().stream().anyMatch(d -> d.applies() && d.type().concernsPerson())) {
            seen.add(key);
            refuse(raw, new Problem(IntakeProblems.NO_CASE, raw.place(), "the record concerns a person but has no "
                    + "case number. Map 'case.number', or have the source fill it."), null, true);
            return;
        }
        received++;
        seen.add(key);
        findings.addAll(record.findings());
        var sourceCase = known.cases().get(caseDigest);
        boolean statusDue = sourceCase != null && known.statusDue().contains(sourceCase.personId())
                && !statusAnswered.contains(sourceCase.personId());
        RecordState state = states.get(ByteBuffer.wrap(key));
        byte[] content = differences.contentDigest(record.content());
        byte[] watched = differences.watched(record.drafts());
        boolean snapshot = batch.instance().connector().translator().isSnapshot();
        RecordChange change = echoes.isEcho(record, known.echoes()) ? new RecordChange.Repeated()
                : differences.compare(state, content, watched, record, snapshot, batch.firstLoad(), statusDue);
        if (change instanceof RecordChange.Changed news) {
            accepted++;
            long[] last = state == null ? new long[record.drafts().size()]
                    : state.standingEvents(watched, record.drafts());
            boolean held = caseDigest != null && heldCases.contains(ByteBuffer.wrap(caseDigest));
            for (RecordChange.Effect effect : news.effects()) {
                long id = known.eventNumbers().pop();
                last[effect.draft().rule()] = effect.kind() == MessageKind.RETRACTION ? 0 : id;
                events.add(new NewEvent(id, batch.document().id(), raw.number(),
                        effect.draft().type().concernsPerson() ? caseDigest : null, record.caseNumber(),
                        effect.draft().type(), effect.kind(), effect.replaces(), NewEvent.placed(effect.draft().fields(), batch.instance()), held,
                        false));
            }
            if (statusDue) {
                statusAnswered.add(sourceCase.personId());
            }
            save(new RecordState(key, content, watched, last, sourceCase == null ? null : sourceCase.id(),
                    batch.document().id(), raw.number(), false));
        } else {
            repeated++;
            if (state == null) {
                save(new RecordState(key, content, watched, new long[record.drafts().size()],
                        sourceCase == null ? null : sourceCase.id(), batch.document().id(), raw.number(), false));
            } else if (caseDigest != null && refusedCases.contains(ByteBuffer.wrap(caseDigest))) {
                // said again after the refused record: a replay of that must not overwrite it
                save(new RecordState(key, state.content(), state.watched(), state.events(), state.caseId(),
                        batch.document().id(), raw.number(), state.vanished()));
            }
        }
    }

    private void save(RecordState state) {
        states.put(ByteBuffer.wrap(state.key()), state);
        changed.put(ByteBuffer.wrap(state.key()), state);
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

    /** Values of optional fields that were left out. */
    List<Problem> findings() {
        return findings;
    }

    Set<Long> statusAnswered() {
        return statusAnswered;
    }

    /** With the cases that were opened for the batch's events. */
    List<RecordState> changedStates(Map<Long, Long> caseOfRecord) {
        return changed.values().stream().map(state -> state.caseId() != null ? state
                : new RecordState(state.key(), state.content(), state.watched(), state.events(),
                        caseOfRecord.get(state.recordNo()), state.documentId(), state.recordNo(), state.vanished()))
                .toList();
    }

    Counts counts() {
        return new Counts(received, accepted, repeated, refusals.size(), events.size());
    }
}
