package de.kimhub.privacy;

import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the audit log for people. */
public final class AuditReport {

    /** @param ground may be {@code null} */
    public record Line(OffsetDateTime at, String actor, String action, String subject, int count, String ground) {
    }

    private final JdbcClient jdbc;

    public AuditReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        try (Stream<Line> lines = jdbc.sql("""
                        select at, actor, action, subject, count, ground from hub.audit_entry
                        where at >= ? and at < ? and (?::text is null or actor = ?) and (?::text is null or action = ?)
                        order by at, id""")
                .params(since, until, actor, actor, action, action).query(Line.class).stream()) {
            return lines.peek(reader).count();
        }
    }
}
