package de.kimhub.linkage;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Advisory locks until the end of the transaction, in one order for everybody: a transaction waits only for locks behind
 * all that it has, so no two ever wait for each other in a circle. One before those, which becomes known late, is taken if
 * it is free; otherwise the transaction gives up, and {@link #repeating} begins it anew with all of them, in order.
 */
public final class LockOrder {

    private static final int ATTEMPTS = 20;
    private static final int FILE_BUCKETS = 1024;
    private static final ThreadLocal<Set<Lock>> WANTED = new ThreadLocal<>();

    private final JdbcTemplate jdbc;

    public LockOrder(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In their order: file numbers before blocking keys before files. */
    public enum Space {
        CASES(0x4B494D), KEYS(0x4B494E), FILES(0x4B494F);

        private final int number;

        Space(int number) {
            this.number = number;
        }
    }

    record Lock(Space space, int bucket) implements Comparable<Lock> {

        private static final Comparator<Lock> ORDER = Comparator.comparing(Lock::space).thenComparingInt(Lock::bucket);

        @Override
        public int compareTo(Lock other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a transaction has. */
    private record Held(TreeSet<Lock> locks) {
    }

    private record Key(DataSource database) {
    }

    public void take(Space space, Collection<Integer> buckets) {
        take(Map.of(space, buckets));
    }

    /** All at once. */
    public void take(Map<Space, Collection<Integer>> buckets) {
        TreeSet<Lock> missing = new TreeSet<>();
        buckets.forEach((space, some) -> some.forEach(bucket -> missing.add(new Lock(space, bucket))));
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            await(missing);
            return;
        }
        TreeSet<Lock> held = held().locks();
        if (held.isEmpty() && WANTED.get() != null) {
            missing.addAll(WANTED.get());
        }
        missing.removeAll(held);
        if (!held.isEmpty() && !missing.isEmpty()) {
            SortedSet<Lock> before = missing.headSet(held.last());
            if (!tryTo(before)) {
                missing.addAll(held);
                throw new LockTakenException(missing);
            }
            await(missing.tailSet(held.last()));
        } else {
            await(missing);
        }
        held.addAll(missing);
    }

    /** Nobody else decides about these files, or moves them. */
    public void takeFiles(Collection<Long> files) {
        take(Space.FILES, files.stream().map(file -> (int) Math.floorMod(file, (long) FILE_BUCKETS))
                .collect(Collectors.toSet()));
    }

    /** Takes a savepoint: locks taken since can be given back. */
    public SortedSet<?> savepoint(String name) {
        jdbc.execute("savepoint " + name);
        return new TreeSet<>(held().locks());
    }

    /** @param before what {@link #savepoint} gave */
    public void rollBack(String name, SortedSet<?> before) {
        jdbc.execute("rollback to savepoint " + name);
        held().locks().retainAll(before);
    }

    /** Repeats a transaction that gave up for a lock. */
    public static <T> T repeating(Supplier<T> transaction) {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return transaction.get();
                } catch (LockTakenException e) {
                    if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                        throw e;
                    }
                    WANTED.set(e.needed());
                }
            }
        } finally {
            WANTED.remove();
        }
    }

    private void await(SortedSet<Lock> locks) {
        if (!locks.isEmpty()) {
            // unnest gives its elements in order, and an aggregate takes them as they come
            jdbc.query("select count(pg_advisory_xact_lock(s, b)) from unnest(?::int[], ?::int[]) as t (s, b)", row -> { },
                    spaces(locks), buckets(locks));
        }
    }

    private boolean tryTo(SortedSet<Lock> locks) {
        return locks.isEmpty() || Boolean.TRUE.equals(jdbc.queryForObject("select bool_and(pg_try_advisory_xact_lock(s, b))"
                + " from unnest(?::int[], ?::int[]) as t (s, b)", Boolean.class, spaces(locks), buckets(locks)));
    }

    private static int[] spaces(Collection<Lock> locks) {
        return locks.stream().mapToInt(lock -> lock.space().number).toArray();
    }

    private static int[] buckets(Collection<Lock> locks) {
        return locks.stream().mapToInt(Lock::bucket).toArray();
    }

    private Held held() {
        Key key = new Key(jdbc.getDataSource());
        Held held = (Held) TransactionSynchronizationManager.getResource(key);
        if (held != null) {
            return held;
        }
        Held fresh = new Held(new TreeSet<>());
        TransactionSynchronizationManager.bindResource(key, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(key);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(key, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(key);
            }
        });
        return fresh;
    }
}
