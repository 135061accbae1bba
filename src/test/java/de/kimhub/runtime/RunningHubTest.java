package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Descriptor;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.HubConfiguration.Database;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.connector.Secrets;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.RetentionReport;
import de.kimhub.processing.Replay;
import de.kimhub.runtime.embedded.BrokerAddress;
import de.kimhub.runtime.embedded.EmbeddedBroker;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole hub with its embedded parts, in a folder of the test. */
class RunningHubTest {

    private static final HubHome HOME = HubHome.find();

    @TempDir
    Path temp;
    private Path config;

    @BeforeEach
    void makeFolders() throws IOException {
        config = Files.createDirectories(temp.resolve("config/test"));
        for (String folder : new String[] {"export", "import", "quittungen"}) {
            Files.createDirectories(temp.resolve("awo/" + folder));
        }
    }

    @Test
    @ResourceLock(StartsHub.LOG)
    void takesADocumentOverAndWorksOnItThoughAnotherInstanceIsBroken() throws Exception {
        try (RunningHub hub = start()) {
            Path file = temp.resolve("awo/export/a.csv");
            Files.writeString(temp.resolve("a.csv"), "kaputt\n");
            Files.setLastModifiedTime(temp.resolve("a.csv"), FileTime.from(Instant.now().minusSeconds(10)));
            Files.move(temp.resolve("a.csv"), file);

            await().atMost(Duration.ofSeconds(20)).until(() -> count(hub, "state = 2") == 1);
            assertThat(file).doesNotExist();
            Path log = temp.resolve("data/logs/hub.log");
            await().until(() -> Files.readString(log).contains("eb: "));
            assertThat(Files.readString(log)).doesNotContain("relation");
        }
    }

    @Test
    void findsItsDataAgainAndASecondProcessJoinsTheFirst() throws Exception {
        try (RunningHub hub = start()) {
            hub.bean(JdbcClient.class).sql("create table remembered (n int)").update();
            try (RunningHub second = start()) {
                second.bean(JdbcClient.class).sql("insert into remembered values (1)").update();
            }
            assertThat(hub.bean(JdbcClient.class).sql("select n from remembered").query(Integer.class).single()).isOne();
        }
        try (RunningHub hub = start()) {
            assertThat(hub.embeddedDatabase()).get().extracting(EmbeddedDatabase::adopted).isEqualTo(false);
            assertThat(hub.bean(JdbcClient.class).sql("select n from remembered").query(Integer.class).single()).isOne();
        }
    }

    @Test
    void anIdleHubReceivesNothingAndCanReplay() throws Exception {
        try (RunningHub hub = RunningHub.startIdle(HOME, installation())) {
            Files.writeString(temp.resolve("awo/export/a.csv"), "kaputt");
            Files.setLastModifiedTime(temp.resolve("awo/export/a.csv"), FileTime.from(Instant.now().minusSeconds(10)));
            hub.bean(WakeUp.class).document(1);
            assertThat(hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()))
                    .isEqualTo(new Replay.Result(0, 0, 0));
            Thread.sleep(1500);
            assertThat(count(hub, "true")).isZero();
            assertThat(hub.bean(RetentionReport.class).unclassified()).as("Columns without a deletion class. Say in "
                    + "classes() of the PersonalDataHolder that stores them how long they stay, and delete them then; where "
                    + "nothing of a person stands in them, name them in NothingPersonal.").isEmpty();
            assertThat(hub.bean(RetentionReport.class).lines()).isNotEmpty().allMatch(line -> line.overdue() == 0);
        }
    }

    @Test
    void runsOnADatabaseAndABrokerOfOnesOwn() throws Exception {
        try (EmbeddedParts own = EmbeddedParts.open(temp.resolve("own"), true, true, 0)) {
            EmbeddedDatabase database = own.database().orElseThrow();
            BrokerAddress broker = EmbeddedBroker.join(temp.resolve("own"));
            Map<String, String> secrets = Map.of("secret:DB", database.password(), "secret:BROKER", broker.password());
            String url = broker.url().substring(0, broker.url().indexOf('?')) + "?user=hub&password=secret:BROKER";
            Installation installation = installation(
                    Optional.of(new Database(database.url("hub"), EmbeddedDatabase.USER, "secret:DB")), Optional.of(url));
            Files.writeString(temp.resolve("awo/export/a.csv"), "kaputt");
            Files.setLastModifiedTime(temp.resolve("awo/export/a.csv"), FileTime.from(Instant.now().minusSeconds(10)));

            try (RunningHub hub = RunningHub.start(HOME, installation,
                    value -> secrets.getOrDefault(value, value))) {
                await().atMost(Duration.ofSeconds(20)).until(() -> count(hub, "state = 2") == 1);
                assertThat(temp.resolve("data/broker")).doesNotExist();
            }
        }
    }

    private RunningHub start() {
        return RunningHub.start(HOME, installation(), new Secrets(config)::resolve);
    }

    private Installation installation() {
        return installation(Optional.empty(), Optional.empty());
    }

    private Installation installation(Optional<Database> database, Optional<String> broker) {
        HubConfiguration hub = new HubConfiguration(temp.resolve("data"), database, broker,
                new HubConfiguration.Work(1, 1, 100, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                HubConfiguration.Retention.DEFAULT);
        Instance awo = instance("awo", new Endpoint("file",
                Map.of("folder", temp.resolve("awo/export").toString(), "delay", "100")));
        Instance broken = instance("eb", new Endpoint("jdbc",
                Map.of("url", "embedded:eb", "view", "none", "changedAt", "a", "id", "b", "delay", "300")));
        return new Installation("test", config, hub, Optional.empty(), Map.of("awo", awo, "eb", broken), List.of());
    }

    private Instance instance(String id, Endpoint receive) {
        Descriptor descriptor = new Descriptor("refusing", "Refusing", "wohlfahrtsverband", true,
                Optional.of(new Descriptor.Receives(Descriptor.Delivery.EVENTS)), Optional.empty(), Set.of(), "-", "-",
                Period.ofDays(7));
        Connector connector = new Connector(descriptor, new RefusingTranslator(), "1", temp);
        return new Instance(id, id, connector, "05758004", "wohlfahrtsverband", Optional.of(receive), Optional.empty(),
                Optional.empty(), 1, 100, "");
    }

    private static long count(RunningHub hub, String where) {
        return hub.bean(JdbcClient.class).sql("select count(*) from hub.source_document where " + where)
                .query(Long.class).single();
    }
}
