package de.kimhub.delivery;

import de.kimhub.connector.Descriptor.AcknowledgementFormat;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the module together. The transaction manager must be the one of the data source: a lane's worker runs all its
 * transactions on the session that holds the lane.
 */
@Configuration(proxyBeanMethods = false)
public class DeliveryConfiguration {

    private static final Duration SLICE = Duration.ofSeconds(2);

    @Bean
    Outbox outbox(JdbcTemplate jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    Deliveries deliveries(JdbcTemplate jdbc) {
        return new Deliveries(jdbc);
    }

    @Bean
    DeliveredContent deliveredContent(JdbcTemplate jdbc, KeyVault keys) {
        return new DeliveredContent(jdbc, keys);
    }

    @Bean
    CorrectionTasks correctionTasks(JdbcTemplate jdbc) {
        return new CorrectionTasks(jdbc);
    }

    @Bean
    OpenTasks openTasks(JdbcTemplate jdbc, KeyVault keys, DeliveryIds ids) {
        return new OpenTasks(jdbc, new SealingReader(jdbc, keys), ids);
    }

    @Bean
    FlowReport flowReport(JdbcTemplate jdbc) {
        return new FlowReport(jdbc);
    }

    @Bean
    DeliveryIds deliveryIds(KeyVault keys) {
        return new DeliveryIds(keys);
    }

    @Bean
    EchoDigests echoDigests(KeyVault keys) {
        return new EchoDigests(keys);
    }

    @Bean
    BatchStore batchStore(JdbcTemplate jdbc, KeyVault keys) {
        return new BatchStore(jdbc, keys);
    }

    @Bean
    EnrolmentList enrolmentList(JdbcTemplate jdbc, BatchStore batches, KeyVault keys, AuditLog audit) {
        return new EnrolmentList(jdbc, batches, keys, audit);
    }

    @Bean
    Acknowledgements acknowledgements(JdbcTemplate jdbc, PlatformTransactionManager transactions,
                                      InstanceDirectory instances, KeyVault keys, BatchStore batches, WakeUp wakeUp,
                                      HubConfiguration hub, ObjectProvider<SourceMessages> messages,
                                      ObjectProvider<ProblemCatalogue> problems) {
        ProblemCatalogue catalogue = problems.getIfAvailable(() -> code -> Optional.empty());
        FinishedDocuments documents = new FinishedDocuments(jdbc, keys);
        Map<AcknowledgementFormat, AcknowledgementForm> forms = new EnumMap<>(AcknowledgementFormat.class);
        forms.put(AcknowledgementFormat.CSV, new CsvAcknowledgement(documents, new AcknowledgementCsv(catalogue)));
        messages.ifAvailable(stored -> hub.clearing().ifPresent(clearing -> forms.put(AcknowledgementFormat.XINNERES,
                new XInneresAcknowledgement(documents, stored, catalogue, keys, clearing, Clock.systemUTC()))));
        return new Acknowledgements(jdbc, new TransactionTemplate(transactions), instances, documents, batches, forms,
                wakeUp);
    }

    @Bean
    BatchRetention batchRetention(JdbcTemplate jdbc, HubConfiguration hub) {
        return new BatchRetention(jdbc, hub.retention().transportCopy());
    }

    @Bean
    Sealer sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, KeyVault keys, SealCheck check,
                  BatchStore batches, DeliveryIds ids, EchoDigests echoes, CorrectionTasks tasks, AuditLog audit) {
        SealingReader reader = new SealingReader(jdbc, keys);
        return new Sealer(new TransactionTemplate(transactions), reader, new ItemJudge(reader, check),
                new Composer(reader, ids), new ItemRenderer(),
                new SealingWriter(jdbc, batches, new EchoStore(jdbc, echoes), tasks, audit));
    }

    @Bean
    DeliveryErasure deliveryErasure(DataSource dataSource, JdbcTemplate jdbc, PlatformTransactionManager transactions,
                                    KeyVault keys, SealCheck check, BatchStore batches, DeliveryIds ids,
                                    InstanceDirectory instances, Transport transport, WakeUp wakeUp) {
        SealingReader reader = new SealingReader(jdbc, keys);
        return new DeliveryErasure(jdbc, new SealedContent(jdbc, new TransactionTemplate(transactions), instances,
                new LaneLock(dataSource), batches, new StoredBatches(jdbc, batches),
                new Remaking(new ItemJudge(reader, check), new Composer(reader, ids), new ItemRenderer()), transport,
                wakeUp));
    }

    @Bean
    Recalls recalls(JdbcTemplate jdbc) {
        return new Recalls(jdbc);
    }

    @Bean
    Recalling recalling(JdbcTemplate jdbc, PlatformTransactionManager transactions, KeyVault keys, SealCheck check,
                        BatchStore batches, DeliveryIds ids, Transport transport, AuditLog audit) {
        SealingReader reader = new SealingReader(jdbc, keys);
        return new Recalling(jdbc, new TransactionTemplate(transactions), batches, new StoredBatches(jdbc, batches),
                new Remaking(new ItemJudge(reader, check), new Composer(reader, ids), new ItemRenderer()), transport, audit);
    }

    @Bean
    Delivery delivery(DataSource dataSource, JdbcTemplate jdbc, InstanceDirectory instances, BatchStore batches,
                      Sealer sealer, Recalling recalling, Transport transport, Acknowledgements acknowledgements, WakeUp wakeUp,
                      ObjectProvider<Checkpoints> checkpoints) {
        Checkpoints points = checkpoints.getIfAvailable(() -> Checkpoints.NONE);
        LaneStore lanes = new LaneStore(jdbc);
        return new LaneWorker(instances, new LaneLock(dataSource), lanes, batches, sealer, recalling,
                new Sender(transport, batches, points), new Backoff(() -> ThreadLocalRandom.current().nextLong()),
                new LaneSweep(acknowledgements, lanes, wakeUp), points, SLICE);
    }
}
