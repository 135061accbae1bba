package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes entries of the audit log after their time, from the start of each chain, never beyond the last checkpoint, and
 * only what is proved to be as it was written. A checkpoint says where the chains begin now, so what is left can still be
 * verified.
 */
@Component
class AuditRetention implements PersonalDataHolder {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);
    private static final int AT_ONCE = 10_000;
    private static final String MAY_DELETE = "select set_config('kimhub.audit_expired', 'on', true)";
    private static final String EXPIRED = """
            select id, chain, seq, at, actor, action, subject, count, ground, hash, at < now() - ?::interval as expired
              from hub.audit_entry where chain = ? and seq <= ? order by seq limit ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final AuditCheckpoints checkpoints;
    private final AuditDigests digests;
    private final Period period;

    AuditRetention(JdbcTemplate jdbc, TransactionTemplate transactions, AuditCheckpoints checkpoints, KeyVault keys,
                   @Value("${kimhub.audit.retention:P6M}") String period) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.checkpoints = checkpoints;
        this.digests = new AuditDigests(keys);
        this.period = Period.parse(period);
    }

    @Override
    public String dataKind() {
        return "Eintrag des Protokolls";
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(new DeletionClass("protokoll", "Eintrag des Protokolls: wer wann was tat", DeletionClass.Start.COLLECTION,
                period.toString(), "retention.audit", List.of("hub.audit_entry", "hub.audit_checkpoint"),
                "select min(at) from hub.audit_entry", "select count(*) from hub.audit_entry where at < now() - '" + period
                        + "'::interval - interval '1 day'"));
    }

    private record Deleted(int entries, Runnable afterCommit) {
    }

    @Override
    public int deleteExpired() {
        int all = 0;
        Deleted deleted;
        do {
            deleted = transactions.execute(status -> deleteSome());
            deleted.afterCommit().run();
            all += deleted.entries();
        } while (deleted.entries() > 0);
        return all;
    }

    private Deleted deleteSome() {
        checkpoints.lock();
        Optional<Checkpoint> last = checkpoints.last();
        if (last.isEmpty() || !checkpoints.isGenuine(last)) {
            return new Deleted(0, () -> { });
        }
        jdbc.query(MAY_DELETE, row -> null);
        int older = 0;
        int deleted = 0;
        for (ChainState signed : last.get().chains()) {
            if (signed.chain() == ChainState.UNCHAINED) {
                older = deleteUnchained(signed);
            } else {
                deleted += deleteFrom(signed);
            }
        }
        if (older + deleted == 0) {
            return new Deleted(0, () -> { });
        }
        Runnable note = checkpoints.insertAfterDeletion(older > 0);
        jdbc.update("""
                delete from hub.audit_checkpoint where no < ? and no < coalesce(
                    (select min(no) from hub.audit_checkpoint where at >= now() - ?::interval), ?)""",
                last.get().no(), period.toString(), last.get().no());
        return new Deleted(older + deleted, note);
    }

    /** All or none: together they have one digest. */
    private int deleteUnchained(ChainState signed) {
        return !ChainWalk.unchained(jdbc, digests).sameEnd(signed) ? refused(signed) : jdbc.update("""
                delete from hub.audit_entry where chain is null and not exists (
                    select 1 from hub.audit_entry where chain is null and at >= now() - ?::interval)""", period.toString());
    }

    private int deleteFrom(ChainState signed) {
        Expired expired = new Expired(signed.baseSeq(), signed.baseHash());
        jdbc.query(EXPIRED, row -> {
            expired.next(AuditEntry.of(row), row.getBytes("hash"), row.getBoolean("expired"));
        }, period.toString(), signed.chain(), signed.seq(), AT_ONCE);
        if (expired.changed) {
            return refused(signed);
        }
        if (expired.seq == signed.baseSeq()) {
            return 0;
        }
        jdbc.update("update hub.audit_chain set base_seq = ?, base_hash = ? where no = ?", expired.seq, expired.hash,
                signed.chain());
        return jdbc.update("delete from hub.audit_entry where chain = ? and seq <= ?", signed.chain(), expired.seq);
    }

    private int refused(ChainState chain) {
        LOG.error("Entries of chain {} of the audit log are not as they were written and are not deleted. Run "
                + "'hub audit verify'. [{}]", chain.chain(), AuditProblem.NOT_SIGNED.code());
        return 0;
    }

    /** Goes along the start of a chain to the first entry that has to stay. */
    private final class Expired {

        private long seq;
        private byte[] hash;
        private boolean changed;
        private boolean over;

        private Expired(long seq, byte[] hash) {
            this.seq = seq;
            this.hash = hash;
        }

        void next(AuditEntry entry, byte[] stored, boolean expired) {
            over |= !expired;
            if (over || changed) {
                return;
            }
            changed = entry.seq() != seq + 1 || !Arrays.equals(digests.of(entry, hash), stored);
            seq = entry.seq();
            hash = stored;
        }
    }
}
