package de.kimhub.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** The last entry of a chain of the audit log; the row is locked. */
record Head(int chain, long seq, byte[] hash, OffsetDateTime at) {

    static Head of(ResultSet row, int number) throws SQLException {
        return new Head(row.getInt("no"), row.getLong("seq"), row.getBytes("hash"),
                row.getObject("at", OffsetDateTime.class));
    }
}
