package de.kimhub.runtime.bench;

import java.time.Duration;

/**
 * One measured load.
 *
 * @param records   rows of the source
 * @param delivered items at the recipients
 */
record Lap(String name, long records, long delivered, Duration time, DatabaseWork work) {

    double recordsPerSecond() {
        return records * 1e9 / time.toNanos();
    }

    double rowsPerRecord() {
        return (double) work.rows() / records;
    }

    double indexEntriesPerRecord() {
        return (double) work.indexEntries() / records;
    }
}
