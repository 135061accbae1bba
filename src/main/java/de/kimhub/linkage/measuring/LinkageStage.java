package de.kimhub.linkage.measuring;

import java.util.Arrays;

/**
 * What was measured with so many people stored.
 *
 * @param files      stored before anything was measured
 * @param seeded     whether they were put in without comparing them
 * @param loading    files per second in batches, from the stage before up to this one
 * @param single     files per second, each in a transaction of its own
 * @param work       processor time of a file in a transaction of its own
 * @param together   the same, by several threads at once
 * @param batched    files per second in batches
 * @param batchWork  processor time of a file in a batch
 * @param candidates files that share a key with an added one, on average: so many pairs are compared
 * @param linked     share of the added second files that were linked
 * @param crowded    keys that were refined
 * @param heap       used after garbage collection, in MiB
 * @param size       of the tables
 * @param load       processes that waited for a processor, on average of the last minute
 * @param comparing  pairs of personas per second
 * @param names      pairs of names per second
 */
public record LinkageStage(int people, long files, boolean seeded, double loading, double single, double p50, double p95,
                           Work work, Together together, double batched, Work batchWork, double candidates,
                           double linked, long crowded, long heap, Size size, double load, double comparing, double names) {

    /**
     * Milliseconds of a processor; busy others make it little longer.
     *
     * @param own      of this process's thread
     * @param database of the database, NaN where that cannot be seen
     */
    public record Work(double own, double database) {
    }

    /** By {@link LinkageBench#THREADS} threads, each file in a transaction of its own; milliseconds that a file takes. */
    public record Together(double perSecond, double p50, double p95) {
    }

    /**
     * @param keys       rows of blocking keys
     * @param keyIndexes their indexes, in MiB
     * @param all        all tables of persons with their indexes, in MiB
     */
    public record Size(long keys, long keyIndexes, long all) {
    }

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
