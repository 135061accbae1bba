package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LaneWorkerTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    private World world;
    private int jobcenter;
    private int awo;
    private long caseId;

    @BeforeEach
    void someoneWithAFileAtBoth() {
        world = new World(database, keyFolder);
        jobcenter = world.instance("jobcenter", "ledger", 100);
        awo = world.instance("awo", "ledger", 3);
        long person = world.person();
        caseId = world.sourceCase(jobcenter, person, "JC-1");
        world.sourceCase(awo, person, "AWO-1");
        world.sourceCase(awo, person, "AWO-2");
    }

    @Test
    void givesWhatWaitsInOrderUnderTheRecipientsNewestFileNumber() {
        queue(0, 8);

        assertThat(world.worker().drain(awo, 0)).isFalse();

        assertThat(world.transport.column(3)).isEqualTo(names(0, 8));
        assertThat(world.transport.column(2)).containsOnly("AWO-2");
        assertThat(world.transport.attempts()).hasSize(3);
        assertThat(world.count("hub.outbox_item")).isZero();
        assertThat(world.count("hub.delivery_batch where state = 2")).isEqualTo(3);
    }

    @Test
    void leavesOutTheFieldsThatTheRecipientMayNotHave() {
        queue(0, 1);

        world.worker().drain(awo, 0);

        assertThat(world.transport.column(4)).containsOnly("null");
        assertThat(world.transport.arrived().toString()).doesNotContain("not for everybody", "Testfamilie");
    }

    @Test
    void namesFilesByTheBatchAndKeepsTheRuleOfEachItem() {
        queue(0, 1);

        world.worker().drain(awo, 0);

        assertThat(world.transport.attempts().getFirst().fileName()).isEqualTo("kimhub-000000000001.csv");
        assertThat(world.jdbc.queryForObject("select rules[1] from hub.delivery_batch", String.class))
                .startsWith("rule-");
    }

    @Test
    void storesNothingReadable() {
        queue(0, 1);

        world.worker().drain(awo, 0);

        byte[] stored = world.jdbc.queryForObject("select bytes from hub.delivery_batch", byte[].class);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("measure-0", "AWO-2");
    }

    @Test
    void sendsASealedBatchAgainUnchangedAlthoughMoreCameMeanwhile() {
        queue(0, 2);
        world.transport.failWith("HUB-DLV-001");
        world.worker().drain(awo, 0);
        queue(2, 2);
        world.transport.recover();
        world.timePasses();

        world.worker().drain(awo, 0);

        List<Parcel> attempts = world.transport.attempts();
        assertThat(attempts.get(1).batchId()).isEqualTo(attempts.get(0).batchId());
        assertThat(attempts.get(1).bytes()).isEqualTo(attempts.get(0).bytes());
        assertThat(attempts).hasSize(3);
        assertThat(world.transport.column(3)).isEqualTo(names(0, 4));
    }

    @Test
    void aFailureIsStoredAndHoldsOnlyItsOwnLaneUntilItIsDue() {
        queue(0, 1);
        world.queue(awo, 1, world.event(jobcenter, caseId, "other lane"));
        world.transport.failWith("HUB-DLV-001");

        assertThat(world.worker().drain(awo, 0)).isFalse();
        world.transport.recover();
        assertThat(world.worker().drain(awo, 0)).isFalse();
        world.worker().drain(awo, 1);

        assertThat(world.transport.column(3)).containsExactly("other lane");
        assertThat(world.jdbc.queryForObject("select code from hub.delivery_lane where lane = 0", String.class))
                .isEqualTo("HUB-DLV-001");
    }

    @Test
    void anOpenCircuitIsNoFailureOfTheLane() {
        queue(0, 1);
        world.transport.failWith(DeliveryProblem.CIRCUIT_OPEN.code());

        for (int i = 0; i < 3; i++) {
            world.worker().drain(awo, 0);
            world.timePasses();
        }

        assertThat(world.jdbc.queryForObject("select failures from hub.delivery_lane", Integer.class)).isZero();
    }

    @Test
    void whoWasDownForADayGetsEverythingInOrder() {
        world.transport.failWith("HUB-DLV-001");
        for (int hour = 0; hour < 24; hour++) {
            queue(hour * 5, 5);
            world.worker().drain(awo, 0);
            world.timePasses();
        }
        assertThat(world.jdbc.queryForObject("select failures from hub.delivery_lane", Integer.class)).isEqualTo(24);

        world.transport.recover();
        world.worker().drain(awo, 0);

        assertThat(world.transport.column(3)).isEqualTo(names(0, 120));
        assertThat(world.jdbc.queryForObject("select failures from hub.delivery_lane", Integer.class)).isZero();
    }

    @Test
    void yieldsWhenItsSliceIsOverAndSaysThatMoreIsLeft() {
        world.slice = Duration.ZERO;
        queue(0, 4);
        Delivery worker = world.worker();

        int turns = 1;
        while (worker.drain(awo, 0)) {
            turns++;
        }

        assertThat(turns).isGreaterThan(2);
        assertThat(world.transport.column(3)).isEqualTo(names(0, 4));
    }

    @Test
    void wakesTheLanesThatHaveSomethingToSendAndAreDue() {
        queue(0, 1);
        world.queue(awo, 2, world.event(jobcenter, caseId, "a"));
        world.queue(jobcenter, 3, world.event(jobcenter, caseId, "b"));
        world.transport.failWith("HUB-DLV-001");
        world.worker().drain(awo, 0);

        world.worker().wakeDueLanes();
        assertThat(world.woken).containsExactly(new LaneId(jobcenter, 3), new LaneId(awo, 2));

        world.woken.clear();
        world.timePasses();
        world.worker().wakeDueLanes();
        assertThat(world.woken).contains(new LaneId(awo, 0));
    }

    @Test
    void whatIsForAnInstanceThatIsNotConfiguredAnyMoreWaits() {
        int gone = world.jdbc.queryForObject("insert into hub.instance (id) values ('gone') returning no",
                Integer.class);
        world.queue(gone, 0, world.event(jobcenter, caseId, "a"));

        assertThat(world.worker().drain(gone, 0)).isFalse();

        assertThat(world.count("hub.outbox_item")).isEqualTo(1);
    }

    @Test
    void aBatchThatWasChangedInTheDatabaseIsNotSent() {
        queue(0, 1);
        world.transport.failWith("HUB-DLV-001");
        world.worker().drain(awo, 0);
        world.jdbc.update("update hub.delivery_batch set bytes = ?",
                world.keys.encrypt("forged".getBytes(StandardCharsets.UTF_8), "delivery"));
        world.transport.recover();
        world.timePasses();

        world.worker().drain(awo, 0);

        assertThat(world.transport.arrived()).isEmpty();
        assertThat(world.jdbc.queryForObject("select code from hub.delivery_lane", String.class))
                .isEqualTo(DeliveryProblem.BYTES_CHANGED.code());
    }

    private void queue(int from, int count) {
        world.queue(awo, 0, IntStream.range(from, from + count)
                .mapToLong(i -> world.event(jobcenter, caseId, "measure-" + i)).toArray());
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "measure-" + i).toList();
    }
}
