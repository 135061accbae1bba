package de.kimhub.runtime.demo.process;

import java.time.Duration;

/** Waiting, which an interrupt ends. */
public final class Pause {

    private Pause() {
    }

    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
