package de.kimhub.disclosure;

import java.time.Duration;

/** A moment after which nothing more is tried. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier of this one and one that begins now. */
    Deadline within(Duration time) {
        Deadline other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    boolean isOver() {
        return millisLeft() <= 0;
    }

    long millisLeft() {
        return (nanos - System.nanoTime()) / 1_000_000;
    }
}
