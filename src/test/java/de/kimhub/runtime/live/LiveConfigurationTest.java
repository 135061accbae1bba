package de.kimhub.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.operations.Health;
import de.kimhub.processing.Replay;
import de.kimhub.runtime.transport.Instances;
import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.testing.Database;
import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files change while the hub runs. */
@StartsHub
class LiveConfigurationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temp;

    @RegisterExtension
    final Database database = new Database();

    private LiveHub live;

    @BeforeEach
    void start() {
        live = new LiveHub(temp).on(database);
        live.mkdirs("tools/awo/in", "tools/awo/out", "tools/awo/ack", "tools/vhs/in");
        awo("AWO");
        live.start();
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private void awo(String contact) {
        live.instance("awo", "wohlfahrt-csv", """
                contact: "%s"
                receive: {transport: file, folder: ../../tools/awo/in, delay: "100", minAge: "100"}
                deliver: {transport: file, folder: ../../tools/awo/out}
                acknowledgements: {transport: file, folder: ../../tools/awo/ack}
                """.formatted(contact));
    }

    private void vhs() {
        live.instance("vhs", "sprachkurstraeger-csv",
                "receive: {transport: file, folder: ../../tools/vhs/in, delay: \"100\", minAge: \"100\"}\n");
    }

    private void export(String tool, String name, String content) {
        try {
            Path file = temp.resolve("tools/" + tool + "/in/" + name);
            Path written = temp.resolve(name + ".new");
            Files.writeString(written, content);
            Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(10)));
            Files.move(written, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String what) {
        return live.hub.bean(JdbcClient.class).sql("select count(*) from " + what).query(Long.class).single();
    }

    private Installation now() {
        return live.hub.bean(CurrentInstallation.class).now();
    }

    @Test
    void a_new_instance_receives_and_one_that_is_taken_out_is_worked_off() {
        vhs();
        live.reload();
        export("vhs", "a.csv", "kaputt\n");
        await().atMost(PATIENCE).until(() -> count("hub.source_document where state = 2") == 1);
        assertThat(live.said).contains("Neu: Instanz vhs");

        live.delete("config/test/instances/vhs.yaml");
        live.reload();
        export("vhs", "b.csv", "kaputt\n");

        assertThat(now().instance("vhs")).isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> {
            live.tend();
            assertThat(now().working("vhs")).isEmpty();
        });
        assertThat(live.said).contains("Entfernt: Instanz vhs", "Abgearbeitet: Instanz vhs");
        assertThat(temp.resolve("tools/vhs/in/b.csv")).exists();
        vhs();
        live.reload();
        await().atMost(PATIENCE).until(() -> count("hub.source_document where state = 2") == 2);
    }

    @Test
    void a_broken_file_leaves_its_instance_as_it_was_and_is_named_on_the_terminal_and_in_health() {
        live.write("config/test/instances/awo.yaml", "title: AWO\nconnector: wolfahrt-csv\n");
        live.reload();

        assertThat(now().instance("awo")).isPresent();
        assertThat(live.said).anyMatch(line -> line.startsWith("Fehlerhaft, die letzte gültige Fassung läuft weiter: ")
                && line.contains("instances/awo.yaml") && line.contains("[HUB-"));
        live.hub.bean(ConfigurationWatch.class).look(live.said::add);
        assertThat(new Health(live.hub.bean(JdbcTemplate.class)).findings()).anyMatch(finding ->
                finding.state() == Health.State.BROKEN && finding.component().contains("instances/awo.yaml"));

        live.close();
        live.start();
        assertThat(now().instance("awo")).as("also after a restart").isPresent();
        export("awo", "a.csv", "kaputt\n");
        await().atMost(PATIENCE).until(() -> count("hub.source_document where state = 2") == 1);

        awo("AWO");
        live.reload();
        assertThat(live.said).anyMatch(line -> line.startsWith("Behoben: "));
        assertThat(now().problems()).isEmpty();
    }

    @Test
    void what_the_steering_group_is_told_is_taken_up_and_with_an_error_stays_as_it_was() {
        String settings = """
                catalogue: test
                kreis: {code: "05758", name: Kreis Test}
                municipalities: [{code: "05758004", name: Bünde}]
                organisations: [{id: awo, name: AWO, instances: [awo]}]
                threshold: 7
                """;
        CurrentSettings steering = live.hub.bean(CurrentSettings.class);
        assertThat(steering.now().given()).isFalse();
        live.write("config/test/steering.yaml", settings);
        live.reload();
        assertThat(steering.now().threshold()).isEqualTo(7);
        assertThat(live.said).contains("Geändert: steering.yaml");

        live.write("config/test/steering.yaml", settings.replace("threshold: 7", "threshold: 2"));
        live.reload();
        assertThat(steering.now().threshold()).isEqualTo(7);
        assertThat(live.hub.bean(LiveConfiguration.class).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(Health.State.BROKEN);
            assertThat(entry.component()).contains("steering.yaml");
        });

        live.write("config/test/steering.yaml", settings.replace("threshold: 7", "threshold: 5"));
        live.reload();
        assertThat(steering.now().threshold()).isEqualTo(5);
        assertThat(live.said).contains("Behoben: steering.yaml");
        assertThat(live.hub.bean(LiveConfiguration.class).entries()).isEmpty();
    }

    @Test
    void an_instance_in_test_takes_marked_data_only_and_leaves_the_rest_where_it_is_until_it_is_released() {
        String ways = "receive: {transport: file, folder: ../../tools/vhs/in, delay: \"100\", minAge: \"100\"}\n";
        live.instance("vhs", "sprachkurstraeger-csv", "mode: test\n" + ways);
        live.reload();
        export("vhs", "echt.csv", "kaputt\n");
        export("vhs", "testdaten-1.csv", "kaputt\n");

        await().atMost(PATIENCE).until(() -> count("hub.source_document where state = 2") == 1);
        assertThat(temp.resolve("tools/vhs/in/echt.csv")).exists();
        assertThat(temp.resolve("tools/vhs/in/testdaten-1.csv")).doesNotExist();

        live.instance("vhs", "sprachkurstraeger-csv", "mode: live\n" + ways);
        live.reload();
        assertThat(now().instance("vhs--test")).as("not without the release").isPresent();
        assertThat(live.said).anyMatch(line -> line.contains("[HUB-CON-033]"));

        live.instance("vhs", "sprachkurstraeger-csv", ways);
        live.reload();
        assertThat(now().instance("vhs")).isPresent();
        await().atMost(PATIENCE).until(() -> count("hub.source_document where state = 2") == 2);
        assertThat(temp.resolve("tools/vhs/in/echt.csv")).doesNotExist();
    }

    @Test
    void broken_rules_and_an_unmounted_folder_change_nothing() throws IOException {
        Installation before = now();
        live.write("config/test/sharing.yaml", "rules:\n  - id: halb\n    from: jobcenter\n");
        live.reload();
        assertThat(now().sharing()).isEqualTo(before.sharing());

        Files.move(live.config(), temp.resolve("elsewhere"));
        live.reload();
        assertThat(now().instances()).isEqualTo(before.instances());
        assertThat(live.said).anyMatch(line -> line.contains("HUB-CON-045"));
        Files.move(temp.resolve("elsewhere"), live.config());
    }

    @Test
    void a_changed_endpoint_is_used_and_one_that_cannot_be_set_up_leaves_the_old_one_running() {
        live.mkdirs("tools/awo/in2");
        live.instance("awo", "wohlfahrt-csv",
                "receive: {transport: file, folder: ../../tools/awo/in2, delay: \"100\", minAge: \"100\"}\n");
        live.reload();
        export("awo2", "a.csv");
        await().atMost(PATIENCE).until(() -> count("hub.source_document") == 1);

        live.instance("awo", "wohlfahrt-csv", "receive: {transport: file, folder: ../../tools/awo/in,"
                + " include: \"secret:MISSING_HERE\", delay: \"100\"}\n");
        live.reload();
        assertThat(live.said).anyMatch(line -> line.startsWith("Gestört: awo-receive"));
        export("awo2", "b.csv");
        await().atMost(PATIENCE).until(() -> count("hub.source_document") == 2);
    }

    private void export(String tool, String name) {
        try {
            Files.writeString(temp.resolve("tools/awo/in" + tool.substring(3) + "/" + name), "kaputt " + name + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_changed_connector_is_remembered_by_version_and_refused_records_are_replayed_under_the_new_one()
            throws IOException {
        Path own = live.ownConnector("wohlfahrt-csv");
        live.reload();
        String sample = Files.readString(LiveHub.HOME.connectors()
                .resolve("wohlfahrt-csv/samples").resolve(anySample()).resolve("input.csv"));
        String old = now().instance("awo").orElseThrow().connector().version();
        export("awo", "a.csv", sample);
        await().atMost(PATIENCE).until(() -> count("hub.source_document where state = 1") == 1);

        Path themes = own.resolve("codelists/thema.csv");
        Files.writeString(themes, Files.readString(themes).stripTrailing() + "\nneu_hier;sprache;Neu;;\n");
        live.reload();

        assertThat(live.said).contains("Geändert: Konnektor wohlfahrt-csv");
        String version = now().instance("awo").orElseThrow().connector().version();
        assertThat(version).isNotEqualTo(old);
        assertThat(count("hub.connector_version where version in ('" + old + "', '" + version + "')")).isEqualTo(2);
        assertThat(count("hub.source_document where definition = '" + old + "'")).isEqualTo(1);
        assertThat(live.hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()).skipped()).isZero();
    }

    @Test
    void a_transport_that_is_edited_badly_leaves_its_ways_running_and_is_taken_up_once_it_is_mended() throws IOException {
        String file = "config/test/transports/file-receive.kamelet.yaml";
        String good = Files.readString(LiveHub.HOME.transports().resolve("file-receive.kamelet.yaml"));
        live.write(file, good.replace("from:", "from:  "));
        live.reload();
        assertThat(live.hub.bean(Instances.class).broken()).isEmpty();

        live.write(file, good.replaceAll("uri: .*", "uri: gibt-es-nicht:hier"));
        live.reload();
        assertThat(live.said).anyMatch(line -> line.startsWith("Gestört: awo-receive"));
        export("awo", "a.csv", "kaputt a\n");
        await().atMost(PATIENCE).until(() -> count("hub.source_document") == 1);
        live.hub.bean(Instances.class).retryBroken();
        export("awo", "b.csv", "kaputt b\n");
        await().atMost(PATIENCE).until(() -> count("hub.source_document") == 2);

        live.write(file, good + "# mended\n");
        live.reload();
        assertThat(live.hub.bean(Instances.class).broken()).isEmpty();
        export("awo", "c.csv", "kaputt c\n");
        await().atMost(PATIENCE).until(() -> count("hub.source_document") == 3);
    }

    @Test
    void a_transport_that_is_no_yaml_or_names_a_missing_class_is_taken_up_once_it_is_mended() throws IOException {
        String file = "config/test/transports/file-deliver.kamelet.yaml";
        String good = Files.readString(LiveHub.HOME.transports().resolve("file-deliver.kamelet.yaml"));
        for (String bad : List.of(good.replace("transport.FileDrop", "transport.NoSuch"), "apiVersion: [\n")) {
            live.write(file, bad);
            live.reload();
            assertThat(live.hub.bean(Instances.class).broken()).as(bad).isNotEmpty()
                    .allMatch(way -> way.contains("[HUB-RUN-028]"));
            assertThat(live.hub.bean(CamelContext.class).getRoute("awo-deliver")).isNotNull();
            live.write(file, good);
            live.reload();
            assertThat(live.hub.bean(Instances.class).broken()).isEmpty();
            assertThat(live.hub.bean(CamelContext.class).getRoute("awo-deliver")).isNotNull();
        }
    }

    @Test
    void who_comes_back_to_be_worked_off_is_remembered_over_a_restart() {
        vhs();
        live.reload();
        live.delete("config/test/instances/vhs.yaml");
        live.reload();
        await().atMost(PATIENCE).untilAsserted(() -> {
            live.tend();
            assertThat(now().working("vhs")).isEmpty();
        });
        live.hub.bean(JdbcClient.class).sql("insert into hub.held_event (instance_no, case_digest, event_id) select no,"
                + " '\\x01'::bytea, 999 from hub.instance where id = 'vhs'").update();
        live.tend();
        assertThat(now().working("vhs")).as("a batch that began before still held something").isPresent();

        live.close();
        live.start();

        assertThat(now().working("vhs")).isPresent();
        assertThat(now().instance("vhs")).isEmpty();
    }

    /** The database knows what is queued; the hub that was started again does not know the former way any more. */
    @Test
    void lanes_in_which_something_waits_stay_though_the_way_out_was_lost_and_the_hub_started_again() {
        live.hub.bean(JdbcClient.class).sql("""
                with later as (insert into hub.delivery_lane (recipient_no, lane, next_attempt_at, failures)
                               select no, 0, now() + interval '1 hour', 1 from hub.instance where id = 'awo')
                insert into hub.outbox_item (recipient_no, lane, event_id, rule)
                select no, 0, 999, 'r' from hub.instance where id = 'awo'""").update();
        String receive = "receive: {transport: file, folder: ../../tools/awo/in}\n";
        live.instance("awo", "wohlfahrt-csv", receive);
        live.reload();
        live.close();
        live.start();

        live.instance("awo", "wohlfahrt-csv",
                receive + "lanes: \"3\"\ndeliver: {transport: file, folder: ../../tools/awo/out}\n");
        live.reload();

        assertThat(now().instance("awo").orElseThrow().deliver()).isEmpty();
        assertThat(live.said).anyMatch(line -> line.contains("lanes"));
    }

    private static String anySample() {
        try (var samples = Files.list(LiveHub.HOME.connectors().resolve("wohlfahrt-csv/samples"))) {
            return samples.filter(folder -> Files.exists(folder.resolve("expected.json"))).sorted().findFirst().orElseThrow()
                    .getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
