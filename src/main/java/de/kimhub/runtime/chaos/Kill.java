package de.kimhub.runtime.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * How one life of the process ends.
 *
 * @param point         named point at which it halts itself, or {@code null}
 * @param times         when it reaches it for the n-th time
 * @param duringStart   killed before it is ready
 * @param afterMillis   killed so long after its start, or after it was ready
 * @param databaseToo   PostgreSQL's process is killed as well
 * @param journalLost   the broker's journal is deleted before the next start
 */
record Kill(String point, int times, boolean duringStart, int afterMillis, boolean databaseToo, boolean journalLost) {

    private static final String SENT = "delivery.sent-before-receipt";
    /** Those that every load passes. */
    static final List<String> POINTS = List.of(
            "intake.committed-before-wake-up", "processing.before-commit", "processing.committed-before-wake-up",
            "delivery.sealed", "delivery.staged-before-commit", "delivery.staged",
            "delivery.published-before-receipt", SENT, "delivery.delivered");

    private static final int TO_BE_READY = 8_000;
    private static final int AT_WORK = 2_500;

    /**
     * Half of them at named points, each at least once where there are enough; the others at any moment.
     *
     * @param atWork those that can't be at a point, because they befall a process that works already
     */
    static List<Kill> draw(int count, Random random, IntPredicate atWork) {
        List<Kill> kills = new ArrayList<>();
        List<String> points = new ArrayList<>(POINTS);
        Collections.shuffle(points, random);
        // rows are sent only when the snapshots come
        points.remove(SENT);
        points.add(SENT);
        int used = 0;
        for (int i = 0; i < count; i++) {
            boolean named = i % 2 == 1 && !atWork.test(i);
            boolean duringStart = !named && !atWork.test(i) && random.nextInt(4) == 0;
            kills.add(new Kill(named ? points.get(used++ % points.size()) : null, 1 + random.nextInt(4), duringStart,
                    random.nextInt(duringStart ? TO_BE_READY : AT_WORK), i % 7 == 4, i == count / 2));
        }
        return kills;
    }

    boolean atPoint() {
        return point != null;
    }
}
