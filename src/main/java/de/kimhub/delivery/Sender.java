package de.kimhub.delivery;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.message.Checkpoints;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to bring a sealed batch to its recipient. After a crash anywhere in it, the next attempt goes on from the
 * batch's state: sealed is staged or sent again, staged is published.
 */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Transport transport;
    private final BatchStore batches;
    private final Checkpoints checkpoints;

    Sender(Transport transport, BatchStore batches, Checkpoints checkpoints) {
        this.transport = transport;
        this.batches = batches;
        this.checkpoints = checkpoints;
    }

    /** @return code of the failure; empty when it is delivered */
    Optional<String> send(Instance recipient, SealedBatch batch) {
        Optional<Endpoint> present = batch.kind().endpointOf(recipient);
        Optional<Endpoint> endpoint = batch.stagedAt().or(() -> present);
        if (endpoint.isEmpty()) {
            return Optional.of(DeliveryProblem.NO_ENDPOINT.code());
        }
        Optional<byte[]> bytes = batches.plain(batch);
        if (bytes.isEmpty()) {
            LOG.error("{} for {} was changed in the database [{}]", batch, recipient.id(),
                    DeliveryProblem.BYTES_CHANGED.code());
            return Optional.of(DeliveryProblem.BYTES_CHANGED.code());
        }
        batches.attempted(batch);
        Parcel parcel = new Parcel(batch.id(), batch.kind(), batch.fileName(), bytes.get(),
                endpoint.get());
        try {
            carry(recipient, batch, parcel);
        } catch (TransportException e) {
            LOG.warn("{} for {}: {} [{}]", batch, recipient.id(), e.getMessage(), e.code());
            return Optional.of(e.code());
        } catch (TransportBroken e) {
            LOG.error("{} for {}: the transport failed with {} [{}]", batch, recipient.id(),
                    Failures.describe(e.getCause()), DeliveryProblem.ATTEMPT_FAILED.code());
            return Optional.of(DeliveryProblem.ATTEMPT_FAILED.code());
        }
        batches.delivered(batch);
        checkpoints.reached("delivery.delivered");
        return Optional.empty();
    }

    private void carry(Instance recipient, SealedBatch batch, Parcel parcel) throws TransportException {
        if (transport.stages(recipient, parcel)) {
            if (!batch.staged()) {
                attempt(() -> transport.stage(recipient, parcel));
                checkpoints.reached("delivery.staged-before-commit");
                batches.staged(batch, parcel.endpoint());
                checkpoints.reached("delivery.staged");
            }
            attempt(() -> transport.publish(recipient, parcel));
            checkpoints.reached("delivery.published-before-receipt");
        } else {
            attempt(() -> transport.send(recipient, parcel));
            checkpoints.reached("delivery.sent-before-receipt");
        }
    }

    /** Tells what the transport throws unexpectedly from what the database does: only that is the recipient's matter. */
    private static void attempt(Step step) throws TransportException {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw new TransportBroken(e);
        }
    }

    private interface Step {
        void run() throws TransportException;
    }

    private static final class TransportBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TransportBroken(RuntimeException cause) {
            super(cause);
        }
    }
}
