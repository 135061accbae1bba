package de.kimhub.processing;

import de.kimhub.message.WakeUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets go what waited for a decision as soon as that is in force. What fails here the sweep makes up for. */
@Component
class DecidedHolds {

    private static final Logger LOG = LoggerFactory.getLogger(DecidedHolds.class);

    private final HoldRelease holds;
    private final WakeUp wakeUp;

    DecidedHolds(HoldRelease holds, WakeUp wakeUp) {
        this.holds = holds;
        this.wakeUp = wakeUp;
    }

    void releaseAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                release();
            }
        });
    }

    private void release() {
        try {
            holds.releaseDue().forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        } catch (RuntimeException e) {
            LOG.warn("What waited for a decision is released by the next sweep ({}).", Passing.kind(e));
        }
    }
}
