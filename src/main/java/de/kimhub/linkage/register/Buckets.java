package de.kimhub.linkage.register;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Advisory locks until the end of the transaction. All the buckets there are fit into PostgreSQL's lock table beside
 * those of the file numbers.
 */
@Component
class Buckets {

    private static final int KEYS = 0x4B494E;
    private static final int FILES = 0x4B494F;
    private static final int KEY_BUCKETS = 2048;
    private static final int FILE_BUCKETS = 1024;

    private final JdbcTemplate jdbc;

    Buckets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else links a file that shares one of these keys. */
    void lockKeys(Collection<Long> keys) {
        lock(KEYS, keys, KEY_BUCKETS);
    }

    /** Nobody else decides about these files. After the keys, if any. */
    void lockFiles(Collection<Long> files) {
        lock(FILES, files, FILE_BUCKETS);
    }

    private void lock(int space, Collection<Long> numbers, int buckets) {
        int[] sorted = numbers.stream().mapToInt(number -> (int) Math.floorMod(number, (long) buckets)).distinct()
                .sorted().toArray();
        if (sorted.length > 0) {
            // unnest gives its elements in order, and an aggregate takes them as they come
            jdbc.query("select count(pg_advisory_xact_lock(?, b)) from unnest(?::int[]) as t (b)", row -> { }, space,
                    sorted);
        }
    }
}
