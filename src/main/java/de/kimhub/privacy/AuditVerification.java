package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that the audit log is what was written: that no entry was changed, removed or inserted. Reads one state of the
 * database, also while the hub runs. What it cannot see by itself: entries after the last checkpoint that were cut off
 * together with the state of their chain; and, where somebody changed {@link AuditMark} as well, everything that was cut
 * off back to an earlier checkpoint: against that stands {@link Result#fingerprint}, noted elsewhere.
 */
public final class AuditVerification {

    private static final int AT_ONCE = 5_000;

    /**
     * @param entries     that are there
     * @param checkpoint  number of the last one; 0: none yet
     * @param fingerprint of the last checkpoint, to be noted outside the hub
     * @param findings    the first of them
     * @param more        how many findings there are besides
     */
    public record Result(long entries, int chains, long checkpoint, String fingerprint, List<AuditFinding> findings,
                         long more) {

        public boolean intact() {
            return findings.isEmpty();
        }
    }

    private final TransactionTemplate reading;
    private final JdbcTemplate jdbc;
    private final KeyVault keys;
    private final AuditMark mark;

    public AuditVerification(DataSource database, KeyVault keys, AuditMark mark) {
        this.mark = mark;
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(AT_ONCE);
        this.reading = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setReadOnly(true);
        this.keys = keys;
    }

    /** @param noted {@code number:fingerprint} of a checkpoint that was noted elsewhere, or {@code null} */
    public Result verify(String noted) {
        return reading.execute(status -> {
            AuditDigests digests = new AuditDigests(keys);
            AuditFindings findings = new AuditFindings();
            CheckpointTrail trail = CheckpointTrail.read(jdbc, keys, digests, findings);
            mark.read().ifPresent(here -> trail.compare(here, "Prüfpunkt neben den Schlüsseln", findings));
            if (noted != null) {
                trail.compare(noted, "Notierter Prüfpunkt", findings);
            }
            ChainWalk walk = new ChainWalk(digests, trail, findings);
            List<ChainState> now = jdbc.query(
                    "select no, seq, hash, base_seq, base_hash from hub.audit_chain order by no", ChainState::of);
            walk.begin(now);
            jdbc.query(AuditEntries.CHAINED, row -> {
                walk.next(row.getLong("id"), AuditEntry.of(row), row.getBytes("hash"));
            });
            walk.end();
            ChainState unchained = ChainWalk.unchained(jdbc, digests);
            trail.unchained(unchained, findings);
            return new Result(walk.entries() + unchained.seq(), now.size(), trail.last(), trail.fingerprint(),
                    findings.first(), findings.more());
        });
    }
}
