package de.kimhub.privacy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes along the chains, entry after entry, and compares each with its digest and with the checkpoints. */
final class ChainWalk {

    private final AuditDigests digests;
    private final CheckpointTrail trail;
    private final AuditFindings findings;
    private final Set<Integer> walked = new HashSet<>();
    private Map<Integer, ChainState> states = Map.of();
    private long entries;

    private int chain;
    private long seq;
    private byte[] hash;
    private NavigableMap<Long, byte[]> signed = new TreeMap<>();

    ChainWalk(AuditDigests digests, CheckpointTrail trail, AuditFindings findings) {
        this.digests = digests;
        this.trail = trail;
        this.findings = findings;
    }

    void begin(List<ChainState> now) {
        states = now.stream().collect(Collectors.toMap(ChainState::chain, Function.identity()));
        byte[] start = digests.start();
        ChainState empty = new ChainState(ChainState.UNCHAINED, 0, start, 0, start);
        for (ChainState state : now) {
            ChainState known = trail.newest().getOrDefault(state.chain(), empty);
            if (!known.sameBase(state)) {
                findings.add(AuditProblem.CHAIN_CUT, "Kette %d beginnt nach Eintrag %d statt nach %d", state.chain(),
                        state.baseSeq(), known.baseSeq());
            }
        }
    }

    /** @param stored the digest that stands with the entry */
    void next(long id, AuditEntry entry, byte[] stored) {
        entries++;
        if (entry.chain() != chain) {
            endChain();
            beginChain(entry.chain());
        }
        if (entry.seq() <= seq) {
            findings.add(AuditProblem.INSERTED, "Eintrag %d (Kette %d, Platz %d)", id, chain, entry.seq());
            return;
        }
        if (entry.seq() > seq + 1) {
            findings.add(AuditProblem.MISSING, "Kette %d, Platz %d bis %d", chain, seq + 1, entry.seq() - 1);
        } else if (!Arrays.equals(digests.of(entry, hash), stored)) {
            findings.add(AuditProblem.CHANGED, "Eintrag %d (Kette %d, Platz %d)", id, chain, entry.seq());
        }
        byte[] checkpoint = signed.get(entry.seq());
        if (checkpoint != null && !Arrays.equals(checkpoint, stored)) {
            findings.add(AuditProblem.CHANGED, "Eintrag %d (Kette %d, Platz %d) gegen den Prüfpunkt", id, chain, entry.seq());
        }
        seq = entry.seq();
        hash = stored;
    }

    void end() {
        endChain();
        for (int known : states.keySet()) {
            if (!walked.contains(known)) {
                beginChain(known);
                endChain();
            }
        }
        trail.chains().stream().filter(known -> known != ChainState.UNCHAINED && !states.containsKey(known))
                .sorted().forEach(gone -> findings.add(AuditProblem.MISSING, "Kette %d", gone));
    }

    private void beginChain(int next) {
        ChainState state = states.get(next);
        chain = next;
        seq = state.baseSeq();
        hash = state.baseHash();
        signed = trail.ends(next);
        walked.add(next);
    }

    private void endChain() {
        if (chain == 0) {
            return;
        }
        ChainState state = states.get(chain);
        if (!signed.isEmpty() && signed.lastKey() > seq) {
            findings.add(AuditProblem.MISSING, "Kette %d, Platz %d bis %d", chain, seq + 1, signed.lastKey());
        } else if (seq != state.seq() || !Arrays.equals(hash, state.hash())) {
            findings.add(AuditProblem.CHAIN_CUT, "Kette %d endet mit Eintrag %d statt mit %d", chain, seq, state.seq());
        }
        chain = 0;
    }

    /** The entries of before there were chains, taken as one. */
    static ChainState unchained(JdbcTemplate jdbc, AuditDigests digests) {
        AtomicReference<ChainState> end = new AtomicReference<>(
                new ChainState(ChainState.UNCHAINED, 0, digests.start(), 0, digests.start()));
        jdbc.query(AuditEntries.UNCHAINED, row -> {
            ChainState before = end.get();
            end.set(new ChainState(ChainState.UNCHAINED, before.seq() + 1,
                    digests.of(AuditEntry.of(row), before.hash()), 0, before.baseHash()));
        });
        return end.get();
    }

    long entries() {
        return entries;
    }
}
