package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the signed checkpoints say of the chains. */
final class CheckpointTrail {

    private static final String ALL =
            "select no, at, content, previous, signature from hub.audit_checkpoint order by no";

    private final AuditDigests digests;
    /** By chain and number of the entry: its digest. */
    private final Map<Integer, NavigableMap<Long, byte[]>> ends = new HashMap<>();
    /** By chain: what the last checkpoint says of it. */
    private final Map<Integer, ChainState> newest = new HashMap<>();
    private final Map<Long, String> fingerprints = new HashMap<>();
    private Checkpoint last;

    private CheckpointTrail(AuditDigests digests) {
        this.digests = digests;
    }

    static CheckpointTrail read(JdbcTemplate jdbc, KeyVault keys, AuditDigests digests, AuditFindings findings) {
        CheckpointTrail trail = new CheckpointTrail(digests);
        jdbc.query(ALL, row -> {
            Checkpoint checkpoint = Checkpoint.of(row, 0);
            if (!keys.signed(checkpoint.signedBytes(), checkpoint.signature())) {
                findings.add(AuditProblem.CHECKPOINT_INVALID, "Prüfpunkt %d", checkpoint.no());
            } else {
                trail.add(checkpoint, findings);
            }
        });
        return trail;
    }

    private void add(Checkpoint checkpoint, AuditFindings findings) {
        if (last != null && (checkpoint.no() != last.no() + 1 || !Arrays.equals(checkpoint.previous(), last.signature()))) {
            findings.add(AuditProblem.CHECKPOINT_MISSING, "Zwischen Prüfpunkt %d und %d", last.no(), checkpoint.no());
        }
        last = checkpoint;
        newest.clear();
        for (ChainState chain : checkpoint.chains()) {
            newest.put(chain.chain(), chain);
            ends.computeIfAbsent(chain.chain(), no -> new TreeMap<>()).put(chain.seq(), chain.hash());
        }
        fingerprints.put(checkpoint.no(), digests.fingerprint(checkpoint));
    }

    void compare(String noted, AuditFindings findings) {
        String[] parts = noted.strip().split(":", 2);
        boolean same = parts.length == 2 && fingerprints.entrySet().stream()
                .anyMatch(known -> Long.toString(known.getKey()).equals(parts[0]) && known.getValue().equals(parts[1]));
        if (!same) {
            findings.add(AuditProblem.OTHER_CHECKPOINT, "Notierter Prüfpunkt");
        }
    }

    /** What the last checkpoint says of each chain. */
    Map<Integer, ChainState> newest() {
        return newest;
    }

    /** By the number of the entry, the digest that a checkpoint signed. */
    NavigableMap<Long, byte[]> ends(int chain) {
        return ends.getOrDefault(chain, new TreeMap<>());
    }

    /** Compares what is there without a chain with what was there at the first checkpoint. */
    void unchained(ChainState there, AuditFindings findings) {
        ChainState signed = newest.get(ChainState.UNCHAINED);
        if (last == null || signed == null && there.seq() == 0 || signed != null && signed.sameEnd(there)) {
            return;
        }
        long expected = signed == null ? 0 : signed.seq();
        findings.add(there.seq() < expected ? AuditProblem.MISSING : there.seq() > expected ? AuditProblem.INSERTED
                : AuditProblem.CHANGED, "Einträge ohne Kette: %d statt %d", there.seq(), expected);
    }

    long last() {
        return last == null ? 0 : last.no();
    }

    String fingerprint() {
        return last == null ? null : last.no() + ":" + fingerprints.get(last.no());
    }
}
