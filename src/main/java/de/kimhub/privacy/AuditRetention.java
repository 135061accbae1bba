package de.kimhub.privacy;

import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes entries of the audit log after their time, from the start of each chain, never beyond the last checkpoint. A
 * checkpoint says where the chains begin now, so what is left can still be verified.
 */
@Component
class AuditRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 10_000;
    private static final String EXPIRED = "select set_config('kimhub.audit_expired', 'on', true)";
    /** Of each chain the last entry that may go, at most so many at once. */
    private static final String UP_TO = """
            select c.no, e.seq, e.hash
              from hub.audit_chain c
              cross join lateral (
                select seq, hash from hub.audit_entry
                 where chain = c.no and seq <= c.base_seq + ? and seq <= ? and at < now() - ?::interval
                 order by seq desc limit 1) e
             where c.no = ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final AuditCheckpoints checkpoints;
    private final Period period;

    AuditRetention(JdbcTemplate jdbc, TransactionTemplate transactions, AuditCheckpoints checkpoints,
                   @Value("${kimhub.audit.retention:P6M}") String period) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.checkpoints = checkpoints;
        this.period = Period.parse(period);
    }

    @Override
    public String dataKind() {
        return "Eintrag des Protokolls";
    }

    @Override
    public int deleteExpired() {
        int all = 0;
        int deleted;
        do {
            deleted = transactions.execute(status -> deleteSome());
            all += deleted;
        } while (deleted > 0);
        return all;
    }

    private int deleteSome() {
        checkpoints.lock();
        Checkpoint last = checkpoints.last().orElse(null);
        if (last == null) {
            return 0;
        }
        jdbc.query(EXPIRED, row -> null);
        boolean older = last.chains().stream().anyMatch(chain -> chain.chain() == ChainState.UNCHAINED);
        int unchained = older ? deleteUnchained() : 0;
        int deleted = unchained + last.chains().stream().filter(chain -> chain.chain() != ChainState.UNCHAINED)
                .mapToInt(this::deleteFrom).sum();
        if (deleted > 0) {
            checkpoints.insertAfterDeletion(unchained > 0);
            jdbc.update("delete from hub.audit_checkpoint where at < now() - ?::interval and no < ?", period.toString(),
                    last.no());
        }
        return deleted;
    }

    /** All or none: together they have one digest. */
    private int deleteUnchained() {
        return jdbc.update("""
                delete from hub.audit_entry where chain is null and not exists (
                    select 1 from hub.audit_entry where chain is null and at >= now() - ?::interval)""", period.toString());
    }

    private int deleteFrom(ChainState signed) {
        return jdbc.query(UP_TO, (row, no) -> delete(signed.chain(), row.getLong("seq"), row.getBytes("hash")),
                AT_ONCE, signed.seq(), period.toString(), signed.chain()).stream().mapToInt(Integer::intValue).sum();
    }

    private int delete(int chain, long upTo, byte[] hash) {
        jdbc.update("update hub.audit_chain set base_seq = ?, base_hash = ? where no = ?", upTo, hash, chain);
        return jdbc.update("delete from hub.audit_entry where chain = ? and seq <= ?", chain, upTo);
    }
}
