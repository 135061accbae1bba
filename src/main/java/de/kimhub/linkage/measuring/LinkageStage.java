package de.kimhub.linkage.measuring;

import java.util.Arrays;

/**
 * What was measured with so many people stored.
 *
 * @param files      stored before anything was measured
 * @param loading    files per second in batches, from the stage before up to this one
 * @param single     files per second, each in a transaction of its own
 * @param batched    files per second in batches
 * @param candidates files that share a key with an added one, on average: so many pairs are compared
 * @param linked     share of the added second files that were linked
 * @param crowded    keys that were refined
 * @param heap       used after garbage collection, in MiB
 * @param comparing  pairs of personas per second
 * @param names      pairs of names per second
 */
public record LinkageStage(int people, long files, double loading, double single, double p50, double p95, double batched,
                           double candidates, double linked, long crowded, long heap, double comparing, double names) {

    /** A new file compared with every stored one that lies decoded in memory; nothing is read, kept or linked. */
    public double naive() {
        return comparing / files;
    }

    public double toNaive() {
        return single / naive();
    }

    /** @param nanos each took; sorted afterwards */
    static double percentile(long[] nanos, int percent) {
        Arrays.sort(nanos);
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
}
