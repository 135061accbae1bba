package de.kimhub.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** @param ground may be {@code null} */
record AuditEntry(int chain, long seq, OffsetDateTime at, String actor, String action, String subject, int count,
                  String ground) {

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(row.getInt("chain"), row.getLong("seq"), row.getObject("at", OffsetDateTime.class),
                row.getString("actor"), row.getString("action"), row.getString("subject"), row.getInt("count"),
                row.getString("ground"));
    }
}
