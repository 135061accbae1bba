package de.kimhub.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what, when, on which ground: append-only, no content (IntV § 8 as model). One entry a batch, in the
 * transaction of what it speaks of.
 */
@Component
public class AuditLog {

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param actor   instance, node part or person's account
     * @param action  e.g. {@code processed}, {@code delivered}, {@code deleted}
     * @param subject ids only, e.g. {@code document 17, records 1-500}
     * @param ground  version of the rules, purpose or legal basis; may be {@code null}
     */
    public void add(String actor, String action, String subject, int count, String ground) {
        jdbc.sql("insert into hub.audit_entry (actor, action, subject, count, ground) values (?, ?, ?, ?, ?)")
                .params(actor, action, subject, count, ground).update();
    }
}
