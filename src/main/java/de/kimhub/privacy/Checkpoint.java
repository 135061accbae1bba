package de.kimhub.privacy;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/**
 * What the chains of the audit log were at a moment.
 *
 * @param content   a line that says why it was made, then {@link ChainState} after {@link ChainState}
 * @param previous  signature of the checkpoint before; empty in the first
 * @param signature of all of this
 */
record Checkpoint(long no, OffsetDateTime at, String content, byte[] previous, byte[] signature) {

    /** Why one is made. Only after a deletion may chains begin later than before. */
    enum Reason {
        ENTRIES, DELETION
    }

    static String content(Reason reason, List<ChainState> chains) {
        return reason.name() + "\n" + ChainState.content(chains);
    }

    Reason reason() {
        return Reason.valueOf(content.lines().findFirst().orElseThrow());
    }

    static Checkpoint of(ResultSet row, int number) throws SQLException {
        return new Checkpoint(row.getLong("no"), row.getObject("at", OffsetDateTime.class), row.getString("content"),
                row.getBytes("previous"), row.getBytes("signature"));
    }

    List<ChainState> chains() {
        return content.lines().skip(1).map(ChainState::parse).toList();
    }

    byte[] signedBytes() {
        return String.join("\n", "kim-hub audit checkpoint", Long.toString(no),
                at.withOffsetSameInstant(ZoneOffset.UTC).toString(), HexFormat.of().formatHex(previous), content)
                .getBytes(StandardCharsets.UTF_8);
    }
}
