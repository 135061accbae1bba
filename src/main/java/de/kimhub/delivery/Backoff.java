package de.kimhub.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a lane is tried again: 1 s, 2 s, 4 s ... up to 5 min, each a fifth more or less, so that lanes spread. */
final class Backoff {

    private static final long CAP_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures in a row, this one included */
    Duration after(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        long exponential = Math.min(CAP_MILLIS, 1000L << doublings);
        return Duration.ofMillis(Math.min(CAP_MILLIS, Math.round(exponential * random.nextDouble(0.8, 1.2))));
    }
}
