package de.kimhub.privacy;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the audit log for people. */
public final class AuditReport {

    /** @param ground may be {@code null} */
    public record Line(OffsetDateTime at, String actor, String action, String subject, int count, String ground) {
    }

    private static final int AT_ONCE = 1_000;
    private static final String LINES = """
            select at, actor, action, subject, count, ground from hub.audit_entry
             where at >= ? and at < ? and (?::text is null or actor = ?) and (?::text is null or action = ?)
             order by at, id""";

    private final TransactionTemplate reading;
    private final JdbcTemplate jdbc;

    public AuditReport(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(AT_ONCE);
        // without a transaction the driver reads everything into memory
        this.reading = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.reading.setReadOnly(true);
    }

    /**
     * Oldest first.
     *
     * @param until  exclusive
     * @param actor  {@code null}: whoever
     * @param action {@code null}: whatever
     * @return how many there are
     */
    public long forEach(OffsetDateTime since, OffsetDateTime until, String actor, String action, Consumer<Line> reader) {
        AtomicLong count = new AtomicLong();
        reading.executeWithoutResult(status -> jdbc.query(LINES, row -> {
            count.incrementAndGet();
            reader.accept(new Line(row.getObject("at", OffsetDateTime.class), row.getString("actor"),
                    row.getString("action"), row.getString("subject"), row.getInt("count"), row.getString("ground")));
        }, since, until, actor, actor, action, action));
        return count.get();
    }
}
