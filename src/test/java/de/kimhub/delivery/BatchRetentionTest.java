package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BatchRetentionTest {

    @RegisterExtension
    final Database database = new Database();

    @Test
    void bytesGoAfterTheirTimeAndThatItWasDeliveredStays(@TempDir Path keyFolder) {
        World world = new World(database, keyFolder);
        int sender = world.instance("jobcenter", "ledger", 1);
        int recipient = world.instance("awo", "ledger", 1);
        long person = world.person();
        long caseId = world.sourceCase(sender, person, "JC-1");
        world.sourceCase(recipient, person, "AWO-1");
        long old = world.event(sender, caseId, "old");
        world.queue(recipient, 0, old, world.event(sender, caseId, "new"));
        world.worker().drain(recipient, 0);
        world.queue(recipient, 0, world.event(sender, caseId, "waits"));
        world.transport.failWith("HUB-DLV-001");
        world.worker().drain(recipient, 0);
        world.jdbc.update("update hub.delivery_batch set delivered_at = now() - interval '8 days' where id <> 2");

        BatchRetention retention = new BatchRetention(world.jdbc, Period.ofDays(7));

        assertThat(retention.deleteExpired()).isEqualTo(1);
        assertThat(retention.deleteExpired()).isZero();
        assertThat(world.count("hub.delivery_batch where bytes is not null")).isEqualTo(2);
        assertThat(new Deliveries(world.jdbc).recipientsHolding(old)).containsExactly(recipient);
    }
}
