package de.kimhub.runtime.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path data;

    @Test
    void keepsWakeUpsOverARestartAndEachOnlyOnce() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0)) {
            send(broker.address(), "1", "2", "1", "1");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0)) {
            assertThat(receiveAll(broker.address())).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void takesAWakeUpAnewWhileTheSameOneIsBeingWorkedOn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0); JMSContext context = connect(broker.address())) {
            send(broker.address(), "7");
            JMSContext worker = context.createContext(JMSContext.SESSION_TRANSACTED);
            Message inWork = worker.createConsumer(worker.createQueue(QueueNames.WORK)).receive(2000);
            assertThat(inWork.getBody(String.class)).isEqualTo("7");
            send(broker.address(), "7");
            worker.commit();
            worker.close();
            assertThat(receiveAll(broker.address())).containsExactly("7");
        }
    }

    @Test
    void aSecondProcessJoinsByThePublishedAddressAndNobodyWithoutIt() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0)) {
            BrokerAddress joined = EmbeddedBroker.join(data);
            assertThat(joined.url()).startsWith("tcp://127.0.0.1:");
            send(joined, "3");
            assertThat(receiveAll(broker.address())).containsExactly("3");

            BrokerAddress guess = new BrokerAddress(joined.url(), joined.user(), "guess");
            assertThatThrownBy(() -> send(guess, "4")).isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    void startsWithAJournalThatIsLostOrBroken() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0)) {
            send(broker.address(), "1");
        }
        delete(data.resolve("broker"));
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0)) {
            assertThat(receiveAll(broker.address())).isEmpty();
        }
        delete(data.resolve("broker"));
        Files.writeString(data.resolve("broker"), "no folder", StandardOpenOption.CREATE);
        try (EmbeddedBroker broker = EmbeddedBroker.open(data, 0)) {
            send(broker.address(), "5");
            assertThat(receiveAll(broker.address())).containsExactly("5");
        }
    }

    private static JMSContext connect(BrokerAddress address) {
        return new ActiveMQConnectionFactory(address.url()).createContext(address.user(), address.password());
    }

    private static void send(BrokerAddress address, String... ids) {
        try (JMSContext context = connect(address)) {
            for (String id : ids) {
                context.createProducer().setProperty(QueueNames.SAME_WORK, id)
                        .send(context.createQueue(QueueNames.WORK), id);
            }
        }
    }

    private static List<String> receiveAll(BrokerAddress address) throws Exception {
        List<String> ids = new ArrayList<>();
        try (JMSContext context = connect(address);
                var consumer = context.createConsumer(context.createQueue(QueueNames.WORK))) {
            for (Message m = consumer.receive(500); m != null; m = consumer.receive(500)) {
                ids.add(m.getBody(String.class));
            }
        }
        return ids;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
