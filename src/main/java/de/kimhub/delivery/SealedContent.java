package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.message.WakeUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events out of the bytes of sealed batches, although those are otherwise never changed. Of a delivered batch only
 * the hub's copy is left, which goes whole. What is laid out and not collected is taken back, and laid out again without
 * them. What was attempted goes on under the same number without them, so that a receipt that the recipient has counts
 * as ever: it may have the earlier bytes, so that it must be told in any case. What was never attempted was not given.
 */
final class SealedContent {

    private static final Logger LOG = LoggerFactory.getLogger(SealedContent.class);
    static final String ERASED = "ERASED";
    private static final String HOLDING = """
            select distinct b.id, b.recipient_no, b.lane from unnest(?::bigint[]) as e (id) join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any (b.event_ids)
             where b.bytes is not null order by b.id""";
    private static final String NOT_GIVEN = """
            insert into hub.withdrawn_item (recipient_no, event_id, reason) select ?, unnest(?::bigint[]), ?
            on conflict do nothing""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final InstanceDirectory instances;
    private final LaneLock lock;
    private final BatchStore batches;
    private final StoredBatches stored;
    private final Remaking remaking;
    private final Transport transport;
    private final WakeUp wakeUp;

    SealedContent(JdbcTemplate jdbc, TransactionTemplate transactions, InstanceDirectory instances, LaneLock lock,
                  BatchStore batches, StoredBatches stored, Remaking remaking, Transport transport, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.instances = instances;
        this.lock = lock;
        this.batches = batches;
        this.stored = stored;
        this.remaking = remaking;
        this.transport = transport;
        this.wakeUp = wakeUp;
    }

    private record Found(long id, LaneId lane) {
    }

    /** @return whether they are in no bytes any more; else it has to be tried again later */
    boolean take(Collection<Long> events) {
        Set<Long> out = Set.copyOf(events);
        boolean all = true;
        for (Found found : holding(events)) {
            all &= lock.holding(found.lane(), false, () -> take(found, out));
        }
        return all;
    }

    private List<Found> holding(Collection<Long> events) {
        return jdbc.query(HOLDING, (row, no) -> new Found(row.getLong(1), new LaneId(row.getInt(2), row.getInt(3))),
                (Object) events.stream().mapToLong(Long::longValue).toArray());
    }

    private boolean take(Found found, Set<Long> out) {
        Optional<StoredBatch> batch = stored.find(found.id());
        Optional<Instance> recipient = instances.byNumber(found.lane().recipientNo());
        if (batch.isEmpty()) {
            return true;
        }
        try {
            return take(batch.get(), recipient, out);
        } catch (TransportException e) {
            LOG.warn("{}: what is laid out cannot be taken back, which is tried again [{}]", batch.get().sealed(), e.code());
            return false;
        }
    }

    private boolean take(StoredBatch batch, Optional<Instance> recipient, Set<Long> out) throws TransportException {
        boolean laidOut = batch.laidOut();
        if (batch.state() > 0 && !laidOut) {
            batches.over(batch.sealed().id());
            return true;
        }
        if (recipient.isEmpty()) {
            return false;
        }
        Parcel earlier = stored.parcel(batch);
        if (laidOut && !transport.recall(recipient.get(), earlier)) {
            batches.over(batch.sealed().id());
            return true;
        }
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> remake(batch, recipient.get(), out, earlier)));
        if (done) {
            wakeUp.lane(batch.sealed().lane().recipientNo(), batch.sealed().lane().lane());
        }
        return done;
    }

    private boolean remake(StoredBatch batch, Instance recipient, Set<Long> out, Parcel earlier) {
        LaneId lane = batch.sealed().lane();
        List<WaitingItem> stay = IntStream.range(0, batch.events().size()).filter(i -> !out.contains(batch.events().get(i)))
                .mapToObj(i -> new WaitingItem(i, batch.events().get(i), batch.rules().get(i))).toList();
        Optional<byte[]> bytes = remaking.of(lane, recipient, stay).map(Remaking.Remade::bytes);
        if (bytes.isEmpty()) {
            return false;
        }
        if (batch.neverAttempted()) {
            notGiven(batch, out);
        }
        if (bytes.get().length > 0) {
            batches.remade(batch.sealed().id(), bytes.get());
            return true;
        }
        discard(batch, recipient, earlier);
        batches.over(batch.sealed().id());
        return true;
    }

    private void notGiven(StoredBatch batch, Set<Long> out) {
        jdbc.update(NOT_GIVEN, batch.sealed().lane().recipientNo(),
                batch.events().stream().filter(out::contains).mapToLong(Long::longValue).toArray(), ERASED);
        batches.keepOnly(batch.sealed().id(), at -> !out.contains(batch.events().get(at)), batch.events(), batch.rules(),
                batch.cases());
    }

    /** Before the commit: a staged file that is missing is taken for published. */
    private void discard(StoredBatch batch, Instance recipient, Parcel earlier) {
        if (batch.state() > 0) {
            try {
                transport.discard(recipient, earlier);
            } catch (TransportException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
