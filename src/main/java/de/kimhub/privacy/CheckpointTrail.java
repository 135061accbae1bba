package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
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
    private long first;

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
        compareWithNewest(checkpoint, findings);
        last = checkpoint;
        newest.clear();
        for (ChainState chain : checkpoint.chains()) {
            newest.put(chain.chain(), chain);
            ends.computeIfAbsent(chain.chain(), no -> new TreeMap<>()).put(chain.seq(), chain.hash());
        }
        first = fingerprints.isEmpty() ? checkpoint.no() : first;
        fingerprints.put(checkpoint.no(), digests.fingerprint(checkpoint));
    }

    /** What was there stays there, and a chain begins later only by a deletion. */
    private void compareWithNewest(Checkpoint next, AuditFindings findings) {
        boolean deletion = next.reason() == Checkpoint.Reason.DELETION;
        for (ChainState before : newest.values()) {
            Optional<ChainState> after = next.chains().stream().filter(one -> one.chain() == before.chain()).findFirst();
            if (after.isEmpty() && !(deletion && before.chain() == ChainState.UNCHAINED)) {
                findings.add(AuditProblem.MISSING, "Prüfpunkt %d: Kette %d", next.no(), before.chain());
            } else if (after.isPresent() && !after.get().continues(before)
                    && !(deletion && after.get().seq() >= before.seq() && after.get().baseSeq() > before.baseSeq())) {
                findings.add(AuditProblem.CHAIN_CUT, "Prüfpunkt %d: Kette %d beginnt oder endet früher oder später als davor",
                        next.no(), before.chain());
            }
        }
    }

    /** @param where it was noted, in German */
    void compare(String noted, String where, AuditFindings findings) {
        String[] parts = noted.strip().split(":", 2);
        Long number = parts.length == 2 && parts[0].matches("[0-9]{1,18}") ? Long.valueOf(parts[0]) : null;
        if (number != null && !fingerprints.isEmpty() && number < first) {
            findings.add(AuditProblem.NOTED_TOO_EARLY, where);
        } else if (number == null || !parts[1].equals(fingerprints.get(number))) {
            findings.add(AuditProblem.OTHER_CHECKPOINT, where);
        }
    }

    /** All that any checkpoint knows. */
    Set<Integer> chains() {
        return ends.keySet();
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
