package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Documents.Counts;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.Quarantine.Entry;
import de.kimhub.linkage.LockOrder;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.WakeUp;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import de.kimhub.translation.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes quarantined records again, with the mappings as they are now. What is replayed is late: it never overwrites
 * what the source said since. A record that is still refused stays, with its new reason.
 */
@Component
public class Replay {

    private static final int PAGE = 100;

    private final TransactionTemplate transaction;
    private final Quarantine quarantine;
    private final Documents documents;
    private final InstalledParties parties;
    private final LateRecord lateRecord;
    private final HoldRelease holds;
    private final WakeUp wakeUp;
    private final Checkpoints checkpoints;

    Replay(TransactionTemplate transaction, Quarantine quarantine, Documents documents, InstalledParties parties,
           LateRecord lateRecord, HoldRelease holds, WakeUp wakeUp, Checkpoints checkpoints) {
        this.transaction = transaction;
        this.quarantine = quarantine;
        this.documents = documents;
        this.parties = parties;
        this.lateRecord = lateRecord;
        this.holds = holds;
        this.wakeUp = wakeUp;
        this.checkpoints = checkpoints;
    }

    /** @param skipped somebody else was at it, or its instance is not configured any more */
    public record Result(int replayed, int stillRefused, int skipped) {
    }

    /** One entry, one transaction; what was done stays done when it is interrupted. */
    public Result replay(Optional<Long> documentId, Optional<String> code) {
        int replayed = 0;
        int refused = 0;
        int skipped = 0;
        long last = 0;
        Set<LaneId> lanes = new HashSet<>();
        List<Entry> page;
        do {
            page = quarantine.open(documentId, code, last, PAGE);
            for (Entry entry : page) {
                last = entry.id();
                switch (replay(entry, lanes)) {
                    case REPLAYED -> replayed++;
                    case REFUSED -> refused++;
                    case SKIPPED -> skipped++;
                }
                checkpoints.reached("replay.committed");
            }
        } while (page.size() == PAGE);
        lanes.addAll(holds.releaseDue());
        lanes.forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        return new Result(replayed, refused, skipped);
    }

    private enum Outcome { REPLAYED, REFUSED, SKIPPED }

    private Outcome replay(Entry entry, Set<LaneId> lanes) {
        Optional<Instance> instance = parties.find(entry.instanceId()).filter(one -> one.receive().isPresent());
        return instance.isEmpty() ? Outcome.SKIPPED : LockOrder.repeating(() -> transaction.execute(status -> {
            if (!quarantine.lock(entry.id())) {
                return Outcome.SKIPPED;
            }
            documents.lockForReplay(entry.documentId(), entry.instanceNo());
            return switch (translate(entry, instance.get())) {
                case Translation.Accepted accepted -> take(entry, instance.get(), accepted, lanes);
                case Translation.Refused refused -> {
                    quarantine.stillRefused(entry.id(), refused.problems().getFirst(),
                            instance.get().connector().version());
                    yield Outcome.REFUSED;
                }
                case Translation.NoRecord nothing -> {
                    quarantine.replayed(entry.id(), instance.get().connector().version());
                    documents.count(entry.documentId(), new Counts(-1, 0, 0, -1, 0));
                    yield Outcome.REPLAYED;
                }
                case null -> Outcome.REFUSED;
            };
        }));
    }

    private Outcome take(Entry entry, Instance instance, Translation.Accepted accepted, Set<LaneId> lanes) {
        return switch (lateRecord.take(instance, entry, accepted)) {
            case LateRecord.Taken taken -> {
                lanes.addAll(taken.lanes());
                quarantine.replayed(entry.id(), instance.connector().version());
                documents.count(entry.documentId(), new Counts(0, taken.superseded() ? 0 : 1,
                        taken.superseded() ? 1 : 0, -1, taken.events()));
                yield Outcome.REPLAYED;
            }
            case LateRecord.StillRefused refused -> {
                quarantine.stillRefused(entry.id(), refused.problem(), instance.connector().version());
                yield Outcome.REFUSED;
            }
        };
    }

    /** {@code null} when the format still cannot take it apart, or only a part of it is a record. */
    private Translation translate(Entry entry, Instance instance) {
        var translator = instance.connector().translator();
        byte[] document = quarantine.document(entry);
        Opening opening = translator.open(DocumentContent.of(document), ReadMark.START);
        if (!(opening instanceof Opening.Opened opened)) {
            return null;
        }
        try (RecordReader reader = opened.reader()) {
            return reader.read(1).stream().findFirst()
                    .filter(record -> record.offset() <= document.length - entry.length()
                            && record.offset() + record.length() == document.length)
                    .map(record -> record instanceof RawRecord.Readable readable
                            ? Admission.asTaken(instance, translator.translate(readable)) : null)
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
