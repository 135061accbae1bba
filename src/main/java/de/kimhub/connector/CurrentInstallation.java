package de.kimhub.connector;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The installation as it is now. Files that change make another one; whoever does something with several steps asks once
 * and keeps what it got until the end of it.
 */
public final class CurrentInstallation {

    private final AtomicReference<Installation> now;

    public CurrentInstallation(Installation first) {
        this.now = new AtomicReference<>(first);
    }

    public Installation now() {
        return now.get();
    }

    public void become(Installation next) {
        now.set(next);
    }
}
