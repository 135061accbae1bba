package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs, now and then, what the chains of the audit log are: who cuts off the end of a chain, or a whole one, is found
 * out from the next checkpoint on. Called by a timer on every node.
 */
@Component
public class AuditCheckpoints {

    private static final long LOCK = 0x6b696d_61756469L;
    private static final String CHAINS = "select no, seq, hash, base_seq, base_hash from hub.audit_chain order by no";
    private static final String LAST =
            "select no, at, content, previous, signature from hub.audit_checkpoint order by no desc limit 1";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final KeyVault keys;
    private final AuditDigests digests;

    AuditCheckpoints(JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault keys) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.digests = new AuditDigests(keys);
    }

    /** Makes a checkpoint when there are entries since the last one. */
    public void write() {
        transactions.executeWithoutResult(status -> {
            lock();
            Optional<Checkpoint> last = last();
            List<ChainState> chains = chains(last);
            if (!chains.isEmpty() && last.map(Checkpoint::content).filter(ChainState.content(chains)::equals).isEmpty()) {
                insert(last, chains);
            }
        });
    }

    /** Only one writes checkpoints, or deletes entries; until the end of the transaction. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> null, LOCK);
    }

    Optional<Checkpoint> last() {
        return jdbc.query(LAST, Checkpoint::of).stream().findFirst();
    }

    private List<ChainState> chains(Optional<Checkpoint> last) {
        List<ChainState> chains = new ArrayList<>();
        older(last).ifPresent(chains::add);
        chains.addAll(jdbc.query(CHAINS, ChainState::of));
        return chains;
    }

    /** The entries of before there were chains are taken as they are at the first checkpoint. */
    private Optional<ChainState> older(Optional<Checkpoint> last) {
        if (last.isPresent()) {
            return last.get().chains().stream().filter(chain -> chain.chain() == ChainState.UNCHAINED).findFirst();
        }
        ChainState older = unchained(jdbc, digests);
        return older.seq() == 0 ? Optional.empty() : Optional.of(older);
    }

    static ChainState unchained(JdbcTemplate jdbc, AuditDigests digests) {
        AtomicReference<ChainState> end = new AtomicReference<>(
                new ChainState(ChainState.UNCHAINED, 0, digests.start(), 0, digests.start()));
        jdbc.query(AuditEntries.UNCHAINED, row -> {
            AuditEntry entry = AuditEntry.of(row);
            ChainState before = end.get();
            end.set(new ChainState(ChainState.UNCHAINED, before.seq() + 1, digests.of(entry, before.hash()),
                    0, before.baseHash()));
        });
        return end.get();
    }

    /** Within the caller's transaction, which holds the lock. */
    void insertAfterDeletion(boolean olderDeleted) {
        Optional<Checkpoint> last = last();
        List<ChainState> chains = chains(last);
        insert(last, olderDeleted ? chains.stream().filter(chain -> chain.chain() != ChainState.UNCHAINED).toList() : chains);
    }

    private void insert(Optional<Checkpoint> last, List<ChainState> chains) {
        OffsetDateTime now = jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class);
        Checkpoint fresh = new Checkpoint(last.map(Checkpoint::no).orElse(0L) + 1, now, ChainState.content(chains),
                last.map(Checkpoint::signature).orElse(new byte[0]), null);
        jdbc.update("insert into hub.audit_checkpoint (no, at, content, previous, signature) values (?, ?, ?, ?, ?)",
                fresh.no(), now, fresh.content(), fresh.previous(), keys.sign(fresh.signedBytes()));
    }
}
