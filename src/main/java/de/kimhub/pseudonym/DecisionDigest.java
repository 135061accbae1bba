package de.kimhub.pseudonym;

import de.kimhub.keys.KeyVault;
import de.kimhub.pseudonym.Reidentifications.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A keyed digest over a request and what was decided of it: who has the database but not the keys cannot approve. */
record DecisionDigest(KeyVault keys) {

    /** @param at and {@code validUntil} in microseconds, as the database keeps them */
    record Decision(String by, String role, boolean approved, Instant at, Instant validUntil) {

        Decision {
            at = at.truncatedTo(ChronoUnit.MICROS);
            validUntil = validUntil.truncatedTo(ChronoUnit.MICROS);
        }

        /** @return {@code null} while nothing is decided */
        static Decision of(ResultSet row) throws SQLException {
            return row.getString("decided_by") == null ? null : new Decision(row.getString("decided_by"),
                    row.getString("decided_role"), row.getBoolean("approved"), row.getTimestamp("decided_at").toInstant(),
                    row.getTimestamp("valid_until").toInstant());
        }
    }

    /** @param number of the epoch of the pseudonym that is asked for, and its body */
    byte[] of(Request request, int number, String body, Decision decision) {
        return keys.digest("reidentification-decision", List.of(Long.toString(request.id()), request.domain(),
                Integer.toString(number), body, request.purpose().code(), request.legalBasis(),
                String.join(",", request.fields()), request.requestedBy(), request.requestedRole(),
                request.requestedAt().toString(), decision.by(), decision.role(), Boolean.toString(decision.approved()),
                decision.at().toString(), decision.validUntil().toString()).toArray(String[]::new));
    }
}
