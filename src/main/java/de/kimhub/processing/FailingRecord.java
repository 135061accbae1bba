package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Documents.Counts;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.intake.Quarantine;
import de.kimhub.message.Problem;
import de.kimhub.translation.Translation;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a record aside on which the processing fails each time. */
@Component
class FailingRecord {

    private final TransactionTemplate transaction;
    private final Documents documents;
    private final Quarantine quarantine;
    private final CaseFinder caseFinder;
    private final HubConfiguration hub;

    FailingRecord(TransactionTemplate transaction, Documents documents, Quarantine quarantine, CaseFinder caseFinder,
                  HubConfiguration hub) {
        this.transaction = transaction;
        this.documents = documents;
        this.quarantine = quarantine;
        this.caseFinder = caseFinder;
        this.hub = hub;
    }

    /** @return {@code false} when another worker has the document */
    boolean quarantine(Batch batch) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (documents.lock(batch.document().id()).filter(progress -> progress.mark().equals(batch.before()))
                    .isEmpty()) {
                return false;
            }
            Batch.Item item = batch.items().getFirst();
            Problem problem = new Problem(IntakeProblems.CANNOT_BE_PROCESSED, item.record().place(),
                    "the record makes the processing fail each time. Look into the log for HUB-INT-011, have the "
                            + "cause mended, then replay it.");
            byte[] caseDigest = item.translation() instanceof Translation.Accepted accepted
                    ? caseFinder.digest(batch.instance(), accepted.caseNumber()) : null;
            if (batch.beginsDocument()) {
                quarantine.keepHeader(batch.document(), item.record());
            }
            quarantine.add(batch.document(), List.of(
                    new Quarantine.Refusal(item.record(), problem, caseDigest, false)), hub.retention().hold());
            documents.advance(batch.document().id(), batch.after(), new Counts(1, 0, 0, 1, 0));
            return true;
        }));
    }
}
