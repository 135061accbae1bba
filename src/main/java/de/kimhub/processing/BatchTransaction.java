package de.kimhub.processing;

import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Documents;
import de.kimhub.linkage.LockOrder;
import de.kimhub.message.Checkpoints;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a batch take effect: all of it, with the progress mark, or nothing. */
@Component
class BatchTransaction {

    private final TransactionTemplate transaction;
    private final Documents documents;
    private final BatchReader reader;
    private final CaseObserver observer;
    private final Effects effects;
    private final HeldEvents heldEvents;
    private final BatchWriter writer;
    private final CurrentRules rules;
    private final Checkpoints checkpoints;

    BatchTransaction(TransactionTemplate transaction, Documents documents, BatchReader reader,
                     CaseObserver observer, Effects effects, HeldEvents heldEvents, BatchWriter writer, CurrentRules rules,
                     Checkpoints checkpoints) {
        this.transaction = transaction;
        this.documents = documents;
        this.reader = reader;
        this.observer = observer;
        this.effects = effects;
        this.heldEvents = heldEvents;
        this.writer = writer;
        this.rules = rules;
        this.checkpoints = checkpoints;
    }

    /** @return the lanes that have something new, or empty when another worker has the document or was here before */
    Optional<Set<LaneId>> apply(Batch batch) {
        return Optional.ofNullable(LockOrder.repeating(() -> transaction.execute(status -> {
            boolean ours = documents.lock(batch.document().id())
                    .filter(progress -> progress.mark().equals(batch.before()) && !progress.vanishing()).isPresent();
            return ours ? work(batch) : null;
        })));
    }

    private Set<LaneId> work(Batch batch) {
        documents.lockStates(batch.document().instanceNo());
        RulesInForce inForce = rules.now();
        ComparedBatch compared = reader.read(batch, inForce.parties().beside(batch.instance())).run();
        boolean doubtful = observer.observe(batch.instance(), new CaseObserver.Says(compared.changed(),
                compared.former(), compared.states(), false), compared.cases(), batch.today());
        List<NewEvent> newEvents = doubtful
                ? heldEvents.holdDoubted(batch.document().instanceNo(), compared.events()) : compared.events();
        List<CaseFinder.Named> unknown = compared.changed().stream()
                .filter(one -> compared.cases().get(one.digest()) == null).toList();
        Effects.Result result = effects.take(inForce, batch.instance(), newEvents, compared.cases(), batch.today());
        // files that were opened for their events: by the first of the batch's records only
        observer.observe(batch.instance(), new CaseObserver.Says(unknown, compared.former().ofNamedOnly(),
                compared.changedStates(result.caseOfRecord()), false), compared.cases(), batch.today());
        writer.write(batch, compared, result.caseOfRecord(), inForce.version());
        checkpoints.reached("processing.before-commit");
        return result.lanes();
    }
}
