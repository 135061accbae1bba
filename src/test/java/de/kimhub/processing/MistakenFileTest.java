package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file that held somebody else's data by mistake, until its source corrected it. */
class MistakenFileTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), Map.of("instances/reports.yaml", """
                title: Meldungen
                connector: meldungen-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/reports}
                acknowledgements: {transport: file, folder: ack/reports}
                """));
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void jobcenter(String family, String given, String birth, String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", family, given, birth, measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString());
        hub.run();
    }

    private void reports(Exports reports) {
        hub.give("reports", reports.toString());
        hub.run();
    }

    private long personOf(String instance) {
        return hub.jdbc().sql("select s.person_id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                + "where i.id = ?").param(instance).query(Long.class).single();
    }

    private long retracted() {
        return hub.jdbc().sql("select count(*) from identity.persona where retracted_at is not null").query(Long.class)
                .single();
    }

    @Test
    void a_report_that_corrects_who_it_is_about_takes_back_what_was_told() {
        reports(Exports.reports().report("A", "", "Nähkurs"));
        assertThat(Held.measures(hub.lines("awo"))).containsExactly("Nähkurs");

        reports(Exports.reports().report("B", "A", "Nähkurs", "NAME", "Probenko", "VORNAME", "Boris", "GEBURT",
                "03.11.1971"));

        assertThat(personOf("reports")).isNotEqualTo(personOf("awo"));
        assertThat(Held.measures(hub.lines("awo"))).isEmpty();
        assertThat(hub.lines("awo")).hasSize(2);
        assertThat(retracted()).isEqualTo(1);
    }

    @Test
    void a_correction_of_the_measure_alone_leaves_the_person_as_it_is() {
        reports(Exports.reports().report("A", "", "Nähkurs"));
        reports(Exports.reports().report("B", "A", "Kochkurs"));

        assertThat(personOf("reports")).isEqualTo(personOf("awo"));
        assertThat(Held.measures(hub.lines("awo"))).containsExactly("Kochkurs");
        assertThat(retracted()).isZero();
    }

    @Test
    void while_another_report_still_says_so_the_file_stays_linked() {
        reports(Exports.reports().report("A", "", "Nähkurs").report("C", "", "Malkurs"));
        reports(Exports.reports().report("B", "A", "Kochkurs", "NAME", "Probenko", "VORNAME", "Boris", "GEBURT",
                "03.11.1971"));

        assertThat(personOf("reports")).isEqualTo(personOf("awo"));
        assertThat(retracted()).isZero();

        reports(Exports.reports().report("D", "C", "Malkurs", "NAME", "Probenko", "VORNAME", "Boris", "GEBURT",
                "03.11.1971"));

        assertThat(personOf("reports")).isNotEqualTo(personOf("awo"));
        assertThat(retracted()).isEqualTo(1);
    }

    @Test
    void a_report_that_is_moved_to_another_file_leaves_nothing_of_its_person_behind() {
        reports(Exports.reports().report("A", "", "Nähkurs").report("X", "", "Kochkurs", "NAME", "Probenko", "VORNAME",
                "Boris", "GEBURT", "03.11.1971"));
        assertThat(personOf("reports")).isEqualTo(personOf("awo"));

        reports(Exports.reports().report("B", "A", "Nähkurs", "AKTE", "BG-9"));

        assertThat(hub.jdbc().sql("""
                select count(*) from identity.source_case s join hub.instance i on i.no = s.instance_no
                 where i.id = 'reports' and s.person_id = ?""").param(personOf("awo")).query(Long.class).single())
                .as("only the file that is hers").isEqualTo(1);
        assertThat(retracted()).isEqualTo(1);
    }

    @Test
    void a_row_that_is_somebody_elses_altogether_is_no_longer_hers() {
        jobcenter("Musterfrau", "Beispiela", "05.06.1990");
        jobcenter("Musterfrau", "Beispiela", "05.06.1990", SEWING);
        assertThat(hub.lines("awo")).isNotEmpty();

        jobcenter("Probenko", "Boris", "03.11.1971", SEWING);

        assertThat(personOf("jobcenter")).isNotEqualTo(personOf("awo"));
        assertThat(Held.measures(hub.lines("awo"))).isEmpty();
    }

    @Test
    void who_marries_stays_who_she_is() {
        jobcenter("Musterfrau", "Beispiela", "05.06.1990");
        jobcenter("Beispielmann", "Beispiela", "05.06.1990", SEWING);

        assertThat(personOf("jobcenter")).isEqualTo(personOf("awo"));
        assertThat(Held.measures(hub.lines("awo"))).containsExactly("Nähkurs Muster");
    }

    /** Her file at the Jobcenter is known, since it may be somebody else's as well. */
    @Test
    void a_link_is_looked_for_anew_when_the_office_that_took_the_consent_corrects_the_name() {
        hub.give("caritas", Exports.awo().entry("1", "CAR-1", "fall_eroeffnet", "Vorlagenfrau", "Ayse", "02.03.1980")
                .consent("2", "CAR-1", "Vorlagenfrau", "Ayse", "02.03.1980").toString());
        hub.run();
        jobcenter("Erfundenfrau", "Ayse", "02.03.1980");
        assertThat(personOf("jobcenter")).as("in doubt").isNotEqualTo(personOf("awo"));

        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Erfundenfrau", "Ayse", "02.03.1980")
                .toString());
        hub.run();

        assertThat(personOf("jobcenter")).isEqualTo(personOf("awo"));
    }

    @Test
    void what_is_replayed_says_who_the_person_is_as_what_comes_in_time_does() {
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        jobcenter("Beispielfrau", "Beispiela", "05.06.1990");
        assertThat(personOf("jobcenter")).as("in doubt").isNotEqualTo(personOf("awo"));
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = 1) execute function hub.refuse()").update();
        jobcenter("Musterfrau", "Beispiela", "05.06.1990", SEWING);
        assertThat(hub.source("jobcenter").quarantined()).isEqualTo(1);
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();

        hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());
        hub.run();

        assertThat(personOf("jobcenter")).isEqualTo(personOf("awo"));
    }

    @Test
    void a_refused_report_that_was_corrected_meanwhile_says_nothing_of_the_person() {
        reports(Exports.reports().report("X", "", "Malkurs"));
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = 1) execute function hub.refuse()").update();
        reports(Exports.reports().report("A", "", "Nähkurs", "NAME", "Probenko", "VORNAME", "Boris", "GEBURT",
                "03.11.1971"));
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
        reports(Exports.reports().report("B", "A", "Nähkurs"));

        hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from identity.persona p join identity.source_case s on s.id = p.case_id "
                + "join hub.instance i on i.no = s.instance_no where i.id = 'reports'").query(Long.class).single())
                .isEqualTo(1);
    }
}
