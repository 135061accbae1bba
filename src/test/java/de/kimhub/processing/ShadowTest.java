package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installations;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code mode: shadow}: everything but sending; and what happens on the way from there to live and back. */
class ShadowTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;
    private final Set<String> down = new HashSet<>();
    private boolean somethingWaits;
    private Consumer<String> point = name -> { };

    @AfterEach
    void stop() {
        if (!somethingWaits) {
            hub.assertEverythingAddsUp();
        }
        hub.close();
    }

    /** Starts the hub, or again with other modes. */
    private void start(String... inShadow) throws IOException {
        start(Map.of(), inShadow);
    }

    private void start(Map<String, String> more, String... inShadow) throws IOException {
        if (hub != null) {
            hub.close();
        }
        Set<String> shadows = Set.of(inShadow);
        Map<String, String> files = new HashMap<>();
        for (String id : List.of("awo", "caritas", "kcm")) {
            files.put("instances/" + id + ".yaml", instance(id, "wohlfahrt-csv", shadows, true));
        }
        for (String id : List.of("jobcenter", "reports")) {
            files.put("instances/" + id + ".yaml", instance(id, id.equals("reports") ? "meldungen-csv" : "jobcenter-csv",
                    shadows, false));
        }
        files.putAll(more);
        hub = new TestHub(database, folder, 3, name -> point.accept(name), Set.of(), files);
        down.forEach(hub::isDown);
        hub.run();
    }

    /** Until it comes up again, also while the hub is started anew. */
    private void goesDown(String tool) {
        down.add(tool);
        hub.isDown(tool);
    }

    private void comesUp(String tool) {
        down.remove(tool);
        hub.isUp(tool);
    }

    private static String instance(String id, String connector, Set<String> shadows, boolean delivers) {
        return """
                title: %s
                connector: %s
                municipality: "05758"
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/%s}
                acknowledgements: {transport: file, folder: ack/%s}
                """.formatted(id, connector, id, id)
                + (id.equals("kcm") ? "authority: kommunales-case-management\n" : "")
                + (delivers ? "deliver: {transport: file, folder: out/" + id + "}\n" : "")
                + (shadows.contains(id) ? "mode: shadow\n" : "mode: live\n");
    }

    private void enrol(String instance, String... consent) {
        hub.give(instance, Exports.awo().entry("1", instance + "-7", "fall_eroeffnet", "Musterfrau", "Beispiela",
                "05.06.1990").consent("2", instance + "-7", "Musterfrau", "Beispiela", "05.06.1990", consent).toString());
        hub.run();
    }

    private void stock(String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString());
        hub.run();
    }

    private void report(String... cells) {
        hub.give("reports", Exports.reports().report(cells[0], cells[1], cells[2],
                java.util.Arrays.copyOfRange(cells, 3, cells.length)).toString());
        hub.run();
    }

    private ShadowReport report() {
        return new ShadowReport(hub.bean(JdbcTemplate.class));
    }

    private long count(String what) {
        return hub.jdbc().sql("select count(*) from " + what).query(Long.class).single();
    }

    @Test
    void of_a_source_in_shadow_everything_is_decided_and_nothing_sent() throws IOException {
        start("jobcenter");
        stock();
        enrol("awo");
        stock(SEWING);

        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.recipient("awo").withheld()).isPositive();
        assertThat(count("hub.event where payload is not null")).as("nobody needs its content").isZero();
        assertThat(report().wouldGo()).containsExactly(new ShadowReport.WouldGo("jobcenter", "awo", "measure.started",
                "jobcenter-massnahmen-an-fallmanagement", 1));
        assertThat(count("hub.event where 'awo:SHADOW' = any(withheld)")).isEqualTo(1);
    }

    @Test
    void a_recipient_in_shadow_is_sent_nothing_while_others_are() throws IOException {
        start("awo");
        enrol("awo");
        stock();
        enrol("caritas", "AZ_STELLEN", "jobcenter", "AZ_NUMMERN", "111A111111");
        stock(SEWING);

        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.lines("caritas")).hasSize(1);
        assertThat(report().wouldGo()).extracting(ShadowReport.WouldGo::recipient).containsExactly("awo");
    }

    @Test
    void acknowledgements_to_a_source_in_shadow_are_withheld_and_counted() throws IOException {
        start("jobcenter");
        stock();
        stock();
        enrol("awo");

        assertThat(hub.files("jobcenter/ack")).isEmpty();
        assertThat(hub.files("awo/ack")).hasSize(1);
        assertThat(report().acknowledgements()).isEqualTo(Map.of("jobcenter", 2L));
    }

    @Test
    void the_report_says_why_the_rest_would_not_go() throws IOException {
        start("jobcenter");
        stock();
        stock(SEWING);

        assertThat(report().wouldGo()).isEmpty();
        assertThat(report().wouldNotGo()).filteredOn(row -> row.recipient().equals("awo")).singleElement()
                .isEqualTo(new ShadowReport.WouldNotGo("jobcenter", "awo", "measure.started", "NOT_ENROLLED",
                        "die Person nimmt nicht teil: kein offener Fall mit Einwilligung", 1));
    }

    @Test
    void a_source_that_goes_live_tells_the_status_of_today_once() throws IOException {
        start("jobcenter");
        stock();
        enrol("awo");
        stock(SEWING);
        start();
        stock(SEWING);

        assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs Muster", ";stand;");
        start();
        stock(SEWING);
        assertThat(hub.lines("awo")).isEmpty();
        assertThat(count("hub.shadow_item")).isZero();
    }

    @Test
    void whose_consent_was_taken_in_shadow_is_told_of_when_its_tool_goes_live() throws IOException {
        start("awo");
        stock();
        enrol("awo");
        stock(SEWING);
        start();
        stock(SEWING);

        assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs Muster", ";stand;");
    }

    @Test
    void going_live_that_is_cut_off_happens_as_a_whole_the_next_time() throws IOException {
        start("jobcenter");
        stock();
        enrol("awo");
        stock(SEWING);
        long asked = count("hub.status_request");
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'killed' using errcode = 'P0001'; end $$").update();
        hub.jdbc().sql("create trigger refuse before delete on hub.shadow_item for each row "
                + "execute function hub.refuse()").update();
        assertThatThrownBy(() -> start()).hasStackTraceContaining("killed");
        assertThat(hub.jdbc().sql("select mode from hub.instance where id = 'jobcenter'").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(count("hub.status_request")).isEqualTo(asked);
        hub.jdbc().sql("drop trigger refuse on hub.shadow_item").update();

        start();
        stock(SEWING);

        assertThat(hub.lines("awo")).hasSize(1);
    }

    @Test
    void a_consent_taken_in_shadow_opens_no_real_flow_between_others() throws IOException {
        start("awo");
        hub.give("kcm", Exports.awo().entry("1", "KCM-1", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .toString());
        stock();
        enrol("awo", "EINW_EMPFAENGER", "kommunales_case_management", "AZ_STELLEN", "kommunales_case_management",
                "AZ_NUMMERN", "KCM-1");
        stock(SEWING);

        assertThat(hub.files("kcm")).isEmpty();
        assertThat(report().wouldGo()).contains(new ShadowReport.WouldGo("jobcenter", "kcm", "measure.started",
                "jobcenter-massnahmen-an-fallmanagement", 1));
        start();
        stock(SEWING);
        assertThat(hub.lines("kcm")).singleElement().asString().startsWith("KCM-1;");
    }

    @Test
    void a_consent_taken_in_shadow_joins_no_files_on_which_real_flows_would_rest() throws IOException {
        start("awo");
        hub.give("kcm", Exports.awo().entry("1", "KCM-1", "fall_eroeffnet", "Beispielfrau", "Beispiela", "05.06.1990")
                .consent("2", "KCM-1", "Beispielfrau", "Beispiela", "05.06.1990", "EINW_EMPFAENGER",
                        "kommunales_case_management").toString());
        stock();
        enrol("caritas");
        stock();
        enrol("awo", "EINW_EMPFAENGER", "kommunales_case_management,wohlfahrtsverband", "AZ_STELLEN",
                "kommunales_case_management,jobcenter", "AZ_NUMMERN", "KCM-1,111A111111");
        stock(SEWING);
        assertThat(hub.files("kcm")).isEmpty();
        assertThat(hub.lines("caritas")).hasSize(1);

        start();
        stock(SEWING);

        assertThat(hub.lines("kcm")).singleElement().asString().startsWith("KCM-1;");
    }

    @Test
    void a_name_that_only_a_tool_in_shadow_knows_links_nothing_on_which_real_flows_would_rest() throws IOException {
        start("awo");
        hub.give("kcm", Exports.awo().entry("1", "KCM-1", "fall_eroeffnet", "Beispielfrau", "Beispiela", "05.06.1990")
                .consent("2", "KCM-1", "Beispielfrau", "Beispiela", "05.06.1990", "EINW_EMPFAENGER",
                        "kommunales_case_management").toString());
        stock();
        enrol("awo", "EINW_EMPFAENGER", "kommunales_case_management,wohlfahrtsverband", "AZ_STELLEN",
                "kommunales_case_management", "AZ_NUMMERN", "KCM-1");
        stock(SEWING);
        assertThat(hub.files("kcm")).isEmpty();

        start();
        stock(SEWING);

        assertThat(hub.lines("kcm")).singleElement().asString().startsWith("KCM-1;");
    }

    @Test
    void what_is_queued_when_its_source_goes_into_shadow_is_withheld_at_sealing() throws IOException {
        start();
        stock();
        enrol("awo");
        goesDown("awo");
        hub.jdbc().sql("insert into hub.delivery_lane (recipient_no, lane, next_attempt_at) select no, 0, 'infinity' "
                + "from hub.instance where id = 'awo'").update();
        stock(SEWING);
        assertThat(hub.recipient("awo").waiting()).isEqualTo(1);
        start("jobcenter");
        comesUp("awo");
        hub.run();

        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.jdbc().sql("select reason from hub.withdrawn_item").query(String.class).list())
                .containsExactly("SHADOW");
        assertThat(report().wouldGo()).isEmpty();
        start();
        stock(SEWING);
        assertThat(hub.lines("awo")).hasSize(1);
    }

    @Test
    void what_was_sealed_for_a_recipient_that_goes_into_shadow_waits_until_it_is_live() throws IOException {
        start();
        stock();
        enrol("awo");
        goesDown("awo");
        stock(SEWING);
        start("awo");
        comesUp("awo");
        hub.run();
        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.recipient("awo").waiting()).isEqualTo(1);
        start();
        comesUp("awo");
        hub.run();

        assertThat(hub.lines("awo")).hasSize(1);
    }

    @Test
    void a_retraction_that_came_in_shadow_reaches_who_has_the_wrong_thing_once_live() throws IOException {
        start();
        enrol("awo");
        report("A", "", "Nähkurs");
        report("B", "", "Malkurs");
        List<String> before = hub.lines("awo");
        assertThat(before).hasSize(2);
        start("reports");
        report("C", "A", "Nähkurs", "STATUS", "storniert");
        assertThat(hub.files("awo")).isEmpty();
        start();

        assertThat(hub.lines("awo")).singleElement().asString().contains(";storno;");
        List<String> all = new java.util.ArrayList<>(before);
        all.addAll(hub.lines("awo"));
        assertThat(Held.measures(all)).containsExactly("Malkurs");
    }

    @Test
    void a_test_record_is_put_aside_by_a_live_instance_also_when_it_is_replayed() throws IOException {
        start();
        enrol("awo");
        report("A", "", "Nähkurs", "TEST", "ja");
        report("B", "", "Malkurs");

        assertThat(hub.lines("awo")).singleElement().asString().contains("Malkurs");
        assertThat(hub.jdbc().sql("select code from hub.quarantine").query(String.class).list())
                .containsExactly("HUB-INT-016");
        assertThat(hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()))
                .isEqualTo(new Replay.Result(0, 1, 0));
    }

    @Test
    void a_test_record_is_processed_in_shadow_and_told_to_nobody_afterwards() throws IOException {
        start("reports");
        enrol("awo");
        report("A", "", "Nähkurs", "TEST", "ja");

        assertThat(hub.source("reports").accepted()).isEqualTo(1);
        assertThat(report().wouldGo()).extracting(ShadowReport.WouldGo::recipient).containsExactly("awo");
        start();
        assertThat(hub.files("awo")).isEmpty();
    }

    @Test
    void a_retraction_marked_as_a_test_does_not_swallow_the_real_one() throws IOException {
        start();
        enrol("awo");
        report("A", "", "Nähkurs");
        assertThat(hub.lines("awo")).hasSize(1);
        start("reports");
        report("T", "A", "Nähkurs", "STATUS", "storniert", "TEST", "ja");
        report("A", "", "Kochkurs", "TEST", "ja");
        start();
        report("C", "A", "Nähkurs", "STATUS", "storniert");

        assertThat(hub.lines("awo")).singleElement().asString().contains(";storno;");
    }

    @Test
    void a_retraction_marked_as_a_test_withdraws_nothing_that_waits() throws IOException {
        start();
        enrol("awo");
        goesDown("awo");
        report("Z", "", "Malkurs");
        report("A", "", "Nähkurs");
        start("reports");
        report("T", "A", "Nähkurs", "STATUS", "storniert", "TEST", "ja");
        start();
        comesUp("awo");
        hub.run();

        assertThat(count("hub.event where state <> 0")).isZero();
        assertThat(Held.measures(hub.lines("awo"))).contains("Nähkurs");
    }

    @Test
    void a_retraction_is_owed_until_both_sides_are_live_one_after_the_other() throws IOException {
        start();
        enrol("awo");
        report("A", "", "Nähkurs");
        start("reports", "awo");
        report("C", "A", "Nähkurs", "STATUS", "storniert");
        start("awo");
        assertThat(hub.files("awo")).isEmpty();
        start();

        assertThat(hub.lines("awo")).singleElement().asString().contains(";storno;");
        assertThat(count("hub.shadow_item")).isZero();
    }

    @Test
    void the_same_when_the_recipient_is_the_first_to_go_live() throws IOException {
        start();
        enrol("awo");
        report("A", "", "Nähkurs");
        start("reports", "awo");
        report("C", "A", "Nähkurs", "STATUS", "storniert");
        start("reports");
        assertThat(hub.files("awo")).isEmpty();
        start();

        assertThat(hub.lines("awo")).singleElement().asString().contains(";storno;");
        assertThat(count("hub.shadow_item")).isZero();
    }

    @Test
    void what_a_batch_decided_in_shadow_while_its_recipient_went_live_is_told() throws IOException {
        start();
        enrol("awo");
        report("A", "", "Nähkurs");
        start("awo");
        AtomicBoolean noticed = new AtomicBoolean();
        point = name -> {
            if (name.equals("processing.before-commit") && !noticed.getAndSet(true)) {
                goesLive("awo");
                inAnotherThread(() -> hub.bean(ModeChanges.class).notice());
            }
        };
        report("C", "A", "Nähkurs", "STATUS", "storniert");
        hub.run();

        assertThat(noticed).isTrue();
        assertThat(hub.lines("awo")).singleElement().asString().contains(";storno;");
        assertThat(count("hub.shadow_item")).isZero();
    }

    private void goesLive(String id) {
        try {
            Files.writeString(folder.resolve("config/test/instances/" + id + ".yaml"),
                    instance(id, "wohlfahrt-csv", Set.of(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hub.bean(CurrentInstallation.class).become(
                Installations.load(folder.resolve("config/test"), Path.of("connectors")));
    }

    private static void inAnotherThread(Runnable work) {
        Thread other = new Thread(work);
        other.start();
        try {
            other.join(5_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
