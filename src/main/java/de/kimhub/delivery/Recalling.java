package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.privacy.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what is laid out and not collected, and lays it out again with what may still be given. What is of a frozen
 * person goes back to the front of the lane, and waits there in its order. What was collected, or downloaded on the page,
 * is known to the recipient: of the latter only the file goes, and notices that stop it stand. The caller holds the lane.
 */
final class Recalling {

    private static final Logger LOG = LoggerFactory.getLogger(Recalling.class);
    /** The newest first, so that what goes back to the front stands in its order. */
    private static final String DUE = "select batch_id from hub.recall where recipient_no = ? and lane = ? order by batch_id desc";
    private static final String TO_THE_FRONT = """
            insert into hub.outbox_item (recipient_no, lane, position, event_id, rule)
            select ?, ?, least(0, (select min(position) from hub.outbox_item where recipient_no = ? and lane = ?)) - ? + n, event_id, rule
              from unnest(?::bigint[], ?::text[]) with ordinality as item (event_id, rule, n)""";
    private static final String NOT_GIVEN = """
            insert into hub.withdrawn_item (recipient_no, event_id, reason) select ?, unnest(?::bigint[]), ?
            on conflict do nothing""";
    /** Nobody has it: there is nothing to stop. */
    private static final String NOTHING_TO_STOP = """
            with gone as (delete from hub.stop_notice s using hub.outbox_item o where s.recipient_no = ? and s.stands_for = any (?)
                             and o.recipient_no = s.recipient_no and o.lane = ? and o.event_id = s.event_id returning s.event_id),
            taken as (delete from hub.outbox_item where recipient_no = ? and lane = ? and event_id in (select event_id from gone))
            insert into hub.withdrawn_item (recipient_no, event_id, reason) select ?, event_id, ? from gone on conflict do nothing""";
    static final String RECALLED = "RECALLED";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final BatchStore batches;
    private final StoredBatches stored;
    private final Remaking remaking;
    private final Transport transport;
    private final AuditLog audit;

    Recalling(JdbcTemplate jdbc, TransactionTemplate transactions, BatchStore batches, StoredBatches stored, Remaking remaking,
              Transport transport, AuditLog audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.batches = batches;
        this.stored = stored;
        this.remaking = remaking;
        this.transport = transport;
        this.audit = audit;
    }

    /**
     * @return whether nothing is left to be taken back; else the lane has to wait
     * @throws TransportException when what is laid out cannot be reached
     */
    boolean allTakenBack(LaneId lane, Instance recipient) throws TransportException {
        boolean all = true;
        for (long id : jdbc.queryForList(DUE, Long.class, lane.recipientNo(), lane.lane())) {
            Optional<StoredBatch> batch = stored.find(id);
            if (batch.isEmpty() || !takeBack(batch.get(), recipient)) {
                jdbc.update("delete from hub.recall where batch_id = ?", id);
                continue;
            }
            // anew: somebody may have downloaded it before it was taken away
            all &= remade(stored.find(id).orElseThrow(), recipient);
        }
        return all;
    }

    private boolean takeBack(StoredBatch batch, Instance recipient) throws TransportException {
        return batch.laidOut() && transport.recall(recipient, stored.parcel(batch));
    }

    /**
     * Takes those of frozen persons out of a batch that was never attempted.
     *
     * @return whether the lane can go on; a batch that was attempted stays whole and waits: it may have arrived
     */
    boolean withoutFrozen(SealedBatch open, Instance recipient) {
        return stored.find(open.id()).filter(StoredBatch::neverAttempted).map(batch -> remade(batch, recipient)).orElse(false);
    }

    private boolean remade(StoredBatch batch, Instance recipient) {
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> remake(batch, recipient)));
        if (!done) {
            LOG.info("{}: what is taken back is just being changed, which is waited for", batch.sealed());
        }
        return done;
    }

    private boolean remake(StoredBatch batch, Instance recipient) {
        LaneId lane = batch.sealed().lane();
        Set<Long> frozen = stored.frozen(batch);
        List<WaitingItem> stay = IntStream.range(0, batch.events().size()).filter(i -> !frozen.contains(batch.events().get(i)))
                .mapToObj(i -> new WaitingItem(i, batch.events().get(i), batch.rules().get(i))).toList();
        Optional<Remaking.Remade> remade = remaking.of(lane, recipient, stay);
        if (remade.isEmpty()) {
            return false;
        }
        Set<Long> dropped = new HashSet<>(batch.events());
        dropped.removeAll(frozen);
        dropped.removeAll(remade.get().events());
        toTheFront(batch, frozen);
        if (!batch.fetched()) {
            notGiven(batch, dropped);
        }
        batches.keepOnly(batch.sealed().id(), at -> !frozen.contains(batch.events().get(at))
                && (batch.fetched() || !dropped.contains(batch.events().get(at))), batch.events(), batch.rules(), batch.cases());
        if (remade.get().bytes().length > 0) {
            batches.remade(batch.sealed().id(), remade.get().bytes());
        } else {
            discard(batch, recipient);
            batches.over(batch.sealed().id());
        }
        jdbc.update("delete from hub.recall where batch_id = ?", batch.sealed().id());
        audit.add(recipient.id(), "taken-back", "batch %d, %d of %d stay".formatted(batch.sealed().id(), remade.get().events().size(),
                batch.events().size()), batch.events().size() - remade.get().events().size(), null);
        return true;
    }

    private void toTheFront(StoredBatch batch, Set<Long> frozen) {
        LaneId lane = batch.sealed().lane();
        int recipientNo = lane.recipientNo();
        int[] back = IntStream.range(0, batch.events().size()).filter(i -> frozen.contains(batch.events().get(i))).toArray();
        if (back.length > 0) {
            jdbc.update(TO_THE_FRONT, recipientNo, lane.lane(), recipientNo, lane.lane(), back.length + 1,
                    IntStream.of(back).mapToLong(batch.events()::get).toArray(),
                    IntStream.of(back).mapToObj(batch.rules()::get).toArray(String[]::new));
        }
    }

    private void notGiven(StoredBatch batch, Set<Long> dropped) {
        LaneId lane = batch.sealed().lane();
        int recipientNo = lane.recipientNo();
        jdbc.update(NOT_GIVEN, recipientNo, array(dropped), RECALLED);
        if (batch.laidOut()) {
            jdbc.update(NOTHING_TO_STOP, recipientNo, array(batch.events()), lane.lane(), recipientNo, lane.lane(), recipientNo,
                    Withdrawal.NOTHING_TO_TAKE_BACK);
        }
    }

    /** Before the commit: a staged file that is missing is taken for published. */
    private void discard(StoredBatch batch, Instance recipient) {
        if (batch.laidOut()) {
            try {
                transport.discard(recipient, stored.parcel(batch));
            } catch (TransportException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }

    private static long[] array(java.util.Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
