package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who did what, when, on which occasion and ground: append-only, no content (IntV § 8 as model). One entry a batch, in
 * the transaction of what it speaks of.
 *
 * <p>Each entry is chained to the one before it by a keyed digest. Who has the database but not the keys cannot change,
 * remove or insert one without {@link AuditVerification} telling.
 */
@Component
public class AuditLog {

    private static final String FREE = """
            select no, seq, hash, clock_timestamp() as at from hub.audit_chain
            order by no limit 1 for no key update skip locked""";
    private static final String BEGIN = """
            insert into hub.audit_chain (seq, hash, base_seq, base_hash) values (0, ?, 0, ?)
            returning no, seq, hash, clock_timestamp() as at""";
    private static final String APPEND = """
            with entry as (
                insert into hub.audit_entry (at, actor, action, subject, count, ground, chain, seq, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning chain, seq, hash)
            update hub.audit_chain c set seq = e.seq, hash = e.hash from entry e where c.no = e.chain""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditDigests digests;

    public AuditLog(JdbcClient jdbc, TransactionTemplate transactions, KeyVault keys) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.digests = new AuditDigests(keys);
    }

    /**
     * @param actor   instance, node part or person's account
     * @param action  e.g. {@code processed}, {@code sealed}, {@code deleted}
     * @param subject the occasion; ids only, e.g. {@code document 17, records 1-500}
     * @param ground  version of the rules, purpose or legal basis; may be {@code null}
     */
    public void add(String actor, String action, String subject, int count, String ground) {
        transactions.executeWithoutResult(status -> {
            Head head = jdbc.sql(FREE).query(Head::of).optional().orElseGet(this::begin);
            AuditEntry entry = new AuditEntry(head.chain(), head.seq() + 1, head.at(), actor, action, subject, count, ground);
            jdbc.sql(APPEND).params(entry.at(), actor, action, subject, count, ground, entry.chain(), entry.seq(),
                    digests.of(entry, head.hash())).update();
        });
    }

    private Head begin() {
        byte[] start = digests.start();
        return jdbc.sql(BEGIN).params(start, start).query(Head::of).single();
    }
}
