package de.kimhub.steering.feed;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** How often somebody may ask within a minute. */
final class Pace {

    private static final long MINUTE = 60_000;

    private final Clock clock;
    private final int most;
    private final Map<String, Integer> asked = new HashMap<>();
    private long minute;

    Pace(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** @return false when it is too often */
    synchronized boolean allows(String who) {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            asked.clear();
        }
        return asked.merge(who, 1, Integer::sum) <= most;
    }
}
