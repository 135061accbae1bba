package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Descriptor.Capability;
import de.kimhub.connector.Endpoint;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    private World world;
    private DeliveryIds ids;
    private int jobcenter;
    private int awo;
    private int simple;
    private long person;
    private long caseId;

    @BeforeEach
    void aToolThatCorrectsAndOneThatDoesNot() {
        world = new World(database, keyFolder);
        ids = new DeliveryIds(world.keys);
        jobcenter = world.instance("jobcenter", "ledger", 100);
        awo = world.instance("awo", "ledger", 100, Capability.CORRECTS, Capability.RETRACTS);
        Endpoint endpoint = new Endpoint("ledger", Map.of());
        simple = world.instance("simple", Optional.empty(), Optional.of(endpoint), Optional.empty(), 100);
        person = world.person();
        caseId = world.sourceCase(jobcenter, person, "JC-1");
        world.sourceCase(awo, person, "AWO-1");
        world.sourceCase(simple, person, "S-1");
    }

    @Test
    void whatIsForbiddenMeanwhileIsWithdrawnWithItsReasonAndTheRestGoes() {
        long first = event("first");
        long forbidden = event("forbidden");
        long last = event("last");
        world.queue(awo, 0, first, forbidden, last);
        world.refusedEvents.add(forbidden);

        world.worker().drain(awo, 0);

        assertThat(world.transport.column(3)).containsExactly("first", "last");
        assertThat(reasons()).containsExactly("CONSENT_WITHDRAWN");
    }

    @Test
    void whatIsSealedGoesEvenIfItIsForbiddenAfterwards() {
        long event = event("sealed");
        world.queue(awo, 0, event);
        world.transport.failWith("HUB-DLV-001");
        world.worker().drain(awo, 0);
        world.refusedEvents.add(event);
        world.transport.recover();
        world.timePasses();

        world.worker().drain(awo, 0);

        assertThat(world.transport.column(3)).containsExactly("sealed");
    }

    @Test
    void whatTheSourceTookBackBeforeItWasSentIsNotSentAndNeitherIsTheRetraction() {
        long event = event("wrong");
        world.setState(event, StoredEvent.State.TAKEN_BACK);
        long retraction = world.event(jobcenter, caseId, "wrong", MessageKind.RETRACTION, event);
        world.queue(awo, 0, event, retraction);

        world.worker().drain(awo, 0);

        assertThat(world.transport.arrived()).isEmpty();
        assertThat(reasons()).containsExactly("TAKEN_BACK", "NOTHING_TO_TAKE_BACK");
    }

    @Test
    void aCorrectionShowsOldAndNewAndNamesTheDeliveryThatItReplaces() {
        long event = event("old");
        deliver(awo, event);
        long correction = correct(event, "new");
        deliver(awo, correction);

        String line = world.transport.arrived().getLast();

        assertThat(line).isEqualTo(String.join("|", ids.of(correction, awo), "correction", "AWO-1", "new", "null",
                "old", ids.of(event, awo)));
    }

    @Test
    void aRetractionOfACorrectionThatNeverLeftTakesBackTheOriginal() {
        long event = event("old");
        deliver(awo, event);
        long correction = correct(event, "new");
        world.setState(correction, StoredEvent.State.TAKEN_BACK);
        long retraction = world.event(jobcenter, caseId, "new", MessageKind.RETRACTION, correction);
        deliver(awo, correction, retraction);

        assertThat(world.transport.column(1)).containsExactly("event", "retraction");
        assertThat(world.transport.column(6).getLast()).isEqualTo(ids.of(event, awo));
    }

    @Test
    void originalAndCorrectionThatWaitTogetherGoInOneBatchOneAfterTheOther() {
        long event = event("old");
        long correction = correct(event, "new");
        deliver(awo, event, correction);

        assertThat(world.transport.column(1)).containsExactly("event", "correction");
        assertThat(world.transport.column(5).getLast()).isEqualTo("old");
    }

    @Test
    void aCorrectedEventWhoseCorrectionIsNotForTheRecipientIsNotSentAnyMore() {
        long event = event("old");
        correct(event, "not for awo");
        deliver(awo, event);

        assertThat(world.transport.arrived()).isEmpty();
        assertThat(reasons()).containsExactly("CORRECTED");
    }

    @Test
    void aCorrectionOfWhatWasNeverGivenIsAnOrdinaryEvent() {
        long event = event("old");
        deliver(simple, correct(event, "new"));

        assertThat(world.transport.column(1)).containsExactly("event");
        assertThat(world.transport.column(6)).containsExactly("null");
    }

    @Test
    void forAToolThatTakesNoCorrectionsSomebodyIsToldUntilItIsConfirmed() {
        long event = event("old");
        deliver(simple, event);
        long correction = correct(event, "new");
        deliver(simple, correction);
        CorrectionTasks tasks = new CorrectionTasks(world.jdbc);

        assertThat(world.transport.column(1)).containsExactly("event");
        assertThat(tasks.open()).singleElement().satisfies(task -> {
            assertThat(task.eventId()).isEqualTo(correction);
            assertThat(task.recipientNo()).isEqualTo(simple);
            assertThat(tasks.confirm(task.recipientNo(), task.id(), "test")).isTrue();
            assertThat(tasks.confirm(task.recipientNo(), task.id(), "test")).isFalse();
        });
        assertThat(tasks.open()).isEmpty();
    }

    @Test
    void oneItemThatCannotBeRenderedStopsNoOther() {
        world.queue(awo, 0, event("first"), event("unsayable"), event("explosive"), event("last"));

        world.worker().drain(awo, 0);

        assertThat(world.transport.column(3)).containsExactly("first", "last");
        assertThat(reasons()).containsExactly("HUB-DLV-006", "HUB-DLV-006");
    }

    @Test
    void aCorrectionOfSomethingThatCouldNotBeRenderedIsAnOrdinaryEvent() {
        long event = event("unsayable");
        long correction = correct(event, "sayable");
        deliver(awo, event, correction);

        assertThat(world.transport.column(1)).containsExactly("event");
        assertThat(world.transport.column(3)).containsExactly("sayable");
    }

    @Test
    void anEventThatAnotherTransactionIsChangingHoldsTheLaneUntilThatIsDecided() {
        long free = event("free");
        long busy = event("busy");
        long behind = event("behind");
        world.queue(awo, 0, free, busy, behind);
        Delivery worker = world.worker(database.dataSource());

        world.transactions.executeWithoutResult(status -> {
            world.setState(busy, StoredEvent.State.TAKEN_BACK);
            assertThat(inAnotherThread(() -> worker.drain(awo, 0))).isFalse();
        });
        assertThat(world.transport.column(3)).containsExactly("free");
        worker.drain(awo, 0);

        assertThat(world.transport.column(3)).containsExactly("free", "behind");
        assertThat(reasons()).containsExactly("TAKEN_BACK");
    }

    @Test
    void whatIsGivenToAToolThatAlsoGivesIsRememberedAsEchoAndACorrectionReplacesIt() {
        long event = event("old");
        deliver(awo, event);
        assertThat(echoOf("old")).containsExactly(event);

        long correction = correct(event, "new");
        deliver(awo, correction);

        assertThat(echoOf("new")).containsExactly(correction);
        assertThat(echoOf("old")).isEmpty();
    }

    @Test
    void noEchoIsExpectedOfAToolThatOnlyTakes() {
        deliver(simple, event("a"));

        assertThat(world.count("hub.echo")).isZero();
    }

    @Test
    void findsWhoHoldsAnEventOrAnOlderVersionOfIt() {
        long event = event("old");
        deliver(awo, event);
        long correction = correct(event, "new");
        deliver(simple, correction);
        long unrelated = event("unrelated");
        Deliveries deliveries = new Deliveries(world.jdbc);

        assertThat(deliveries.recipientsHolding(event)).containsExactly(awo);
        assertThat(deliveries.recipientsHolding(List.of(event, correction, unrelated)))
                .containsEntry(correction, Set.of(awo, simple)).doesNotContainKey(unrelated);
        assertThat(deliveries.recipientsHoldingAnyOf(List.of(caseId)))
                .containsEntry(caseId, Set.of(awo, simple));
    }

    private List<Long> echoOf(String measure) {
        FieldValues fields = FieldValues.builder()
                .set("measure.name", measure).set("event.occurredOn", "2026-03-01").build();
        byte[] digest = new EchoDigests(world.keys).of("AWO-1", EventType.MEASURE_STARTED, fields);
        return world.jdbc.queryForList("select event_id from hub.echo where instance_no = ? and digest = ?",
                Long.class, awo, digest);
    }

    private long event(String measure) {
        return world.event(jobcenter, caseId, measure);
    }

    private long correct(long event, String measure) {
        world.setState(event, StoredEvent.State.CORRECTED);
        return world.event(jobcenter, caseId, measure, MessageKind.CORRECTION, event);
    }

    private void deliver(int recipient, long... events) {
        world.queue(recipient, 0, events);
        world.worker().drain(recipient, 0);
    }

    private List<String> reasons() {
        return world.jdbc.queryForList("select reason from hub.withdrawn_item order by event_id", String.class);
    }

    private static <T> T inAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
