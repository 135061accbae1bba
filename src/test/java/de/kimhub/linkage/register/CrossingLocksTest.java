package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes whose batches need each other's locks: one begins anew, and PostgreSQL never has to end a deadlock. */
class CrossingLocksTest {

    private static final int ROUNDS = 15;
    private static final FieldValues AMIRA = person("Amira", "Testowski", "1990-05-17", "person.sex", "w");
    private static final FieldValues BORIS = person("Boris", "Probenko", "1971-11-03", "person.sex", "m");

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    private final AtomicInteger begun = new AtomicInteger();
    private TestRegister hub;

    @BeforeEach
    void openBoth() throws IOException {
        hub = new TestRegister(database.dataSource(), keys);
        hub.open("amira", AMIRA);
        hub.open("boris", BORIS);
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
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_batches_in_crossing_order_never_wait_for_each_other_in_a_circle() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            CyclicBarrier both = new CyclicBarrier(2);
            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> batch("a" + now, with(AMIRA, 100 + now),
                    hub.file("boris"), with(BORIS, now), both));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> batch("b" + now, with(BORIS, 100 + now),
                    hub.file("amira"), with(AMIRA, now), both));
            CompletableFuture.allOf(one, other).get(60, TimeUnit.SECONDS);
        }

        assertThat(begun.get()).as("some began anew").isGreaterThan(2 * ROUNDS);
        assertThat(hub.count("identity.source_case")).isEqualTo(2 + 2 * ROUNDS);
        assertThat(hub.count("identity.persona")).isEqualTo(2 + 4 * ROUNDS);
    }
}
