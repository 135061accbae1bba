package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** The keyed digests that chain the audit log. */
final class AuditDigests {

    private static final HexFormat HEX = HexFormat.of();

    private final KeyVault keys;

    AuditDigests(KeyVault keys) {
        this.keys = keys;
    }

    /** What stands before the first entry of a chain. */
    byte[] start() {
        return keys.digest("audit-start");
    }

    byte[] of(AuditEntry entry, byte[] previous) {
        return keys.digest("audit-entry", HEX.formatHex(previous), Integer.toString(entry.chain()),
                Long.toString(entry.seq()), entry.at().withOffsetSameInstant(ZoneOffset.UTC).toString(), entry.actor(),
                entry.action(), entry.subject(), Integer.toString(entry.count()),
                entry.ground() == null ? "none" : "given", entry.ground() == null ? "" : entry.ground());
    }

    /** Short enough to be noted by hand. */
    String fingerprint(Checkpoint checkpoint) {
        return HEX.formatHex(keys.digest("audit-checkpoint", HEX.formatHex(checkpoint.signature())));
    }
}
