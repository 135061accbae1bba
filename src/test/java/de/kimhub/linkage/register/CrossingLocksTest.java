package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes whose batches need each other's locks: one begins anew, and PostgreSQL never has to end a deadlock. */
class CrossingLocksTest {

    private static final int ROUNDS = 12;
    /** Where both need the same bucket at once, the second one does not get there. */
    private static final int MEET_MILLIS = 1_500;
    private static final List<FieldValues> PEOPLE = People.records(2 * ROUNDS, 1, 20261129);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    private final AtomicInteger begun = new AtomicInteger();
    private TestRegister hub;

    @BeforeEach
    void openAll() throws IOException {
        hub = new TestRegister(database.dataSource(), keys);
        for (int i = 0; i < PEOPLE.size(); i++) {
            hub.open("known-" + i, PEOPLE.get(i));
        }
    }

    private static FieldValues with(FieldValues person, int round) {
        return person.toBuilder().set("person.telephone", "05221 70000" + round).build();
    }

    /** Opens a file of one person, and when the other batch has done so as well, observes the other person. */
    private void batch(String number, FieldValues opened, long observed, FieldValues seen, CyclicBarrier both) {
        AtomicInteger attempt = new AtomicInteger();
        LockOrder.repeating(() -> hub.inTransaction(() -> {
            begun.incrementAndGet();
            hub.register.open(List.of(new NewFile(hub.cases.newCaseNumbers(1).getFirst(), number,
                    hub.persona(number, TestRegister.SOURCE, opened), null)), TestRegister.EVERYBODY);
            if (attempt.getAndIncrement() == 0) {
                meet(both);
            }
            return hub.register.observe(List.of(new Observation(observed, hub.persona("seen", TestRegister.SOURCE, seen))),
                    TestRegister.EVERYBODY);
        }));
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(MEET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            // the other one waits for a bucket of this one
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_batches_in_crossing_order_never_wait_for_each_other_in_a_circle() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            CyclicBarrier both = new CyclicBarrier(2);
            int left = 2 * round;
            int right = left + 1;
            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> batch("a" + now, with(PEOPLE.get(left), 100 + now),
                    hub.file("known-" + right), with(PEOPLE.get(right), now), both), pool);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> batch("b" + now,
                    with(PEOPLE.get(right), 100 + now), hub.file("known-" + left), with(PEOPLE.get(left), now), both), pool);
            CompletableFuture.allOf(one, other).get(60, TimeUnit.SECONDS);
        }

        assertThat(begun.get()).as("some began anew").isGreaterThan(2 * ROUNDS);
        assertThat(hub.count("identity.source_case")).isEqualTo(4 * ROUNDS);
        assertThat(hub.count("identity.persona")).isEqualTo(6 * ROUNDS);
        pool.shutdown();
    }
}
