package de.kimhub.delivery;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Descriptor;
import de.kimhub.connector.Descriptor.AcknowledgementFormat;
import de.kimhub.connector.Descriptor.Capability;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.AuditLog;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A hub's database with instances, people and events, and workers on it. */
final class World {

    final KeyVault keys;
    final RecordingTransport transport = new RecordingTransport();
    final Queue<LaneId> woken = new ConcurrentLinkedQueue<>();
    final Set<Long> refusedEvents = new java.util.HashSet<>();
    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;
    Checkpoints checkpoints = Checkpoints.NONE;
    Duration slice = Duration.ofSeconds(10);
    private final DataSource dataSource;
    private final Map<Integer, Instance> instances = new HashMap<>();

    World(Database database, Path keyFolder) {
        this(database.dataSource(), keyFolder);
    }

    private World(DataSource dataSource, Path keyFolder) {
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        try {
            keys = new KeyFolder(keyFolder).open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tool that gives and takes, by transport "folder" or "ledger". */
    int instance(String id, String transport, int batchSize, Capability... capabilities) {
        Endpoint endpoint = new Endpoint(transport, Map.of());
        return instance(id, Optional.of(endpoint), Optional.of(endpoint), Optional.of(endpoint), batchSize,
                capabilities);
    }

    int instance(String id, Optional<Endpoint> receive, Optional<Endpoint> deliver, Optional<Endpoint> acknowledge,
                 int batchSize, Capability... capabilities) {
        int no = jdbc.queryForObject("insert into hub.instance (id) values (?) returning no", Integer.class, id);
        Set<Capability> can = EnumSet.noneOf(Capability.class);
        can.addAll(List.of(capabilities));
        Descriptor descriptor = new Descriptor(id, id, "jobcenter", true, Optional.empty(),
                Optional.of(new Descriptor.Delivers(Descriptor.Idempotence.LEDGER)), can, "test", "test",
                Period.ofDays(7));
        Connector connector = new Connector(descriptor, new LineTranslator(), "1", Path.of("."));
        instances.put(no, new Instance(id, id, connector, "05758004", "jobcenter", receive, deliver, acknowledge, 4,
                batchSize, ""));
        return no;
    }

    InstanceDirectory directory() {
        return new InstanceDirectory() {
            @Override
            public int numberOf(String instanceId) {
                return instances.entrySet().stream().filter(entry -> entry.getValue().id().equals(instanceId))
                        .findFirst().orElseThrow().getKey();
            }

            @Override
            public Optional<Instance> byNumber(int number) {
                return Optional.ofNullable(instances.get(number));
            }
        };
    }

    WakeUp wakeUp() {
        return new WakeUp() {
            @Override
            public void document(long documentId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void lane(int recipientNo, int lane) {
                woken.add(new LaneId(recipientNo, lane));
            }
        };
    }

    /** Gives everything but the events that the test refuses; never a person's field. */
    SealCheck check() {
        return (recipient, candidates) -> candidates.stream().<SealCheck.Verdict>map(candidate ->
                refusedEvents.contains(candidate.eventId())
                        ? new SealCheck.Verdict.Refused("CONSENT_WITHDRAWN")
                        : new SealCheck.Verdict.Allowed(Set.of(CanonicalSchema.field("measure.name"),
                        CanonicalSchema.field("event.occurredOn")))).toList();
    }

    Acknowledgements acknowledgements(ProblemCatalogue problems) {
        return new Acknowledgements(jdbc, transactions, directory(), new FinishedDocuments(jdbc, keys),
                new BatchStore(jdbc, keys), Map.of(AcknowledgementFormat.CSV, new CsvAcknowledgement(
                new FinishedDocuments(jdbc, keys), new AcknowledgementCsv(problems))), wakeUp());
    }

    Delivery worker() {
        return worker(dataSource);
    }

    /** The same wiring as in production. */
    Delivery worker(DataSource node) {
        JdbcTemplate template = new JdbcTemplate(node);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(node);
        DeliveryConfiguration wiring = new DeliveryConfiguration();
        BatchStore batches = new BatchStore(template, keys);
        Sealer sealer = wiring.sealer(template, manager, keys, check(), batches, new DeliveryIds(keys),
                new EchoDigests(keys), new CorrectionTasks(template),
                new AuditLog(JdbcClient.create(node), new TransactionTemplate(manager), keys));
        LaneStore lanes = new LaneStore(template);
        Recalling recalling = wiring.recalling(template, manager, keys, check(), batches, new DeliveryIds(keys), transport,
                new AuditLog(JdbcClient.create(node), new TransactionTemplate(manager), keys));
        return new LaneWorker(directory(), new LaneLock(node), lanes, batches, sealer, recalling,
                new Sender(transport, batches, name -> checkpoints.reached(name)),
                new Backoff(() -> ThreadLocalRandom.current().nextLong()),
                new LaneSweep(acknowledgements(code -> Optional.empty()), lanes, wakeUp()),
                name -> checkpoints.reached(name), slice);
    }

    long person() {
        return jdbc.queryForObject("insert into identity.person default values returning id", Long.class);
    }

    long sourceCase(int instanceNo, long personId, String number) {
        return jdbc.queryForObject("""
                insert into identity.source_case (instance_no, case_digest, case_number, person_id)
                values (?, ?, ?, ?) returning id""", Long.class, instanceNo, keys.digest("case", number),
                keys.encrypt(number.getBytes(StandardCharsets.UTF_8), "case-number"), personId);
    }

    long event(int instanceNo, long caseId, String measure) {
        return event(instanceNo, caseId, measure, MessageKind.EVENT, null);
    }

    long event(int instanceNo, Long caseId, String measure, MessageKind kind, Long replaces) {
        FieldValues fields = FieldValues.builder().set("measure.name", measure).set("event.occurredOn", "2026-03-01")
                .set("unit.name", "not for everybody").set("person.names.official.family", "Testfamilie").build();
        return jdbc.queryForObject("""
                insert into hub.event (document_id, record_no, case_id, replaces, occurred_on, instance_no, type, kind,
                                       state, rules, payload)
                values (1, 1, ?, ?, date '2026-03-01', ?, ?, ?, 0, 'v1', ?) returning id""", Long.class, caseId,
                replaces, instanceNo, EventType.MEASURE_STARTED.number(), kind.ordinal(),
                keys.encrypt(fields.encode(), "event"));
    }

    void setState(long eventId, StoredEvent.State state) {
        jdbc.update("update hub.event set state = ? where id = ?", state.ordinal(), eventId);
    }

    void queue(int recipientNo, int lane, long... events) {
        List<QueuedItem> items = java.util.Arrays.stream(events)
                .mapToObj(event -> new QueuedItem(recipientNo, lane, event, "rule-" + event)).toList();
        transactions.executeWithoutResult(status -> new Outbox(jdbc).add(items));
    }

    /** As if the waiting time were over. */
    void timePasses() {
        jdbc.update("update hub.delivery_lane set next_attempt_at = now() - interval '1 second'");
    }

    int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }
}
