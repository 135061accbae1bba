package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures how long it takes to verify an audit log of a size, beside only reading it, and whether one entry that was
 * changed, removed or inserted is found. On an empty database.
 */
public final class AuditBench {

    private static final int IN_ONE_TRANSACTION = 1_000;
    private static final int BETWEEN_CHECKPOINTS = 50_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog log;
    private final AuditCheckpoints checkpoints;
    private final AuditVerification verification;
    private final int entries;

    /** @param keys folder in which the last checkpoint is noted */
    public AuditBench(DataSource database, KeyVault vault, Path keys, int entries) {
        AuditMark mark = new AuditMark(keys);
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(5_000);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.log = new AuditLog(JdbcClient.create(database), transactions, vault);
        this.checkpoints = new AuditCheckpoints(jdbc, transactions, vault, mark);
        this.verification = new AuditVerification(database, vault, mark);
        this.entries = entries;
    }

    /** Lines of text. */
    public List<String> run() {
        List<String> lines = new ArrayList<>();
        long start = System.nanoTime();
        for (int done = 0; done < entries; done += IN_ONE_TRANSACTION) {
            int from = done;
            transactions.executeWithoutResult(status -> {
                for (int i = from; i < Math.min(entries, from + IN_ONE_TRANSACTION); i++) {
                    log.add("messung", "processed", "document " + i, 1, "1");
                }
            });
            if ((done + IN_ONE_TRANSACTION) % BETWEEN_CHECKPOINTS == 0) {
                checkpoints.write();
            }
        }
        checkpoints.write();
        lines.add(rate("Einträge schreiben, je %d in einer Transaktion".formatted(IN_ONE_TRANSACTION), start));
        start = System.nanoTime();
        lines.add(rate("Nur lesen (%d Bytes Prüfsummen)".formatted(read()), start));
        start = System.nanoTime();
        boolean intact = verification.verify(null).intact();
        lines.add(rate(intact ? "Prüfen, nichts verändert" : "FEHLER: meldet eine Veränderung, die es nicht gibt", start));
        lines.add(found("Ein Eintrag geändert", "update hub.audit_entry set count = count + 1 where id = %d"));
        lines.add(found("Ein Eintrag entfernt", "delete from hub.audit_entry where id = %d"));
        lines.add(found("Ein Eintrag eingefügt", """
                insert into hub.audit_entry (at, actor, action, subject, count, ground, chain, seq, hash)
                select at, actor, action, subject, count, ground, chain, seq, hash from hub.audit_entry where id = %d"""));
        return lines;
    }

    private long read() {
        AtomicLong bytes = new AtomicLong();
        transactions.executeWithoutResult(status -> jdbc.query(AuditEntries.CHAINED, row -> {
            AuditEntry.of(row);
            bytes.addAndGet(row.getBytes("hash").length);
        }));
        return bytes.get();
    }

    /** Does it in a transaction that is taken back, and looks from inside. */
    private String found(String what, String sql) {
        return transactions.execute(status -> {
            // as somebody would who owns the database
            jdbc.execute("set local session_replication_role = replica");
            jdbc.execute("drop index hub.audit_entry_chain");
            Long middle = jdbc.queryForObject("select id from hub.audit_entry order by id offset ? limit 1", Long.class, entries / 2);
            jdbc.execute(sql.formatted(middle));
            long start = System.nanoTime();
            AuditVerification.Result result = verification.verify(null);
            status.setRollbackOnly();
            return rate(what + (result.intact() ? ": NICHT gefunden" : ": gefunden (" + result.findings().getFirst().code() + ")"), start);
        });
    }

    private String rate(String what, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return "%s: %.0f je Sekunde (%d in %.1f s)".formatted(what, entries / seconds, entries, seconds);
    }
}
