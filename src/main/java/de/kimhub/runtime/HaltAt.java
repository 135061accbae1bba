package de.kimhub.runtime;

import de.kimhub.message.Checkpoints;
import java.util.concurrent.atomic.AtomicInteger;

/** For failure tests: the process ends at once, as if killed, the n-th time it reaches the named point. */
final class HaltAt implements Checkpoints {

    private static final int KILLED = 137;

    private final String point;
    private final AtomicInteger left;
    private final Runnable halt;

    HaltAt(String point, int times, Runnable halt) {
        this.point = point;
        this.left = new AtomicInteger(times);
        this.halt = halt;
    }

    /** From {@code KIMHUB_HALT_AT} ({@code name} or {@code name:n}), as environment variable or system property. */
    static Checkpoints fromEnvironment() {
        String setting = System.getProperty("KIMHUB_HALT_AT", System.getenv("KIMHUB_HALT_AT"));
        return parse(setting, () -> Runtime.getRuntime().halt(KILLED));
    }

    static Checkpoints parse(String setting, Runnable halt) {
        if (setting == null || setting.isBlank()) {
            return Checkpoints.NONE;
        }
        int colon = setting.lastIndexOf(':');
        return colon < 0
                ? new HaltAt(setting, 1, halt)
                : new HaltAt(setting.substring(0, colon), Integer.parseInt(setting.substring(colon + 1)), halt);
    }

    @Override
    public void reached(String name) {
        if (point.equals(name) && left.decrementAndGet() == 0) {
            halt.run();
        }
    }
}
