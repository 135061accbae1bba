package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The configuration changes between what a source said and what becomes of it. */
class ChangedConfigurationTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter",
                        "AZ_NUMMERN", "1A").toString());
        hub.give("jobcenter", stock());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("1A", "Musterfrau", "Beispiela", "05.06.1990", measure).toString();
    }

    private Installation reload() {
        CurrentInstallation current = hub.bean(CurrentInstallation.class);
        Installation next = Installations.reload(current.now(), Path.of("connectors"), rules -> List.of());
        assertThat(next.problems()).isEmpty();
        current.become(next);
        return next;
    }

    private Path file(String name) {
        return folder.resolve("config/test").resolve(name);
    }

    private String instance(String id) throws IOException {
        return Files.readString(file("instances/" + id + ".yaml"));
    }

    @Test
    void what_was_queued_for_a_recipient_is_delivered_though_it_was_taken_out() throws IOException {
        hub.isDown("awo");
        hub.give("jobcenter", stock(SEWING));
        hub.run();
        Files.delete(file("instances/awo.yaml"));
        Installation now = reload();
        assertThat(now.instance("awo")).isEmpty();
        hub.give("jobcenter", stock("Maßnahme", "Kochkurs Muster", "Eintritt", "01.04.2026"));
        hub.isUp("awo");
        hub.run();

        assertThat(hub.allOf("awo")).contains("Nähkurs Muster").doesNotContain("Kochkurs Muster");
        hub.assertEverythingAddsUp();
    }

    @Test
    void what_a_source_said_is_delivered_though_it_was_taken_out() throws IOException {
        hub.isDown("awo");
        hub.give("jobcenter", stock(SEWING));
        hub.run();
        Files.delete(file("instances/jobcenter.yaml"));
        Installation next = reload();
        hub.bean(CurrentInstallation.class).become(next.withLeaving(Map.of()));
        hub.isUp("awo");
        hub.run();

        assertThat(hub.allOf("awo")).contains("Nähkurs Muster");
        hub.assertEverythingAddsUp();
    }

    @Test
    void acknowledgements_end_with_their_section_and_only_what_was_sealed_still_goes_out() throws IOException {
        int before = hub.files("awo/ack").size();
        hub.isDown("awo");
        hub.give("awo", Exports.awo()
                .entry("3", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
        Files.writeString(file("instances/awo.yaml"), instance("awo").replaceAll("acknowledgements: .*\n", ""));
        reload();
        hub.give("awo", Exports.awo()
                .entry("4", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.isUp("awo");
        hub.run();

        assertThat(hub.files("awo/ack")).hasSize(before + 1);
        assertThat(hub.jdbc().sql("select count(*) from hub.source_document where not acknowledged").query(Long.class)
                .single()).isZero();
    }

    @Test
    void recipients_added_and_removed_while_events_are_held_leave_the_sums_right() throws IOException {
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = 1) execute function hub.refuse()").update();
        hub.give("awo", Exports.awo()
                .entry("3", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990")
                .entry("4", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
        assertThat(hub.recipient("caritas").inReview()).isEqualTo(1);

        String caritas = instance("caritas");
        Files.delete(file("instances/caritas.yaml"));
        Files.writeString(file("instances/neu.yaml"), caritas.replace("caritas", "neu"));
        reload();
        hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());
        hub.run();

        assertThat(hub.recipient("caritas").inReview()).isZero();
        assertThat(hub.recipient("neu").inReview()).isZero();
        hub.assertEverythingAddsUp();
    }

    @Test
    void a_document_is_translated_by_the_version_it_came_in_under_and_a_replay_by_the_present_one() throws IOException {
        String old = version();
        hub.give("awo", Exports.awo().entry("5", "AWO-7", "beratung", "Musterfrau", "Beispiela", "05.06.1990", "THEMA",
                "noch_nie_gesagt").toString());
        copyConnector();
        Path themes = file("connectors/wohlfahrt-csv/codelists/thema.csv");
        Files.writeString(themes, Files.readString(themes).stripTrailing() + "\nnoch_nie_gesagt;sprache;Neu;;\n");
        reload();
        hub.run();
        assertThat(version()).isNotEqualTo(old);
        assertThat(hub.source("awo").quarantined()).isEqualTo(1);

        assertThat(hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()).replayed()).isEqualTo(1);

        assertThat(hub.source("awo").quarantined()).isZero();
        assertThat(hub.jdbc().sql("select definition from hub.quarantine").query(String.class).single())
                .isEqualTo(version());
        assertThat(hub.jdbc().sql("select definition from hub.source_document order by id desc limit 1")
                .query(String.class).single()).isEqualTo(old);
    }

    @Test
    void the_version_of_a_document_is_found_after_a_restart_though_its_connector_is_another_one() throws IOException {
        hub.give("awo", Exports.awo().entry("5", "AWO-7", "beratung", "Musterfrau", "Beispiela", "05.06.1990", "THEMA",
                "noch_nie_gesagt").toString());
        copyConnector();
        Path themes = file("connectors/wohlfahrt-csv/codelists/thema.csv");
        Files.writeString(themes, Files.readString(themes).stripTrailing() + "\nnoch_nie_gesagt;sprache;Neu;;\n");
        hub.close();
        hub = new TestHub(database, folder, 50);
        hub.run();

        assertThat(hub.source("awo").quarantined()).isEqualTo(1);
    }

    private String version() {
        return hub.bean(CurrentInstallation.class).now().instance("awo").map(Instance::connector).orElseThrow().version();
    }

    private void copyConnector() throws IOException {
        Path shipped = Path.of("connectors/wohlfahrt-csv");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Path copy = file("connectors/wohlfahrt-csv").resolve(shipped.relativize(one).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(one, copy);
            }
        }
    }
}
