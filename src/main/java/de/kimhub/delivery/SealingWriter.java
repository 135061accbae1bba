package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.privacy.AuditLog;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes items out of the outbox: into a batch, or to those that are not given. Within the sealing transaction. */
final class SealingWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SealingWriter.class);
    /** By position, never "up to position": items with smaller positions may be committed only now. */
    private static final String REMOVE = """
            delete from hub.outbox_item where recipient_no = ? and lane = ? and position = any (?)""";
    private static final String WITHDRAW = """
            insert into hub.withdrawn_item (recipient_no, event_id, reason)
            select ?, event_id, reason from unnest(?::bigint[], ?::text[]) as item (event_id, reason)
            on conflict do nothing""";

    private final JdbcTemplate jdbc;
    private final BatchStore batches;
    private final EchoStore echoes;
    private final CorrectionTasks tasks;
    private final AuditLog audit;

    SealingWriter(JdbcTemplate jdbc, BatchStore batches, EchoStore echoes, CorrectionTasks tasks, AuditLog audit) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.echoes = echoes;
        this.tasks = tasks;
        this.audit = audit;
    }

    void withdraw(LaneId lane, List<Withdrawal> withdrawals) {
        if (withdrawals.isEmpty()) {
            return;
        }
        remove(lane, withdrawals.stream().map(Withdrawal::item).toList());
        jdbc.update(WITHDRAW, lane.recipientNo(), events(withdrawals),
                withdrawals.stream().map(Withdrawal::reason).toArray(String[]::new));
        List<Withdrawal> toTell = withdrawals.stream().filter(Withdrawal::task).toList();
        if (!toTell.isEmpty()) {
            tasks.add(lane.recipientNo(), events(toTell));
        }
        Map<String, Integer> counts = new TreeMap<>();
        withdrawals.forEach(withdrawal -> counts.merge(withdrawal.reason(), 1, Integer::sum));
        LOG.info("{}: not given: {}", lane, counts);
    }

    void seal(LaneId lane, Instance recipient, List<Composed> items, byte[] bytes, String extension) {
        List<WaitingItem> waiting = items.stream().map(item -> item.admitted().item()).toList();
        remove(lane, waiting);
        long batch = batches.seal(lane, waiting.stream().map(WaitingItem::eventId).toList(),
                waiting.stream().map(WaitingItem::rule).toList(),
                items.stream().map(item -> item.to() == null ? 0L : item.to().id()).toList(), bytes, extension);
        audit.add(recipient.id(), "sealed", "batch %d, digest %s".formatted(batch,
                        HexFormat.of().formatHex(batches.digest(bytes))), items.size(),
                waiting.stream().map(WaitingItem::rule).filter(Objects::nonNull).distinct().sorted()
                        .collect(Collectors.joining(", ")));
        if (recipient.givesAndTakes()) {
            echoes.remember(lane.recipientNo(), items);
        }
    }

    private void remove(LaneId lane, List<WaitingItem> items) {
        int removed = jdbc.update(REMOVE, lane.recipientNo(), lane.lane(),
                items.stream().mapToLong(WaitingItem::position).toArray());
        if (removed != items.size()) {
            throw new IllegalStateException(lane + ": another worker took items out of the outbox");
        }
    }

    private static long[] events(List<Withdrawal> withdrawals) {
        return withdrawals.stream().mapToLong(withdrawal -> withdrawal.item().eventId()).toArray();
    }
}
