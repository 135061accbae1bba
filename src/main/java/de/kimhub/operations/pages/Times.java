package de.kimhub.operations.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times as people here read them. */
final class Times {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    private Times() {
    }

    static LocalDateTime here(Instant at) {
        return LocalDateTime.ofInstant(at, HERE);
    }

    /** May be {@code null}. */
    static LocalDateTime of(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : here(at.toInstant());
    }
}
