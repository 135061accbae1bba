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

/** A recipient that gives nothing and reads notice sheets: it is told of whom its number was shown. */
class NoticeSheetTest {

    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};
    private static final String NUMBER = "111A111111";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), Map.of("instances/helfer.yaml", """
                title: Helferkreis
                connector: meldungsblatt
                municipality: "05758032"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                authority: sonstige
                deliver: {transport: file, folder: out/helfer}
                """, "sharing.yaml", """
                rules:
                  - id: massnahmen-an-helfer
                    from: jobcenter
                    to: sonstige
                    events: [measure.started]
                    fields: [event.occurredOn, measure.name]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    secrecyRelease: not-needed
                    unknownPerson: withhold
                    retention: P1Y
                """));
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    @Test
    void of_whom_the_number_was_shown_it_is_told_under_that_number() {
        aMeasureBeginsFor("jobcenter,sonstige", NUMBER + ",H-17");

        assertThat(hub.files("helfer")).singleElement().asString().contains("H-17", "Probe").doesNotContain(PERSON[0]);
    }

    @Test
    void of_others_it_is_not_told() {
        aMeasureBeginsFor("jobcenter", NUMBER);

        assertThat(hub.files("helfer")).isEmpty();
    }

    @Test
    void the_same_number_entered_anew_opens_no_second_file() {
        aMeasureBeginsFor("jobcenter,sonstige", NUMBER + ",H-17");
        hub.give("awo", consent("3", "jobcenter,sonstige", NUMBER + ",H-17"));
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from identity.source_case").query(Long.class).single()).isEqualTo(3);
    }

    private void aMeasureBeginsFor(String offices, String numbers) {
        hub.give("awo", consent("2", offices, numbers));
        hub.give("jobcenter", Exports.jobcenter().person(NUMBER, PERSON[0], PERSON[1], PERSON[2]).toString());
        hub.run();
        hub.give("jobcenter", Exports.jobcenter().person(NUMBER, PERSON[0], PERSON[1], PERSON[2], "Ma\u00DFnahme",
                "Probe", "Eintritt", "01.02.2026").toString());
        hub.run();
    }

    private static String consent(String entry, String offices, String numbers) {
        return Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2]).consent(entry, "AWO-7",
                PERSON[0], PERSON[1], PERSON[2], "EINW_EMPFAENGER", "wohlfahrtsverband,sonstige", "AZ_STELLEN", offices,
                "AZ_NUMMERN", numbers).toString();
    }
}
