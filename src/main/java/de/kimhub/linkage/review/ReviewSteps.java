package de.kimhub.linkage.review;

import de.kimhub.linkage.LockOrder;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what a reviewer does: all of it or nothing, begun anew where a batch has a lock that it needs. */
final class ReviewSteps {

    private final TransactionTemplate transactions;

    ReviewSteps(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /** In the caller's transaction, if there is one: then the caller begins anew. */
    <T> T carryOut(Supplier<T> step) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return step.get();
        }
        try {
            return LockOrder.repeating(() -> transactions.execute(status -> step.get()));
        } catch (PessimisticLockingFailureException inTheWayOfABatch) {
            throw new ReviewRefused(ReviewProblem.BUSY);
        }
    }
}
