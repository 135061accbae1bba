package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.delivery.Delivery;
import de.kimhub.processing.Processing;
import de.kimhub.runtime.embedded.EmbeddedBroker;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** The files processing, delivery and errors over a real broker. */
class QueueRoutesTest {

    @TempDir
    Path data;
    private final FakeWork work = new FakeWork();
    private EmbeddedBroker broker;
    private CamelContext camel;
    private JmsWakeUp wakeUp;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.open(data, 0);
        ConnectionFactory connections = new CachingConnectionFactory(new ActiveMQConnectionFactory(
                broker.address().url(), broker.address().user(), broker.address().password()));
        HubHome home = HubHome.find();
        camel = RouteTesting.context(home, null);
        camel.getRegistry().bind("connections", connections);
        camel.getRegistry().bind("hubWork", new HubWork(work, work));
        Properties settings = new Properties();
        settings.putAll(java.util.Map.of("hub.workers", "2", "hub.delivery-workers", "1", "hub.sweep", "200"));
        camel.getPropertiesComponent().setInitialProperties(settings);
        RouteTesting.load(camel, home, "errors", "processing", "delivery");
        camel.start();
        camel.getRouteController().startRoute("delivery");
        wakeUp = new JmsWakeUp(connections);
    }

    @AfterEach
    void stop() {
        camel.stop();
        broker.close();
    }

    @Test
    void worksOnADocumentSliceBySliceUntilItIsDone() {
        work.slices.put(17L, 3);
        wakeUp.document(17);
        await().until(() -> work.documents.equals(List.of(17L, 17L, 17L)));
    }

    @Test
    void drainsALaneUntilItIsEmptyAlsoTheOneOfTheAcknowledgements() {
        work.lanesLeft.set(1);
        wakeUp.lane(3, -1);
        await().until(() -> work.lanes.equals(List.of("3:-1", "3:-1")));
    }

    @Test
    void aFailureStopsNothingAndComesBackOnlyByTheSweep() {
        work.failing = 5L;
        wakeUp.document(5);
        wakeUp.document(6);
        await().until(() -> work.documents.contains(6L));
        assertThat(work.documents.stream().filter(id -> id == 5)).hasSize(1);
        await().until(() -> work.sweeps.size() > 4);
    }

    @Test
    void wakesUpOnceAndOnlyAfterTheCommit() {
        TransactionTemplate transaction = new TransactionTemplate(new EmptyTransactions());
        transaction.executeWithoutResult(status -> {
            wakeUp.document(1);
            wakeUp.document(1);
            wakeUp.lane(2, 0);
            pause();
            assertThat(work.documents).isEmpty();
        });
        await().until(() -> work.documents.equals(List.of(1L)) && work.lanes.equals(List.of("2:0")));

        transaction.executeWithoutResult(status -> {
            wakeUp.document(9);
            status.setRollbackOnly();
        });
        pause();
        assertThat(work.documents).containsExactly(1L);
    }

    @Test
    void aBrokerThatIsGoneCostsNoTransaction() {
        broker.close();
        wakeUp.document(1);
        new TransactionTemplate(new EmptyTransactions()).executeWithoutResult(status -> wakeUp.document(1));
        assertThat(work.documents).isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class EmptyTransactions extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return false;
        }

        @Override
        protected void doBegin(Object transaction, org.springframework.transaction.TransactionDefinition definition) {
            // nothing to begin
        }

        @Override
        protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
            // nothing to commit
        }

        @Override
        protected void doRollback(org.springframework.transaction.support.DefaultTransactionStatus status) {
            // nothing to undo
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            // nothing to clean
        }

        @Override
        public void afterPropertiesSet() {
            // no data source
        }
    }

    private static final class FakeWork implements Processing, Delivery {

        private final java.util.Map<Long, Integer> slices = new ConcurrentHashMap<>();
        private final java.util.concurrent.atomic.AtomicInteger lanesLeft =
                new java.util.concurrent.atomic.AtomicInteger();
        private final List<Long> documents = new CopyOnWriteArrayList<>();
        private final List<String> lanes = new CopyOnWriteArrayList<>();
        private final List<String> sweeps = new CopyOnWriteArrayList<>();
        private volatile long failing;

        @Override
        public boolean work(long documentId) {
            documents.add(documentId);
            if (documentId == failing) {
                throw new IllegalStateException("a value of somebody");
            }
            return slices.merge(documentId, -1, Integer::sum) > 0;
        }

        @Override
        public void wakeUnfinished() {
            sweeps.add("documents");
            throw new IllegalStateException("the database is away");
        }

        @Override
        public void renewReviews() {
            sweeps.add("reviews");
            throw new IllegalStateException("the database is away");
        }

        @Override
        public boolean drain(int recipientNo, int lane) {
            lanes.add(recipientNo + ":" + lane);
            return lanesLeft.getAndDecrement() > 0;
        }

        @Override
        public void wakeDueLanes() {
            sweeps.add("lanes");
        }
    }
}
