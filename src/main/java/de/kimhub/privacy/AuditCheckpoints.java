package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.Checkpoint.Reason;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs, now and then, what the chains of the audit log are: who cuts off the end of a chain, or a whole one, is found
 * out from then on. Never signs what does not continue the last checkpoint, and the one that was noted beside the keys:
 * somebody changed it, which {@link AuditVerification} tells in detail. Called by a timer on every node.
 */
@Component
public class AuditCheckpoints {

    private static final Logger LOG = LoggerFactory.getLogger(AuditCheckpoints.class);
    private static final long LOCK = 0x6b696d_61756469L;
    private static final String CHAINS = "select no, seq, hash, base_seq, base_hash from hub.audit_chain order by no";
    private static final String COLUMNS = "select no, at, content, previous, signature from hub.audit_checkpoint ";
    private static final String HASH = "select hash from hub.audit_entry where chain = ? and seq = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final KeyVault keys;
    private final AuditDigests digests;
    private final AuditMark mark;

    @Autowired
    AuditCheckpoints(JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault keys,
                     @Value("${kimhub.audit.mark:}") String folder) {
        this(jdbc, transactions, keys, new AuditMark(folder.isEmpty() ? null : Path.of(folder)));
    }

    AuditCheckpoints(JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault keys, AuditMark mark) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.digests = new AuditDigests(keys);
        this.mark = mark;
    }

    /** Makes a checkpoint when there are entries since the last one. */
    public void write() {
        Optional<Checkpoint> fresh = transactions.execute(status -> {
            lock();
            Optional<Checkpoint> last = last();
            if (!isGenuine(last)) {
                LOG.error("The audit log is not what it was at its last checkpoint; nothing is signed any more. Run "
                        + "'hub audit verify'. [{}]", AuditProblem.NOT_SIGNED.code());
                return Optional.empty();
            }
            List<ChainState> chains = chains(last);
            String content = Checkpoint.content(Reason.ENTRIES, chains);
            boolean news = !chains.isEmpty() && !ChainState.content(chains).equals(
                    last.map(one -> ChainState.content(one.chains())).orElse(null));
            return news ? Optional.of(insert(last, content)) : Optional.empty();
        });
        fresh.ifPresent(this::note);
    }

    private void note(Checkpoint fresh) {
        mark.write(fresh.no() + ":" + digests.fingerprint(fresh));
    }

    /** Only one writes checkpoints, or deletes entries; until the end of the transaction. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> null, LOCK);
    }

    Optional<Checkpoint> last() {
        return jdbc.query(COLUMNS + "order by no desc limit 1", Checkpoint::of).stream().findFirst();
    }

    /** Whether it is signed, not older than the one noted here, and the chains go on from it. */
    boolean isGenuine(Optional<Checkpoint> last) {
        return mark.read().map(noted -> contains(noted, last)).orElse(true)
                && last.map(one -> keys.signed(one.signedBytes(), one.signature()) && continued(one)).orElse(true);
    }

    private boolean contains(String noted, Optional<Checkpoint> last) {
        long no = Long.parseLong(noted.substring(0, noted.indexOf(':')));
        return last.isPresent() && (no < last.get().no() - 1 && jdbc.queryForObject(
                "select min(no) > ? from hub.audit_checkpoint", Boolean.class, no)
                || jdbc.query(COLUMNS + "where no = ?", Checkpoint::of, no).stream()
                        .anyMatch(one -> noted.equals(no + ":" + digests.fingerprint(one))));
    }

    private boolean continued(Checkpoint last) {
        List<ChainState> now = jdbc.query(CHAINS, ChainState::of);
        return last.chains().stream().filter(chain -> chain.chain() != ChainState.UNCHAINED)
                .allMatch(before -> now.stream().anyMatch(one -> one.chain() == before.chain() && one.continues(before)
                        && (before.seq() == one.baseSeq() || jdbc.queryForList(HASH, byte[].class, before.chain(),
                                before.seq()).stream().anyMatch(hash -> Arrays.equals(hash, before.hash())))));
    }

    private List<ChainState> chains(Optional<Checkpoint> last) {
        List<ChainState> chains = new ArrayList<>();
        older(last).ifPresent(chains::add);
        chains.addAll(jdbc.query(CHAINS, ChainState::of));
        return chains;
    }

    /** The entries of before there were chains are taken as they are at the first checkpoint of all. */
    private Optional<ChainState> older(Optional<Checkpoint> last) {
        if (last.isPresent()) {
            return last.get().chains().stream().filter(chain -> chain.chain() == ChainState.UNCHAINED).findFirst();
        }
        ChainState older = ChainWalk.unchained(jdbc, digests);
        return older.seq() == 0 ? Optional.empty() : Optional.of(older);
    }

    /** Within the caller's transaction, which holds the lock; what is signed is to be noted after its commit. */
    Runnable insertAfterDeletion(boolean olderDeleted) {
        Optional<Checkpoint> last = last();
        List<ChainState> chains = chains(last).stream()
                .filter(chain -> !olderDeleted || chain.chain() != ChainState.UNCHAINED).toList();
        Checkpoint fresh = insert(last, Checkpoint.content(Reason.DELETION, chains));
        return () -> note(fresh);
    }

    private Checkpoint insert(Optional<Checkpoint> last, String content) {
        OffsetDateTime now = jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class);
        Checkpoint unsigned = new Checkpoint(last.map(Checkpoint::no).orElse(0L) + 1, now, content,
                last.map(Checkpoint::signature).orElse(new byte[0]), null);
        Checkpoint fresh = new Checkpoint(unsigned.no(), now, content, unsigned.previous(),
                keys.sign(unsigned.signedBytes()));
        jdbc.update("insert into hub.audit_checkpoint (no, at, content, previous, signature) values (?, ?, ?, ?, ?)",
                fresh.no(), now, fresh.content(), fresh.previous(), fresh.signature());
        return fresh;
    }
}
