package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.Delivery;
import de.kimhub.delivery.FlowReport;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Parcel;
import de.kimhub.delivery.Transport;
import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.intake.HandOver;
import de.kimhub.intake.Intake;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.WakeUp;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.pseudonym.Persons;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.testing.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All stages on a real database with the shipped connectors; the tools are lists of what was handed over to them, and
 * wake-ups are worked off one after the other in {@link #run()}.
 */
final class TestHub implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, List<String>> tools = new LinkedHashMap<>();
    private final Set<String> down = new LinkedHashSet<>();
    private final Set<String> laying = new LinkedHashSet<>();
    private final Map<String, byte[]> staged = new LinkedHashMap<>();
    private final Map<String, byte[]> laidOut = new LinkedHashMap<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final JdbcClient jdbc;
    private int handOvers;
    private boolean recallDies;

    TestHub(Database database, Path folder, int batchSize) throws IOException {
        this(database, folder, batchSize, Checkpoints.NONE);
    }

    TestHub(Database database, Path folder, int batchSize, Checkpoints checkpoints) throws IOException {
        this(database, folder, batchSize, checkpoints, Set.of());
    }

    /** @param broken instances whose files have an error */
    TestHub(Database database, Path folder, int batchSize, Checkpoints checkpoints, Set<String> broken)
            throws IOException {
        this(database, folder, batchSize, checkpoints, broken, Map.of());
    }

    /** @param files of the installation, by their path in it: besides the usual ones, or instead of them */
    TestHub(Database database, Path folder, int batchSize, Checkpoints checkpoints, Set<String> broken,
            Map<String, String> files) throws IOException {
        this.jdbc = database.jdbc();
        Installation installation = installation(folder, batchSize, broken, files);
        KeyVault keys = new KeyFolder(folder.resolve("keys")).open();
        DataSource dataSource = database.dataSource();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test",
                Map.of("kimhub.erasure.marks", folder.resolve("keys").toString())));
        context.getBeanFactory().registerSingleton("dataSource", dataSource);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(KeyVault.class, () -> keys);
        context.registerBean(CurrentInstallation.class, () -> new CurrentInstallation(installation));
        context.registerBean(HubConfiguration.class, installation::hub);
        context.registerBean(Checkpoints.class, () -> checkpoints);
        context.registerBean(WakeUp.class, Wakes::new);
        context.registerBean(Transport.class, Tools::new);
        if (files.containsKey("pseudonym-domains.yaml")) {
            pseudonyms(folder);
        }
        if (files.containsKey("steering.yaml")) {
            context.registerBean(CurrentSettings.class, () -> CurrentSettings.of(folder.resolve("config/test")));
            context.registerBean(DisclosureMethod.class, CellSuppression::new);
            context.scan("de.kimhub.steering.fact", "de.kimhub.steering.release");
        }
        context.scan("de.kimhub.intake", "de.kimhub.linkage", "de.kimhub.sharing", "de.kimhub.delivery",
                "de.kimhub.processing", "de.kimhub.privacy");
        context.refresh();
    }

    private void pseudonyms(Path folder) {
        context.registerBean(KeyFolder.class, () -> new KeyFolder(folder.resolve("keys")));
        context.registerBean(java.time.Clock.class, java.time.Clock::systemDefaultZone);
        context.registerBean(PseudonymDomains.class, () -> DomainsFile.load(folder.resolve("config/test"), new ArrayList<>()));
        context.registerBean(Persons.class, () -> (after, atMost) -> jdbc.sql("select id from identity.person where id > ? order by id "
                + "limit ?").params(after, atMost).query(Long.class).list());
        context.scan("de.kimhub.pseudonym");
    }

    private static Installation installation(Path folder, int batchSize, Set<String> broken, Map<String, String> files)
            throws IOException {
        Path config = Files.createDirectories(folder.resolve("config/test"));
        Files.createDirectories(config.resolve("instances"));
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\nwork: {batchSize: " + batchSize + "}\n");
        Files.copy(Path.of("config/demo/sharing.yaml"), config.resolve("sharing.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        instance(config, "jobcenter", "jobcenter-csv", "05758", false);
        instance(config, "awo", "wohlfahrt-csv", "05758004", true);
        instance(config, "caritas", "wohlfahrt-csv", "05758012", true);
        instance(config, "ki", "ki-koordination-jdbc", "05758", true);
        for (String id : broken) {
            instance(config, id, "nirgends", "05758", true);
        }
        Path own = Files.createDirectories(config.resolve("connectors/meldungen-csv"));
        for (String file : List.of("connector.yaml", "receive.yaml")) {
            Files.copy(Path.of("src/test/resources/connectors/meldungen-csv", file), own.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(config.resolve(file.getKey()), file.getValue());
        }
        Installation installation = Installations.load(config, Path.of("connectors"));
        assertThat(installation.problems().isEmpty()).as(installation.problems().toString())
                .isEqualTo(broken.isEmpty());
        assertThat(installation.instances()).doesNotContainKeys(broken.toArray(String[]::new));
        return installation;
    }

    private static void instance(Path config, String id, String connector, String municipality, boolean delivers)
            throws IOException {
        Files.writeString(config.resolve("instances/" + id + ".yaml"), """
                title: %s
                connector: %s
                municipality: "%s"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/%s}
                """.formatted(id, connector, municipality, id)
                + (id.equals("ki") ? "" : "acknowledgements: {transport: file, folder: ack/" + id + "}\n")
                + (delivers ? "deliver: {transport: file, folder: out/" + id + "}\n" : ""));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Hands over a document in the tool's charset. */
    long give(String instance, String content) {
        return give(instance, "export-" + handOvers + ".csv", content);
    }

    long give(String instance, String name, String content) {
        Charset charset = instance.equals("jobcenter") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        return give(instance, name, content.getBytes(charset));
    }

    long give(String instance, String name, byte[] content) {
        try {
            return bean(Intake.class).accept(instance, new HandOver(name, content.length,
                    Instant.EPOCH.plusSeconds(handOvers++)), new ByteArrayInputStream(content)).documentId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works until nothing is left to do, then looks for forgotten work as the sweep does. */
    TestHub run() {
        for (int sweep = 0; sweep < 2; sweep++) {
            bean(Processing.class).wakeUnfinished();
            bean(Delivery.class).wakeDueLanes();
            while (!work.isEmpty()) {
                work.remove().run();
            }
        }
        return this;
    }

    /** Everything the tool was given, one entry a file. */
    List<String> files(String tool) {
        return tools.getOrDefault(tool, List.of());
    }

    /** Lines that the tool was given, without header lines. */
    List<String> lines(String tool) {
        return files(tool).stream().flatMap(file -> file.lines().skip(1)).toList();
    }

    String allOf(String tool) {
        return String.join("\n", files(tool));
    }

    /** From now on its files lie in a folder until they are collected. */
    void laysOut(String tool) {
        laying.add(tool);
    }

    /** What lies in the folder and beside it. */
    String lying() {
        StringBuilder all = new StringBuilder();
        List.of(staged, laidOut).forEach(files -> files.values().forEach(bytes ->
                all.append(new String(bytes, StandardCharsets.UTF_8))));
        return all.toString();
    }

    /** The next time that something is taken back, the hub gets no further than that. */
    void diesTakingBack() {
        recallDies = true;
    }

    /** What lies in the folder, one entry a file. */
    List<String> laidOut() {
        return laidOut.values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
    }

    void collect(String tool) {
        laidOut.values().forEach(bytes -> tools.computeIfAbsent(tool, id -> new ArrayList<>())
                .add(new String(bytes, StandardCharsets.UTF_8)));
        laidOut.clear();
    }

    void isDown(String tool) {
        down.add(tool);
    }

    void isUp(String tool) {
        down.remove(tool);
        jdbc.sql("update hub.delivery_lane set next_attempt_at = now()").update();
    }

    FlowReport.Source source(String id) {
        return bean(FlowReport.class).sources().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    FlowReport.Recipient recipient(String id) {
        return bean(FlowReport.class).recipients().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** The promise's sums hold, and nothing waits. */
    void assertEverythingAddsUp() {
        assertThat(bean(FlowReport.class).sources()).allSatisfy(source ->
                assertThat(source.addsUp()).as(source.toString()).isTrue());
        assertThat(bean(FlowReport.class).recipients()).allSatisfy(recipient -> {
            assertThat(recipient.addsUp()).as(recipient.toString()).isTrue();
            assertThat(recipient.waiting()).as(recipient.toString()).isZero();
        });
    }

    @Override
    public void close() {
        context.close();
    }

    private final class Wakes implements WakeUp {

        private final Set<Object> queued = new LinkedHashSet<>();

        @Override
        public void document(long documentId) {
            if (queued.add(documentId)) {
                work.add(() -> {
                    queued.remove(documentId);
                    if (bean(Processing.class).work(documentId)) {
                        document(documentId);
                    }
                });
            }
        }

        @Override
        public void lane(int recipientNo, int lane) {
            if (queued.add(new LaneId(recipientNo, lane))) {
                work.add(() -> {
                    queued.remove(new LaneId(recipientNo, lane));
                    if (bean(Delivery.class).drain(recipientNo, lane)) {
                        lane(recipientNo, lane);
                    }
                });
            }
        }
    }

    private final class Tools implements Transport {

        @Override
        public boolean stages(Instance recipient, Parcel parcel) {
            return laying.contains(recipient.id()) && !parcel.acknowledgement();
        }

        @Override
        public void stage(Instance recipient, Parcel parcel) {
            staged.put(parcel.fileName(), parcel.bytes());
        }

        @Override
        public void publish(Instance recipient, Parcel parcel) {
            byte[] bytes = staged.remove(parcel.fileName());
            if (bytes != null) {
                laidOut.put(parcel.fileName(), bytes);
            }
        }

        @Override
        public boolean recall(Instance recipient, Parcel parcel) throws de.kimhub.delivery.TransportException {
            if (down.contains(recipient.id())) {
                throw new de.kimhub.delivery.TransportException("TEST-DOWN", "is down", null);
            }
            byte[] bytes = laidOut.remove(parcel.fileName());
            if (bytes != null) {
                staged.put(parcel.fileName(), bytes);
            }
            if (recallDies) {
                recallDies = false;
                throw new IllegalStateException("killed");
            }
            return staged.containsKey(parcel.fileName());
        }

        @Override
        public void discard(Instance recipient, Parcel parcel) {
            staged.remove(parcel.fileName());
        }

        @Override
        public void send(Instance recipient, Parcel parcel) throws de.kimhub.delivery.TransportException {
            if (down.contains(recipient.id())) {
                throw new de.kimhub.delivery.TransportException("TEST-DOWN", "is down", null);
            }
            tools.computeIfAbsent(recipient.id() + switch (parcel.kind()) {
                case EVENTS -> "";
                case ACKNOWLEDGEMENT -> "/ack";
                case ENROLMENT_LIST -> "/list";
            }, id -> new ArrayList<>())
                    .add(new String(parcel.bytes(), StandardCharsets.UTF_8));
        }
    }
}
