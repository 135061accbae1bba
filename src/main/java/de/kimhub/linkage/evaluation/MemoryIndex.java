package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.linkage.comparison.Traits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Who shares a blocking key with whom. A key that too many share counts only together with its next refinement, as in
 * the register; the last refinement that still too many share finds nobody, and is reported.
 */
final class MemoryIndex {

    /**
     * @param most      rows that it may have
     * @param mostFiner rows that it may have once it is refined
     * @param finest    how often it can be refined
     */
    private record Group(int most, int mostFiner, int finest, IntList rows) {

        Group(BlockingKey key) {
            this(key.most(), key.mostFiner(), key.refinements().size(), new IntList());
        }

        /** The register compares all who share what cannot be refined; here that has an end. */
        boolean isTooLarge(int depth) {
            int may = depth == 0 ? most : mostFiner;
            return rows.size() > (depth < finest ? may : Math.max(BlockingKeys.MOST_FILES, may));
        }
    }

    private final List<int[]> blocks = new ArrayList<>();
    private final IntList[] blocksOf;
    private final int[] seenBy;
    private final Map<String, Integer> crowded = new TreeMap<>();
    private int lost;
    private long keys;

    MemoryIndex(List<Traits> rows) {
        blocksOf = new IntList[rows.size()];
        Arrays.setAll(blocksOf, row -> new IntList());
        seenBy = new int[rows.size()];
        Arrays.fill(seenBy, -1);
        Map<Long, Group> groups = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            for (BlockingKey key : BlockingKeys.of(rows.get(row))) {
                keys++;
                groups.computeIfAbsent(hash(key, 0), digest -> new Group(key)).rows().add(row);
            }
        }
        for (int depth = 1; !groups.isEmpty(); depth++) {
            groups = refine(settle(groups, depth - 1), rows, depth);
        }
    }

    /** @return the groups that are too large */
    private Map<Long, Group> settle(Map<Long, Group> groups, int depth) {
        Map<Long, Group> large = new HashMap<>();
        groups.forEach((key, group) -> {
            if (group.isTooLarge(depth)) {
                large.put(key, group);
            } else if (group.rows().size() > 1) {
                int[] members = group.rows().toArray();
                for (int row : members) {
                    blocksOf[row].add(blocks.size());
                }
                blocks.add(members);
            }
        });
        return large;
    }

    private Map<Long, Group> refine(Map<Long, Group> large, List<Traits> rows, int depth) {
        Map<Long, Group> finer = new HashMap<>();
        Set<Long> counted = new HashSet<>();
        BitSet concerned = new BitSet(rows.size());
        large.values().forEach(group -> Arrays.stream(group.rows().toArray()).forEach(concerned::set));
        concerned.stream().forEach(row -> {
            for (BlockingKey key : BlockingKeys.of(rows.get(row))) {
                boolean refinable = key.refinements().size() >= depth;
                if (key.refinements().size() >= depth - 1 && large.containsKey(hash(key, depth - 1))) {
                    if (counted.add(hash(key, depth - 1))) {
                        crowded.merge(key.pass(), 1, Integer::sum);
                        lost += refinable ? 0 : 1;
                    }
                    if (refinable) {
                        finer.computeIfAbsent(hash(key, depth), digest -> new Group(key)).rows().add(row);
                    }
                }
            }
        });
        return finer;
    }

    /** 64 bits tell the keys of millions of rows apart well enough to measure. */
    private static long hash(BlockingKey key, int depth) {
        BlockingKey refined = key.refined(depth);
        long hash = 0xcbf29ce484222325L;
        String text = refined.pass() + '\u0000' + refined.value();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** Rows before this one that share a key with it, each once. Not thread-safe. */
    void forEachEarlier(int row, IntConsumer action) {
        for (int i = 0; i < blocksOf[row].size(); i++) {
            for (int other : blocks.get(blocksOf[row].get(i))) {
                if (other < row && seenBy[other] != row) {
                    seenBy[other] = row;
                    action.accept(other);
                }
            }
        }
    }

    long keys() {
        return keys;
    }

    /** Keys that had to be refined, by pass. */
    Map<String, Integer> crowded() {
        return crowded;
    }

    /** Keys that too many share and that cannot be refined: nobody is found by them. */
    int lost() {
        return lost;
    }
}
