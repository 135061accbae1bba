package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.Acknowledgements;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Documents.Document;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.intake.Snapshots;
import de.kimhub.linkage.LockOrder;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.message.WakeUp;
import de.kimhub.translation.ReadMark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of a document: vanished rows of a snapshot, then its state, then the next document of the instance. */
@Component
class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final TransactionTemplate transaction;
    private final Documents documents;
    private final Snapshots snapshots;
    private final VanishedRows vanishedRows;
    private final Acknowledgements acknowledgements;
    private final HubConfiguration hub;
    private final WakeUp wakeUp;

    Ending(TransactionTemplate transaction, Documents documents, Snapshots snapshots, VanishedRows vanishedRows,
           Acknowledgements acknowledgements, HubConfiguration hub, WakeUp wakeUp) {
        this.transaction = transaction;
        this.documents = documents;
        this.snapshots = snapshots;
        this.vanishedRows = vanishedRows;
        this.acknowledgements = acknowledgements;
        this.hub = hub;
        this.wakeUp = wakeUp;
    }

    /** @return whether there is more to do right away: the vanished rows */
    boolean finish(Document document, Instance instance, ReadMark mark, Set<LaneId> lanes) {
        boolean more = Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Documents.Progress> progress = documents.lock(document.id());
            if (progress.isEmpty() || !progress.get().mark().equals(mark) || progress.get().vanishing()) {
                return false;
            }
            return instance.connector().translator().isSnapshot() ? lookForVanished(document, mark)
                    : done(document, null);
        }));
        if (!more) {
            wakeNext(document);
        }
        return more;
    }

    private boolean lookForVanished(Document document, ReadMark mark) {
        if (mark.record() == 0) {
            return done(document, null);
        }
        if (snapshots.hasUnreadable(document.id())) {
            return done(document, new Problem(IntakeProblems.SNAPSHOT_INCOMPLETE, Place.record(0, 0),
                    "records of the snapshot could not be read, so no row counts as vanished. Have the refused records "
                            + "mended; the next complete snapshot decides."));
        }
        return switch (snapshots.findVanished(document.id(), document.instanceNo())) {
            case NONE -> done(document, null);
            case IMPLAUSIBLE -> done(document, new Problem(IntakeProblems.SNAPSHOT_CUT_OFF, Place.record(0, 0),
                    "more rows are missing than is plausible, so none counts as vanished. Have the whole snapshot sent "
                            + "again."));
            case PLAUSIBLE -> {
                documents.vanishing(document.id());
                yield true;
            }
        };
    }

    private boolean done(Document document, Problem finding) {
        if (finding != null) {
            LOG.warn("Document {} of {}: {}", document.id(), document.instanceId(), finding);
        }
        documents.finish(document.id(), finding);
        return false;
    }

    /** One batch of vanished rows. */
    boolean vanish(Document document, Instance instance, Set<LaneId> lanes) {
        boolean more = Boolean.TRUE.equals(LockOrder.repeating(() -> transaction.execute(status -> {
            if (documents.lock(document.id()).isEmpty()) {
                return false;
            }
            documents.lockStates(document.instanceNo());
            List<byte[]> keys = snapshots.takeVanished(document.id(), hub.work().batchSize());
            if (keys.isEmpty()) {
                return done(document, null);
            }
            lanes.addAll(vanishedRows.take(document, instance, keys));
            return true;
        })));
        if (!more) {
            wakeNext(document);
        }
        return more;
    }

    void refuse(Document document, List<Problem> problems) {
        problems.forEach(problem -> LOG.warn("Document {} of {} is refused: {}", document.id(), document.instanceId(),
                problem));
        transaction.executeWithoutResult(status -> {
            if (documents.lock(document.id()).isPresent()) {
                documents.refuse(document.id(), problems.getFirst());
            }
        });
        wakeNext(document);
    }

    private void wakeNext(Document document) {
        acknowledgements.prepare();
        documents.next(document.instanceNo()).filter(next -> next != document.id()).ifPresent(wakeUp::document);
    }
}
