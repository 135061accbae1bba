package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.AuditLog;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class DeliveryConfigurationTest {

    @RegisterExtension
    final Database database = new Database();

    @Test
    void theModuleAsItIsWiredInProductionDeliversWhatWasQueued(@TempDir Path keyFolder) {
        World world = new World(database, keyFolder);
        int sender = world.instance("jobcenter", "ledger", 100);
        int recipient = world.instance("awo", "folder", 2);
        long person = world.person();
        long caseId = world.sourceCase(sender, person, "JC-1");
        world.sourceCase(recipient, person, "AWO-1");
        world.queue(recipient, 1, LongStream.range(0, 5).map(i -> world.event(sender, caseId, "measure-" + i))
                .toArray());

        try (AnnotationConfigApplicationContext hub = hub(world)) {
            Delivery delivery = hub.getBean(Delivery.class);
            delivery.wakeDueLanes();
            world.woken.forEach(lane -> delivery.drain(lane.recipientNo(), lane.lane()));

            assertThat(world.transport.column(3))
                    .containsExactly("measure-0", "measure-1", "measure-2", "measure-3", "measure-4");
            assertThat(hub.getBean(FlowReport.class).recipients().getFirst().delivered()).isEqualTo(5);
        }
    }

    private AnnotationConfigApplicationContext hub(World world) {
        AnnotationConfigApplicationContext hub = new AnnotationConfigApplicationContext();
        hub.registerBean(DataSource.class, database::dataSource);
        hub.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        hub.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        hub.registerBean(KeyVault.class, () -> world.keys);
        hub.registerBean(AuditLog.class, () -> new AuditLog(database.jdbc(), database.transactions(), world.keys));
        hub.registerBean(InstanceDirectory.class, world::directory);
        hub.registerBean(SealCheck.class, world::check);
        hub.registerBean(Transport.class, () -> world.transport);
        hub.registerBean(WakeUp.class, world::wakeUp);
        hub.registerBean(HubConfiguration.class, () -> new HubConfiguration(Path.of("."), Optional.empty(),
                Optional.empty(), HubConfiguration.Work.DEFAULT, HubConfiguration.Retention.DEFAULT));
        hub.register(DeliveryConfiguration.class);
        hub.refresh();
        return hub;
    }
}
