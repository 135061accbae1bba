package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentWorkersTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private World world;
    private HikariDataSource otherNode;
    private int jobcenter;
    private int awo;
    private long caseId;

    @BeforeEach
    void twoNodes() {
        world = new World(database, keyFolder);
        otherNode = database.anotherNode();
        jobcenter = world.instance("jobcenter", "ledger", 10);
        awo = world.instance("awo", "ledger", 10);
        long person = world.person();
        caseId = world.sourceCase(jobcenter, person, "JC-1");
        world.sourceCase(awo, person, "AWO-1");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        otherNode.close();
    }

    @Test
    void fourWorkersOnTwoNodesDrainWhileItemsComeAndKeepTheOrder() throws Exception {
        world.slice = Duration.ofMillis(5);
        List<Delivery> workers = List.of(world.worker(), world.worker(), world.worker(otherNode),
                world.worker(otherNode));
        CountDownLatch allQueued = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (Delivery worker : workers) {
            running.add(threads.submit(() -> {
                while (worker.drain(awo, 0) || allQueued.getCount() > 0 || world.count("hub.outbox_item") > 0) {
                    Thread.onSpinWait();
                }
            }));
        }
        for (int i = 0; i < 300; i += 3) {
            world.queue(awo, 0, world.event(jobcenter, caseId, "measure-" + i),
                    world.event(jobcenter, caseId, "measure-" + (i + 1)),
                    world.event(jobcenter, caseId, "measure-" + (i + 2)));
        }
        allQueued.countDown();
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        world.worker().drain(awo, 0);

        assertThat(world.transport.column(3))
                .isEqualTo(IntStream.range(0, 300).mapToObj(i -> "measure-" + i).toList());
        assertThat(world.transport.attempts().stream().map(Parcel::batchId)).doesNotHaveDuplicates();
    }

    @Test
    void aWakeUpThatMetTheLockIsMadeUpForByTheWorkerThatHasIt() throws Exception {
        world.slice = Duration.ZERO;
        world.queue(awo, 0, world.event(jobcenter, caseId, "first"));
        assertThat(world.worker().drain(awo, 0)).as("sealed, not sent: the slice is over").isTrue();
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        world.transport.whileSending(parcel -> {
            sending.countDown();
            await(goOn);
        });
        Future<Boolean> holder = threads.submit(() -> world.worker().drain(awo, 0));
        await(sending);

        world.queue(awo, 0, world.event(jobcenter, caseId, "second"));
        assertThat(world.worker(otherNode).drain(awo, 0)).isFalse();
        goOn.countDown();

        assertThat(holder.get(30, TimeUnit.SECONDS)).as("more is left").isTrue();
        assertThat(world.transport.column(3)).containsExactly("first");
    }

    @Test
    void lanesOfOneRecipientAreWorkedOnAtTheSameTime() throws Exception {
        world.queue(awo, 0, world.event(jobcenter, caseId, "slow"));
        world.queue(awo, 1, world.event(jobcenter, caseId, "quick"));
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        world.transport.whileSending(parcel -> {
            if (sending.getCount() > 0) {
                sending.countDown();
                await(goOn);
            }
        });
        Future<Boolean> slow = threads.submit(() -> world.worker().drain(awo, 0));
        await(sending);

        world.worker(otherNode).drain(awo, 1);
        assertThat(world.transport.column(3)).containsExactly("quick");
        goOn.countDown();
        slow.get(30, TimeUnit.SECONDS);

        assertThat(world.transport.column(3)).containsExactly("quick", "slow");
    }

    @Test
    void aWorkerThatLostItsDatabaseSessionStoresNothingAndAnotherFinishes() {
        world.queue(awo, 0, world.event(jobcenter, caseId, "first"), world.event(jobcenter, caseId, "second"));
        Delivery other = world.worker(otherNode);
        List<Integer> states = new ArrayList<>();
        world.transport.whileSending(parcel -> {
            world.transport.whileSending(again -> { });
            CompletableFuture.runAsync(() -> {
                killSessionsThatHoldALane();
                other.drain(awo, 0);
                states.add(world.count("hub.delivery_batch where state = 2"));
            }, threads).join();
        });

        assertThatThrownBy(() -> world.worker().drain(awo, 0)).isInstanceOf(RuntimeException.class);

        assertThat(states).containsExactly(1);
        assertThat(world.transport.column(3)).containsExactly("first", "second");
        assertThat(world.worker().drain(awo, 0)).isFalse();
    }

    @Test
    void anItemThatIsCommittedLateWithASmallerPositionIsNotForgotten() throws Exception {
        long early = world.event(jobcenter, caseId, "committed late");
        long late = world.event(jobcenter, caseId, "committed early");
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> world.transactions.executeWithoutResult(status -> {
            new Outbox(world.jdbc).add(List.of(new QueuedItem(awo, 0, early, "rule")));
            added.countDown();
            await(commit);
        }));
        await(added);
        world.queue(awo, 0, late);
        world.transport.whileSending(parcel -> {
            commit.countDown();
            try {
                slow.get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        world.worker().drain(awo, 0);

        assertThat(world.transport.column(3)).containsExactly("committed early", "committed late");
    }

    private void killSessionsThatHoldALane() {
        world.jdbc.queryForList("""
                select pg_terminate_backend(pid, 5000) from pg_locks
                 where locktype = 'advisory' and granted
                   and database = (select oid from pg_database where datname = current_database())""");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
