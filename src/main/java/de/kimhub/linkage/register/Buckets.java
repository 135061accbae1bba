package de.kimhub.linkage.register;

import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.LockOrder.Space;
import de.kimhub.linkage.SourceCases;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Advisory locks until the end of the transaction. All the buckets there are fit into PostgreSQL's lock table beside
 * those of the file numbers.
 */
@Component
class Buckets {

    private static final int KEY_BUCKETS = 2048;
    private static final String SAVEPOINT = "neighbourhood";

    private final LockOrder order;
    private final JdbcTemplate jdbc;

    Buckets(JdbcTemplate jdbc) {
        this.order = new LockOrder(jdbc);
        this.jdbc = jdbc;
    }

    /** Nobody else links a file that shares one of these keys. */
    void lockKeys(Collection<Long> keys) {
        order.take(Space.KEYS, ofKeys(keys));
    }

    /** Nobody else decides about these file numbers, or links a file that shares one of these keys. */
    void lockBatch(Collection<byte[]> caseDigests, Collection<Long> keys) {
        order.take(Map.of(Space.CASES, SourceCases.lockBuckets(caseDigests), Space.KEYS, ofKeys(keys)));
    }

    private static Set<Integer> ofKeys(Collection<Long> keys) {
        return keys.stream().map(key -> (int) Math.floorMod(key, (long) KEY_BUCKETS)).collect(Collectors.toSet());
    }

    /** Nobody else decides about these files. */
    void lockFiles(Collection<Long> files) {
        order.takeFiles(files);
    }

    SortedSet<?> savepoint() {
        return order.savepoint(SAVEPOINT);
    }

    void release() {
        jdbc.execute("release savepoint " + SAVEPOINT);
    }

    /** Gives back what was locked since. */
    void rollBack(SortedSet<?> savepoint) {
        order.rollBack(SAVEPOINT, savepoint);
    }
}
