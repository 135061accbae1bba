package de.kimhub.linkage.measuring;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.measuring.LinkageRegister.Add;
import de.kimhub.linkage.measuring.LinkageStage.Size;
import de.kimhub.linkage.measuring.LinkageStage.Together;
import de.kimhub.linkage.measuring.LinkageStage.Work;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Fills the register and measures at each of the sizes; every size builds on the one before. */
public final class LinkageBench {

    static final int BATCH = 500;
    static final int SINGLE = 500;
    static final int BATCHED = 2_000;
    static final int TOGETHER = 2_000;
    /** That add files at once. */
    public static final int THREADS = 4;
    /** Every so many people have a second file, which comes when so many others have come. */
    private static final int SECOND_FILE = 5;
    /** Each stage takes its second files from a group of its own. */
    public static final int MOST_SIZES = SECOND_FILE - 1;
    private static final int LATER = 2_500;
    /** Every so many of the measured files is another office's of somebody known. */
    private static final int KNOWN = 3;
    /** Enough for the compiler: a hub that runs is warm. */
    private static final int WARM_UP = 2_000;
    /** Enough people to give all second files of a stage, each of which comes once. */
    public static final int SMALLEST = 10_000;
    private static final int STRIDE = 7_919;
    private static final int SHOWN_EVERY = 50_000;

    private final LinkageRegister register;
    private final LinkagePeople people;
    private final int seededFrom;
    private final PrintWriter out;
    private int next;
    private int known;

    /**
     * @param database   with the hub's tables, and nobody in them; a connection for each of {@link #THREADS} and one more
     * @param seededFrom so many people at once and more are put in without comparing them
     * @param out        how far it is
     */
    public LinkageBench(DataSource database, KeyVault vault, long seed, int seededFrom, PrintWriter out) {
        this.seededFrom = seededFrom;
        people = new LinkagePeople(seed);
        register = new LinkageRegister(database, vault, people, seed);
        this.out = out;
    }

    /** @param sizes {@link #MOST_SIZES} at most, each of {@link #SMALLEST} at least */
    public List<LinkageStage> run(List<Integer> sizes) {
        if (sizes.size() > MOST_SIZES || sizes.stream().anyMatch(size -> size < SMALLEST)) {
            throw new IllegalArgumentException("At most %d sizes, each of %d at least.".formatted(MOST_SIZES, SMALLEST));
        }
        List<LinkageStage> stages = new ArrayList<>();
        for (int size : sizes.stream().sorted().toList()) {
            stages.add(stage(size, stages.size() + 1));
        }
        return stages;
    }

    private LinkageStage stage(int size, int number) {
        boolean seeded = size - next >= seededFrom;
        double loading = seeded ? seed(size) : load(size);
        register.settle();
        known = 0;
        for (Add one : adds(WARM_UP, size, number)) {
            register.open(List.of(one));
        }
        RegisterFigures figures = register.figures();
        long files = figures.files();
        long before = figures.lastFile();
        Lap singles = lap(adds(SINGLE, size, number), 1);
        Together together = together(adds(TOGETHER, size, number));
        Lap batches = lap(adds(BATCHED, size, number), BATCH);
        long heap = heapAfterCollection();
        LinkageSpeed speed = LinkageSpeed.measure(people, register.scorer());
        double p50 = LinkageStage.percentile(singles.nanos(), 50);
        double p95 = LinkageStage.percentile(singles.nanos(), 95);
        LinkageStage stage = new LinkageStage(size, files, seeded, loading, singles.perSecond(), p50, p95, singles.work(),
                together, batches.perSecond(), batches.work(), figures.candidates(before), figures.linked(before),
                figures.crowdedKeys(), heap, new Size(figures.keys(), figures.keyIndexes() >> 20, figures.size() >> 20),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), speed.comparing(), speed.names());
        say("%,d Personen: einzeln %,.0f/s, p95 %.1f ms, %d zugleich %,.0f/s, p95 %.1f ms, je %d %,.0f/s", size,
                stage.single(), p95, THREADS, together.perSecond(), together.p95(), BATCH, stage.batched());
        return stage;
    }

    /** @param nanos of each transaction */
    private record Lap(double perSecond, long[] nanos, Work work) {
    }

    private Lap lap(List<Add> adds, int atOnce) {
        long[] nanos = new long[adds.size() / atOnce];
        double database = register.figures().databaseSeconds();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            long started = System.nanoTime();
            register.open(adds.subList(i * atOnce, (i + 1) * atOnce));
            nanos[i] = System.nanoTime() - started;
        }
        double perSecond = perSecond(adds.size(), begin);
        processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        database = register.figures().databaseSeconds() - database;
        return new Lap(perSecond, nanos, new Work(processor / 1e6 / adds.size(), database * 1e3 / adds.size()));
    }

    /** Each in a transaction of its own, several threads at once. */
    private Together together(List<Add> adds) {
        long[] nanos = new long[adds.size()];
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> running = Collections.nCopies(THREADS, () -> {
                for (int at = next.getAndIncrement(); at < nanos.length; at = next.getAndIncrement()) {
                    long started = System.nanoTime();
                    register.open(List.of(adds.get(at)));
                    nanos[at] = System.nanoTime() - started;
                }
                return null;
            });
            for (Future<Void> one : threads.invokeAll(running)) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Adding with several threads was broken off", e);
        }
        return new Together(perSecond(adds.size(), begin), LinkageStage.percentile(nanos, 50), LinkageStage.percentile(nanos, 95));
    }

    /** Each with their second file, when it would have come by then. */
    private double seed(int size) {
        long begin = System.nanoTime();
        List<List<List<Add>>> batches = new ArrayList<>();
        int first = next;
        for (int from = first; from < size; from += BATCH) {
            batches.add(IntStream.range(from, Math.min(size, from + BATCH)).mapToObj(person ->
                    person % SECOND_FILE == 0 && person + LATER < size ? List.of(new Add(person, 1), new Add(person, 2))
                            : List.of(new Add(person, 1))).toList());
        }
        next = size;
        int files = register.seed(batches, done -> {
            if (done % SHOWN_EVERY < BATCH) {
                say("%,d Akten eingespielt, %,.0f/s", done, perSecond(done, begin));
            }
        });
        say("%,d Akten eingespielt, mit Indexen: %,.0f/s", files, perSecond(files, begin));
        return perSecond(files, begin);
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
                    say("%,d Personen geladen, %,.0f Akten/s", next, perSecond(loaded, begin));
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

    private void say(String line, Object... values) {
        out.printf(Locale.GERMAN, line + "%n", values);
        out.flush();
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
