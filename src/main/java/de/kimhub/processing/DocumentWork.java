package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Documents.Document;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.WakeUp;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Processing}: one slice of time of one document. A batch that fails is halved until the record is found on
 * which it fails; that one goes to quarantine. What fails for want of a connection, memory or disk never does.
 */
@Component
class DocumentWork implements Processing {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentWork.class);

    private final Documents documents;
    private final InstalledParties parties;
    private final BatchTransaction batches;
    private final FailingRecord failingRecord;
    private final Ending ending;
    private final HoldRelease holds;
    private final EnrolmentLists lists;
    private final RescoringRun reviews;
    private final ModeChanges modes;
    private final Erasures erasures;
    private final TransactionTemplate transaction;
    private final HubConfiguration hub;
    private final WakeUp wakeUp;
    private final Checkpoints checkpoints;

    DocumentWork(Documents documents, InstalledParties parties, BatchTransaction batches,
                 FailingRecord failingRecord, Ending ending, HoldRelease holds, EnrolmentLists lists, RescoringRun reviews,
                 ModeChanges modes, Erasures erasures, TransactionTemplate transaction, HubConfiguration hub, WakeUp wakeUp,
                 Checkpoints checkpoints) {
        this.documents = documents;
        this.parties = parties;
        this.batches = batches;
        this.failingRecord = failingRecord;
        this.ending = ending;
        this.holds = holds;
        this.lists = lists;
        this.reviews = reviews;
        this.modes = modes;
        this.erasures = erasures;
        this.transaction = transaction;
        this.hub = hub;
        this.wakeUp = wakeUp;
        this.checkpoints = checkpoints;
    }

    @Override
    public boolean work(long documentId) {
        Optional<Document> found = documents.find(documentId).filter(one -> !one.finished() && one.turn());
        Optional<Instance> instance = found.flatMap(one -> parties.find(one.instanceId())
                .map(source -> parties.asOf(one.definition(), source)));
        if (instance.isEmpty()) {
            return false;
        }
        Set<LaneId> lanes = new HashSet<>();
        try {
            return work(found.get(), instance.get(), lanes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            checkpoints.reached("processing.committed-before-wake-up");
            lanes.forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        }
    }

    private boolean work(Document document, Instance instance, Set<LaneId> lanes) throws IOException {
        Optional<Documents.Progress> progress = transaction.execute(status -> documents.lock(document.id()));
        if (progress.isEmpty()) {
            return false;
        }
        if (progress.get().vanishing()) {
            return ending.vanish(document, instance, lanes);
        }
        boolean firstLoad = document.firstLoad().orElseGet(() -> documents.beginFirstLoad(document,
                instance.connector().translator().isSnapshot()));
        Opening opening = instance.connector().translator().open(documents.content(document), progress.get().mark());
        return switch (opening) {
            case Opening.RefusedDocument refused -> {
                ending.refuse(document, refused.problems());
                yield false;
            }
            case Opening.Opened opened -> {
                try (RecordReader reader = opened.reader()) {
                    if (progress.get().mark().equals(ReadMark.START)) {
                        transaction.executeWithoutResult(status ->
                                opened.findings().forEach(finding -> documents.finding(document, finding)));
                    }
                    yield slice(document, instance, firstLoad, reader, progress.get().mark(), lanes);
                }
            }
        };
    }

    private boolean slice(Document document, Instance instance, boolean firstLoad, RecordReader reader, ReadMark from,
                          Set<LaneId> lanes) throws IOException {
        Instant end = Instant.now().plus(hub.work().slice());
        ReadMark before = from;
        do {
            List<RawRecord> records = reader.read(hub.work().batchSize());
            if (records.isEmpty()) {
                return ending.finish(document, instance, before, lanes);
            }
            ReadMark after = reader.mark();
            Batch batch = Batch.of(document, instance, firstLoad, records, before, after);
            if (!apply(batch, lanes)) {
                return false;
            }
            before = after;
        } while (Instant.now().isBefore(end));
        return true;
    }

    /** @return {@code false} when another worker has the document */
    private boolean apply(Batch batch, Set<LaneId> lanes) {
        Optional<Set<LaneId>> woken;
        try {
            woken = batches.apply(batch);
        } catch (RuntimeException e) {
            if (Passing.isPassing(e)) {
                throw e;
            }
            if (batch.items().size() == 1) {
                LOG.error("Document {}, record {}: cannot be processed ({}); it is in quarantine. [HUB-INT-011]",
                        batch.document().id(), batch.items().getFirst().record().number(), Passing.kind(e));
                return failingRecord.quarantine(batch);
            }
            return batch.halves().stream().allMatch(half -> apply(half, lanes));
        }
        woken.ifPresent(lanes::addAll);
        return woken.isPresent();
    }

    @Override
    public void wakeUnfinished() {
        modes.notice().forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        documents.due().forEach(wakeUp::document);
        holds.releaseDue().forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        lists.prepare();
        erasures.finish();
    }

    @Override
    public void renewReviews() {
        reviews.run();
    }
}
