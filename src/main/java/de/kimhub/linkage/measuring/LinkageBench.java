package de.kimhub.linkage.measuring;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.measuring.LinkageRegister.Add;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Fills the register and measures at each of the sizes; every size builds on the one before. */
public final class LinkageBench {

    static final int BATCH = 500;
    static final int SINGLE = 500;
    static final int BATCHED = 2_000;
    /** Every so many people have a second file, which comes when so many others have come. */
    private static final int SECOND_FILE = 5;
    private static final int LATER = 2_500;
    /** Every so many of the measured files is another office's of somebody known. */
    private static final int KNOWN = 3;
    /** Enough people to give all the measured second files. */
    private static final int SMALLEST = 5_000;
    private static final int WARM_UP = 300;
    private static final int STRIDE = 7_919;

    private final LinkageRegister register;
    private final LinkagePeople people;
    private final PrintWriter out;
    private int next;
    private int known;

    /**
     * @param database with the hub's tables, and nobody in them
     * @param out      how far it is
     */
    public LinkageBench(DataSource database, KeyVault vault, long seed, PrintWriter out) {
        people = new LinkagePeople(seed);
        register = new LinkageRegister(database, vault, people, seed);
        this.out = out;
    }

    public List<LinkageStage> run(List<Integer> sizes) {
        if (sizes.size() >= SECOND_FILE || sizes.stream().anyMatch(size -> size < SMALLEST)) {
            throw new IllegalArgumentException("--people: at most %d sizes, each of %d at least."
                    .formatted(SECOND_FILE - 1, SMALLEST));
        }
        List<LinkageStage> stages = new ArrayList<>();
        for (int size : sizes.stream().sorted().toList()) {
            stages.add(stage(size, stages.size() + 1));
        }
        return stages;
    }

    private LinkageStage stage(int size, int number) {
        double loading = load(size);
        register.settle();
        known = 0;
        for (Add one : adds(WARM_UP, size, number)) {
            register.open(List.of(one));
        }
        long files = register.files();
        long before = register.lastFile();
        List<Add> singles = adds(SINGLE, size, number);
        long[] nanos = new long[SINGLE];
        long begin = System.nanoTime();
        for (int i = 0; i < SINGLE; i++) {
            long started = System.nanoTime();
            register.open(List.of(singles.get(i)));
            nanos[i] = System.nanoTime() - started;
        }
        double single = perSecond(SINGLE, begin);
        List<Add> many = adds(BATCHED, size, number);
        begin = System.nanoTime();
        for (int from = 0; from < BATCHED; from += BATCH) {
            register.open(many.subList(from, from + BATCH));
        }
        double batched = perSecond(BATCHED, begin);
        long heap = heapAfterCollection();
        LinkageSpeed speed = LinkageSpeed.measure(people, register.scorer());
        LinkageStage stage = new LinkageStage(size, files, loading, single, LinkageStage.percentile(nanos, 50),
                LinkageStage.percentile(nanos, 95), batched, register.candidates(before), register.linked(before),
                register.crowdedKeys(), heap, speed.comparing(), speed.names());
        out.printf(Locale.GERMAN, "%,d Personen: einzeln %,.0f/s, p95 %.1f ms, je %d %,.0f/s%n", size, single, stage.p95(),
                BATCH, batched);
        out.flush();
        return stage;
    }

    private double load(int size) {
        long begin = System.nanoTime();
        int loaded = 0;
        List<Add> batch = new ArrayList<>();
        while (next < size) {
            batch.add(new Add(next, 1));
            if (next % SECOND_FILE == 0 && next >= LATER) {
                batch.add(new Add(next - LATER, 2));
            }
            next++;
            if (batch.size() >= BATCH || next == size) {
                register.open(batch);
                loaded += batch.size();
                batch.clear();
                if (next % 10_000 < BATCH) {
                    out.printf(Locale.GERMAN, "%,d Personen geladen, %,.0f Akten/s%n", next, perSecond(loaded, begin));
                    out.flush();
                }
            }
        }
        return perSecond(loaded, begin);
    }

    /** People who have no second file yet, from all over the stock, among new ones. */
    private List<Add> adds(int count, int stored, int stage) {
        List<Add> adds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int group = stored / SECOND_FILE;
            adds.add(i % KNOWN == 0
                    ? new Add((int) ((long) known++ * STRIDE % group) * SECOND_FILE + stage, 2) : new Add(next++, 1));
        }
        return adds;
    }

    private static double perSecond(int count, long begin) {
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private static long heapAfterCollection() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
