package de.kimhub.operations;

import java.util.List;

/** A part of the hub that says what is wrong with it. Asked every few seconds, so it answers at once. */
@FunctionalInterface
public interface HealthSource {

    /** Empty: all is well. */
    List<Health.Entry> entries();
}
