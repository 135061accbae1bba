package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code from}: a first load with years of history floods nobody. */
class FirstDayTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        start("from: 2026-03-01\n", "from: 2026-03-01\n");
    }

    private void start(String reports, String jobcenter) throws IOException {
        if (hub != null) {
            hub.close();
        }
        hub = new TestHub(database, folder, 3, Checkpoints.NONE, Set.of(), Map.of(
                "instances/reports.yaml", instance("reports", "meldungen-csv") + reports,
                "instances/jobcenter.yaml", instance("jobcenter", "jobcenter-csv") + jobcenter));
    }

    private static String instance(String id, String connector) {
        return """
                title: %s
                connector: %s
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/%s}
                """.formatted(id, connector, id);
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void enrol() {
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
    }

    private void give(Exports reports) {
        hub.give("reports", reports.toString());
        hub.run();
    }

    @Test
    void what_happened_before_is_known_and_told_to_nobody() {
        enrol();
        give(Exports.reports().report("A", "", "Nähkurs", "DATUM", "28.02.2026")
                .report("B", "", "Kochkurs", "DATUM", "01.01.2019").report("C", "", "Malkurs", "DATUM", "01.03.2026"));

        assertThat(Held.measures(hub.lines("awo"))).containsExactly("Malkurs");
        assertThat(hub.jdbc().sql("select count(*) from hub.event where 'awo:BEFORE_START' = any(withheld)")
                .query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void what_happened_before_is_no_status_of_today_either() {
        enrol();
        give(Exports.reports().report("A", "", "Nähkurs", "DATUM", "28.02.2026"));
        assertThat(hub.jdbc().sql("select count(*) from hub.status_request r join hub.instance i on i.no = r.instance_no "
                + "where i.id = 'reports'").query(Long.class).single()).isEqualTo(1);

        give(Exports.reports().report("A", "", "Nähkurs", "DATUM", "28.02.2026"));

        assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs", ";stand;");
    }

    @Test
    void the_correction_of_what_a_recipient_has_goes_whenever_it_happened() throws IOException {
        start("", "");
        enrol();
        give(Exports.reports().report("A", "", "Nähkurs", "DATUM", "28.02.2026"));
        assertThat(hub.lines("awo")).hasSize(1);
        start("from: 2026-03-01\n", "");
        give(Exports.reports().report("B", "A", "Kochkurs", "DATUM", "27.02.2026"));

        assertThat(hub.lines("awo")).singleElement().asString().contains(";korrektur;", "Kochkurs");
    }

    @Test
    void a_correction_of_what_nobody_was_told_goes_when_it_happened_later() {
        enrol();
        give(Exports.reports().report("A", "", "Nähkurs", "DATUM", "28.02.2026"));
        give(Exports.reports().report("B", "A", "Nähkurs", "DATUM", "02.03.2026"));

        assertThat(hub.lines("awo")).singleElement().asString().contains(";neu;", "Nähkurs");
    }

    @Test
    void a_first_stock_is_the_status_of_today_whatever_its_dates() {
        enrol();
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990",
                "Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2020").toString());
        hub.run();

        assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs Muster", ";stand;");
    }

    @Test
    void consents_and_closings_of_before_count() throws IOException {
        start("", "");
        hub.close();
        hub = new TestHub(database, folder, 3, Checkpoints.NONE, Set.of(), Map.of("instances/awo.yaml",
                instance("awo", "wohlfahrt-csv") + "from: 2026-12-01\ndeliver: {transport: file, folder: out/awo}\n",
                "instances/reports.yaml", instance("reports", "meldungen-csv")));
        enrol();
        give(Exports.reports().report("A", "", "Nähkurs"));
        assertThat(hub.lines("awo")).hasSize(1);

        hub.give("awo", Exports.awo().entry("3", "AWO-7", "fall_abgeschlossen", "Musterfrau", "Beispiela", "05.06.1990")
                .toString());
        hub.run();
        give(Exports.reports().report("B", "", "Malkurs"));

        assertThat(hub.lines("awo")).hasSize(1);
    }
}
