package de.kimhub.runtime;

import de.kimhub.message.WakeUp;
import de.kimhub.runtime.embedded.QueueNames;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends wake-ups over JMS, apart from any database transaction: within one all of them at once after its commit, and
 * each only once.
 * The broker drops one that waits there already. A failure to send is only noted: the sweep sends it again.
 */
@Component
class JmsWakeUp implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(JmsWakeUp.class);

    private static final long QUIET_NANOS = 60_000_000_000L;

    private final ConnectionFactory broker;
    private final AtomicLong notedAt = new AtomicLong();

    JmsWakeUp(ConnectionFactory broker) {
        this.broker = broker;
    }

    @Override
    public void document(long documentId) {
        wake(new Call(QueueNames.WORK, Long.toString(documentId)));
    }

    @Override
    public void lane(int recipientNo, int lane) {
        wake(new Call(QueueNames.DELIVERY, recipientNo + ":" + lane));
    }

    private void wake(Call call) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            send(Set.of(call));
            return;
        }
        pending().add(call);
    }

    private Set<Call> pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(AfterCommit.class::isInstance)
                .map(AfterCommit.class::cast)
                .filter(synchronization -> synchronization.owner() == this)
                .findFirst()
                .orElseGet(this::register)
                .calls;
    }

    private AfterCommit register() {
        AfterCommit synchronization = new AfterCommit();
        TransactionSynchronizationManager.registerSynchronization(synchronization);
        return synchronization;
    }

    private void send(Set<Call> calls) {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
            for (Call call : calls) {
                send(session, call);
            }
            session.commit();
        } catch (JMSException e) {
            note(e);
        }
    }

    private void note(JMSException error) {
        long now = System.nanoTime();
        long before = notedAt.get();
        if ((before == 0 || now - before > QUIET_NANOS) && notedAt.compareAndSet(before, now)) {
            LOG.warn("The broker cannot be reached; the sweep sends all wake-ups again. [{}] {}",
                    RuntimeProblem.BROKER_START.code(), error.getClass().getSimpleName());
        }
    }

    private static void send(Session session, Call call) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(call.queue()))) {
            Message message = session.createTextMessage(call.body());
            message.setStringProperty(QueueNames.SAME_WORK, call.body());
            producer.send(message);
        }
    }

    private record Call(String queue, String body) {
    }

    private final class AfterCommit implements TransactionSynchronization {

        private final Set<Call> calls = new LinkedHashSet<>();

        private JmsWakeUp owner() {
            return JmsWakeUp.this;
        }

        @Override
        public void afterCommit() {
            send(calls);
        }
    }
}
