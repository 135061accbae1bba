package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.message.Checkpoints;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains lanes: the sealed batch first, always unchanged; then the next one. A failure blocks its lane only. */
final class LaneWorker implements Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);

    private final InstanceDirectory instances;
    private final LaneLock lock;
    private final LaneStore lanes;
    private final BatchStore batches;
    private final Sealer sealer;
    private final Recalling recalling;
    private final Sender sender;
    private final Backoff backoff;
    private final LaneSweep sweep;
    private final Checkpoints checkpoints;
    private final Duration slice;

    LaneWorker(InstanceDirectory instances, LaneLock lock, LaneStore lanes, BatchStore batches, Sealer sealer,
               Recalling recalling, Sender sender, Backoff backoff, LaneSweep sweep, Checkpoints checkpoints, Duration slice) {
        this.instances = instances;
        this.lock = lock;
        this.lanes = lanes;
        this.batches = batches;
        this.sealer = sealer;
        this.recalling = recalling;
        this.sender = sender;
        this.backoff = backoff;
        this.sweep = sweep;
        this.checkpoints = checkpoints;
        this.slice = slice;
    }

    @Override
    public boolean drain(int recipientNo, int lane) {
        LaneId id = new LaneId(recipientNo, lane);
        Optional<Instance> recipient = instances.byNumber(recipientNo);
        if (recipient.isEmpty()) {
            return false;
        }
        boolean goOn = lock.holding(id, false, () -> work(id, recipient.get()));
        // Looked up after the lock is given back: a wake-up that met the lock is lost otherwise.
        return goOn && lanes.somethingLeft(id);
    }

    /** @return whether it is any use to go on at once */
    private boolean work(LaneId lane, Instance recipient) {
        LaneStore.State state = lanes.state(lane);
        if (!state.due()) {
            return false;
        }
        if (!allTakenBack(lane, recipient, state.failures())) {
            return false;
        }
        if (recipient.inShadow() || instances.testIsOver(recipient)) {
            return withholdAll(lane, recipient, state.failures());
        }
        int failures = state.failures();
        long end = System.nanoTime() + slice.toNanos();
        do {
            Optional<SealedBatch> batch = batches.open(lane);
            if (batch.isEmpty()) {
                switch (seal(lane, recipient, failures)) {
                    case SEALED -> checkpoints.reached("delivery.sealed");
                    case WITHDRAWN -> { }
                    case NOTHING_WAITS -> {
                        return true;
                    }
                    case BLOCKED -> {
                        return false;
                    }
                }
                continue;
            }
            if (batches.holdsFrozen(batch.get())) {
                if (!recalling.withoutFrozen(batch.get(), recipient)) {
                    return false;
                }
                continue;
            }
            Optional<String> failure = sender.send(recipient, batch.get());
            if (failure.isPresent()) {
                fail(lane, failures, failure.get());
                return false;
            }
            if (failures > 0) {
                lanes.recovered(lane);
                failures = 0;
            }
        } while (System.nanoTime() < end);
        return true;
    }

    private boolean allTakenBack(LaneId lane, Instance recipient, int failures) {
        try {
            return recalling.allTakenBack(lane, recipient);
        } catch (TransportException e) {
            LOG.warn("{}: what is laid out cannot be taken back: {} [{}]", lane, e.getMessage(), e.code());
            fail(lane, failures, e.code());
        } catch (RuntimeException e) {
            LOG.error("{}: taking back what is laid out failed with {} [{}]", lane, Failures.describe(e),
                    DeliveryProblem.SEALING_FAILED.code());
            fail(lane, failures, DeliveryProblem.SEALING_FAILED.code());
        }
        return false;
    }

    /**
     * Nothing is sent to a recipient in shadow: what waits is withheld, and what was sealed waits until it is live. Nor to one
     * whose time of test data is over.
     */
    private boolean withholdAll(LaneId lane, Instance recipient, int failures) {
        Sealer.Result result;
        do {
            result = seal(lane, recipient, failures);
        } while (result == Sealer.Result.WITHDRAWN);
        return false;
    }

    private Sealer.Result seal(LaneId lane, Instance recipient, int failures) {
        if (lane.lane() < 0) {
            return Sealer.Result.NOTHING_WAITS;
        }
        try {
            return sealer.seal(lane, recipient);
        } catch (RuntimeException e) {
            LOG.error("{}: sealing failed with {} [{}]", lane, Failures.describe(e),
                    DeliveryProblem.SEALING_FAILED.code());
            fail(lane, failures, DeliveryProblem.SEALING_FAILED.code());
            return Sealer.Result.BLOCKED;
        }
    }

    private void fail(LaneId lane, int failures, String code) {
        boolean notTried = code.equals(DeliveryProblem.CIRCUIT_OPEN.code());
        int counted = notTried ? failures : failures + 1;
        lanes.failed(lane, counted, backoff.after(Math.max(1, counted)), code);
    }

    @Override
    public void wakeDueLanes() {
        sweep.wake();
    }
}
