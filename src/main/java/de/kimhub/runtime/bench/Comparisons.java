package de.kimhub.runtime.bench;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.embedded.BrokerAddress;
import de.kimhub.runtime.embedded.EmbeddedParts;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.OutgoingItem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translator;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** What the hub is compared with, in the same database and with the same broker, once its process has ended. */
final class Comparisons {

    private static final String DATABASE = "bench";
    private static final int BATCH = 500;

    private final EmbeddedParts parts;
    private final DataSource database;
    private final Installation installation;

    Comparisons(LoadInstallation load, EmbeddedParts parts) {
        this.parts = parts;
        var cluster = parts.database().orElseThrow();
        cluster.create(DATABASE);
        database = cluster.dataSource(DATABASE);
        installation = Installations.load(load.configuration(), HubHome.find().connectors());
    }

    /** @return records per second that the rows alone allow: batches of {@value #BATCH}, one connection */
    double bareWork(int records) throws SQLException {
        try (var connection = database.getConnection()) {
            RecordRows.createTables(connection);
            connection.setAutoCommit(false);
            RecordRows rows = new RecordRows(connection);
            long begin = System.nanoTime();
            for (int from = 0; from < records; from += BATCH) {
                rows.insert(from, BATCH);
                connection.commit();
                rows.takeOut(from, BATCH);
                connection.commit();
            }
            return perSecond(records, begin);
        }
    }

    /**
     * The obvious way: for every record the same translation, one transaction, one persistent message that is waited
     * for, and one delivery in a transaction of its own for each of two recipients.
     */
    double naive(Path snapshot, int records) throws SQLException, JMSException, IOException {
        Translator reading = installation.instance(LoadInstallation.JOBCENTER).orElseThrow().connector().translator();
        Translator writing = installation.instance(LoadInstallation.MUNICIPAL).orElseThrow().connector().translator();
        DocumentContent content = DocumentContent.of(Files.readAllBytes(snapshot));
        BrokerAddress broker = parts.broker().orElseThrow();
        try (var connection = database.getConnection();
             var factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
             Connection jms = factory.createConnection();
             Session session = jms.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            jms.start();
            MessageProducer producer = session.createProducer(session.createQueue("hub.delivery"));
            MessageConsumer consumer = session.createConsumer(session.createQueue("hub.delivery"));
            RecordRows.createTables(connection);
            connection.setAutoCommit(false);
            RecordRows rows = new RecordRows(connection);
            var reader = ((Opening.Opened) reading.open(content, ReadMark.START)).reader();
            long begin = System.nanoTime();
            for (int number = 0; number < records; number++) {
                RawRecord record = reader.read(1).getFirst();
                FieldValues fields = measure(reading.translate((RawRecord.Readable) record));
                rows.insert(number, 1);
                connection.commit();
                producer.send(session.createTextMessage(Integer.toString(number)));
                consumer.receive(Duration.ofSeconds(10).toMillis());
                for (int recipient = 0; recipient < 2; recipient++) {
                    byte[] bytes = writing.render(List.of(new OutgoingItem("bench-" + number, EventType.MEASURE_STARTED,
                            MessageKind.EVENT, "case-" + number, fields, FieldValues.EMPTY, null))).bytes();
                    rows.receive(number * 2L + recipient, bytes);
                    connection.commit();
                }
                rows.takeOut(number, 1);
                connection.commit();
            }
            return perSecond(records, begin);
        }
    }

    private static FieldValues measure(Translation translation) {
        return ((Translation.Accepted) translation).drafts().stream()
                .filter(draft -> draft.type() == EventType.MEASURE_STARTED)
                .findFirst().orElseThrow().fields();
    }

    private static double perSecond(int records, long begin) {
        return records * 1e9 / (System.nanoTime() - begin);
    }
}
