package de.kimhub.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * @param chain    {@link #UNCHAINED} for the entries of before there were chains
 * @param seq      of the last entry
 * @param hash     of the last entry
 * @param baseSeq  of the last entry that was deleted after its time; 0: none was
 * @param baseHash of that entry
 */
record ChainState(int chain, long seq, byte[] hash, long baseSeq, byte[] baseHash) {

    static final int UNCHAINED = 0;

    private static final HexFormat HEX = HexFormat.of();

    static ChainState of(ResultSet row, int number) throws SQLException {
        return new ChainState(row.getInt("no"), row.getLong("seq"), row.getBytes("hash"), row.getLong("base_seq"),
                row.getBytes("base_hash"));
    }

    static ChainState parse(String line) {
        String[] parts = line.split(" ", -1);
        return new ChainState(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), HEX.parseHex(parts[2]),
                Long.parseLong(parts[3]), HEX.parseHex(parts[4]));
    }

    static String content(List<ChainState> chains) {
        return chains.stream().map(ChainState::line).collect(Collectors.joining("\n"));
    }

    private String line() {
        return "%d %d %s %d %s".formatted(chain, seq, HEX.formatHex(hash), baseSeq, HEX.formatHex(baseHash));
    }

    boolean sameEnd(ChainState other) {
        return seq == other.seq && Arrays.equals(hash, other.hash);
    }

    /** Whether this is what became of the other by entries alone. */
    boolean continues(ChainState other) {
        return sameBase(other) && seq >= other.seq;
    }

    boolean sameBase(ChainState other) {
        return baseSeq == other.baseSeq && Arrays.equals(baseHash, other.baseHash);
    }
}
