package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashTest {

    private static final int ITEMS = 20;

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    @ParameterizedTest
    @CsvSource({
        "ledger, delivery.sealed", "ledger, delivery.sent-before-receipt", "ledger, delivery.delivered",
        "folder, delivery.sealed", "folder, delivery.staged-before-commit", "folder, delivery.staged",
        "folder, delivery.published-before-receipt", "folder, delivery.delivered"})
    void killedAtAnyPointEveryItemArrivesOnceAndInOrder(String transport, String point) {
        World world = new World(database, keyFolder);
        int recipient = recipientWithItems(world, transport);
        AtomicInteger kills = new AtomicInteger();
        world.checkpoints = name -> {
            if (name.equals(point) && kills.incrementAndGet() <= 4) {
                throw new Killed();
            }
        };

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> world.worker().drain(recipient, 0)).isInstanceOf(Killed.class);
        }
        world.worker().drain(recipient, 0);

        assertThat(world.transport.column(3)).isEqualTo(names());
        assertThat(world.count("hub.delivery_batch where state <> 2")).isZero();
        assertThat(world.count("hub.outbox_item")).isZero();
    }

    @Test
    void killedEverywhereInTurnStillNothingIsLostOrDoubled() {
        World world = new World(database, keyFolder);
        int recipient = recipientWithItems(world, "folder");
        List<String> passed = new ArrayList<>();
        world.checkpoints = name -> {
            passed.add(name);
            if (passed.size() % 2 == 0) {
                throw new Killed();
            }
        };

        int kills = 0;
        while (world.count("hub.outbox_item") + world.count("hub.delivery_batch where state <> 2") > 0) {
            try {
                world.worker().drain(recipient, 0);
            } catch (Killed killed) {
                kills++;
            }
        }

        assertThat(kills).isGreaterThan(8);
        assertThat(world.transport.column(3)).isEqualTo(names());
    }

    @Test
    void aRecipientThatTookAndDeletedTheFileBeforeTheCrashGetsItNotAgain() {
        World world = new World(database, keyFolder);
        int recipient = recipientWithItems(world, "folder");
        world.checkpoints = name -> {
            if (name.equals("delivery.published-before-receipt")) {
                world.transport.files().clear();
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> world.worker().drain(recipient, 0)).isInstanceOf(Killed.class);
        world.checkpoints = Checkpoints.NONE;

        world.worker().drain(recipient, 0);

        assertThat(world.transport.files()).doesNotContainKey("kimhub-000000000001.csv").hasSize(ITEMS / 5 - 1);
        assertThat(world.transport.column(3)).isEqualTo(names());
    }

    @Test
    void itemsAddedByATransactionThatIsRolledBackAreNeverSent() {
        World world = new World(database, keyFolder);
        int recipient = recipientWithItems(world, "ledger");
        long event = world.event(recipient, world.sourceCase(recipient, world.person(), "X"), "never");

        world.transactions.executeWithoutResult(status -> {
            new Outbox(world.jdbc).add(List.of(new QueuedItem(recipient, 0, event, "rule")));
            status.setRollbackOnly();
        });
        world.worker().drain(recipient, 0);

        assertThat(world.transport.column(3)).isEqualTo(names());
    }

    private static int recipientWithItems(World world, String transport) {
        int sender = world.instance("jobcenter", "ledger", 5);
        int recipient = world.instance("awo", transport, 5);
        long person = world.person();
        long caseId = world.sourceCase(sender, person, "JC-1");
        world.sourceCase(recipient, person, "AWO-1");
        world.queue(recipient, 0, IntStream.range(0, ITEMS)
                .mapToLong(i -> world.event(sender, caseId, "measure-" + i)).toArray());
        return recipient;
    }

    private static List<String> names() {
        return IntStream.range(0, ITEMS).mapToObj(i -> "measure-" + i).toList();
    }

    /** As near as a test in one process comes to SIGKILL. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
