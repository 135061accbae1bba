package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.privacy.RetentionReport;
import de.kimhub.privacy.RetentionRun;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Freezing, the notice of a breach, who holds what, and what ends with the participation. */
class RightsTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026", "Team", "Team 1"};
    private static final String[] COOKING = {"Maßnahme", "Kochkurs Muster", "Eintritt", "01.04.2026", "Team", "Team 1"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 3);
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter",
                        "AZ_NUMMERN", "111A111111")
                .entry("3", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991")
                .consent("4", "AWO-8", "Testmann", "Probe", "07.08.1991", "AZ_STELLEN", "jobcenter",
                        "AZ_NUMMERN", "222B222222").toString());
        hub.run();
        hub.give("jobcenter", both(SEWING));
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static String both(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991", measure).toString();
    }

    private List<byte[]> file() {
        return List.of(hub.bean(FrozenPersons.class).digest("awo", "AWO-7"));
    }

    private List<String> cooking(String number) {
        return hub.lines("awo").stream().filter(line -> line.contains("Kochkurs") && line.contains(number)).toList();
    }

    @Test
    void of_who_is_frozen_nothing_goes_out_and_nothing_is_lost_also_over_a_restart() throws IOException {
        assertThat(hub.bean(FrozenPersons.class).freeze(file(), "Berta Beispiel")).contains(2);
        hub.give("jobcenter", both(COOKING));
        hub.run();
        assertThat(cooking("AWO-8")).as("others do not wait").isNotEmpty();
        assertThat(cooking("AWO-7")).isEmpty();
        assertThat(hub.bean(FrozenPersons.class).all()).singleElement().satisfies(one -> {
            assertThat(one.files()).isEqualTo(2);
            assertThat(one.waiting()).isPositive();
        });
        hub.close();
        hub = new TestHub(database, folder, 3).run();
        assertThat(cooking("AWO-7")).isEmpty();
        long event = hub.jdbc().sql("select max(event_id) from hub.outbox_item").query(Long.class).single();
        assertThat(hub.bean(EventExplainer.class).explain(event, "test").orElseThrow().recipients().toString())
                .contains("eingefroren");

        assertThat(hub.bean(FrozenPersons.class).unfreeze(file(), "Berta Beispiel")).contains(2);
        hub.run();
        assertThat(cooking("AWO-7")).isNotEmpty();
        hub.assertEverythingAddsUp();
    }

    @Test
    void what_is_sealed_for_a_tool_that_is_down_stays_here_while_its_person_is_frozen() {
        hub.isDown("awo");
        hub.give("jobcenter", both(COOKING));
        hub.run();
        hub.bean(FrozenPersons.class).freeze(file(), "Berta Beispiel");
        hub.isUp("awo");
        hub.run();
        assertThat(cooking("AWO-7")).isEmpty();
        hub.bean(FrozenPersons.class).unfreeze(file(), "Berta Beispiel");
        hub.run();
        assertThat(cooking("AWO-7")).isNotEmpty();
        hub.assertEverythingAddsUp();
    }

    @Test
    void what_is_laid_out_of_who_is_frozen_is_taken_back_and_laid_out_later_and_nobody_else_waits() {
        hub.laysOut("awo");
        hub.give("jobcenter", both(COOKING));
        hub.run();
        hub.bean(FrozenPersons.class).freeze(file(), "Berta Beispiel");
        hub.run();
        assertThat(hub.lying().lines().filter(line -> line.contains("Kochkurs"))).isNotEmpty()
                .noneMatch(line -> line.contains("AWO-7")).anyMatch(line -> line.contains("AWO-8"));

        hub.give("jobcenter", both("Maßnahme", "Malkurs Muster", "Eintritt", "01.05.2026", "Team", "Team 1"));
        hub.run();
        assertThat(hub.lying().lines().filter(line -> line.contains("Malkurs"))).isNotEmpty().noneMatch(line -> line.contains("AWO-7"));

        hub.bean(FrozenPersons.class).unfreeze(file(), "Berta Beispiel");
        hub.run();
        hub.collect("awo");
        List<String> later = hub.lines("awo").stream().filter(line -> line.contains("AWO-7") && line.contains("kurs Muster")).toList();
        assertThat(later).extracting(line -> line.contains("Nähkurs") ? "N" : line.contains("Kochkurs") ? "K" : "M")
                .as("in the order of the file").isSortedAccordingTo(java.util.Comparator.comparing("NKM"::indexOf)).contains("K", "M");
        assertThat(later).doesNotHaveDuplicates();
        hub.assertEverythingAddsUp();
    }

    @Test
    void both_stay_frozen_when_a_wrong_merge_is_parted() {
        hub.bean(FrozenPersons.class).freeze(file(), "Berta Beispiel");
        SourceCases cases = hub.bean(SourceCases.class);
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            SourceCase moved = cases.findAnywhere(List.of(cases.digest("jobcenter", "111A111111"))).getFirst();
            hub.bean(PersonRegister.class).split(moved.personId(), Set.of(moved.id()), "WRONG_LINK", "Berta Beispiel");
        });
        assertThat(hub.bean(FrozenPersons.class).all()).hasSize(2);
    }

    @Test
    void an_incident_names_who_got_which_fields_and_no_value() {
        OffsetDateTime since = OffsetDateTime.parse("2026-03-01T08:00:00+01:00");
        IncidentReport report = hub.bean(IncidentReports.class).ofFile("awo", "AWO-7", since, "Berta Beispiel").orElseThrow();
        assertThat(report.recipients()).extracting(IncidentReport.Recipient::instance).contains("awo");
        assertThat(report.recipients()).anySatisfy(one -> assertThat(one.fields()).contains("measure.name"));
        assertThat(report.due()).startsWith("2026-03-04T08:00");
        assertThat(report.hoursLeft()).isNegative();
        assertThat(report.categories()).isNotEmpty();
        assertThat(report.toString()).doesNotContain("Musterfrau", "Nähkurs", "AWO-7", "111A111111");

        long event = report.recipients().getFirst().given().getFirst().event();
        assertThat(hub.bean(IncidentReports.class).ofEvent(event, since, "test").orElseThrow().records()).isEqualTo(1);
        assertThat(hub.bean(IncidentReports.class).ofEvent(4711, since, "test")).isEmpty();
    }

    @Test
    void who_holds_what_and_whether_its_correction_is_on_the_way() {
        PersonRecipients recipients = hub.bean(PersonRecipients.class);
        assertThat(recipients.of("awo", "AWO-7", "test").orElseThrow()).isNotEmpty().allSatisfy(line ->
                assertThat(line.state()).isEqualTo(PersonRecipients.State.CURRENT));
        hub.isDown("awo");
        hub.give("jobcenter", both(COOKING));
        hub.run();
        assertThat(recipients.of("jobcenter", "111A111111", "test").orElseThrow()).extracting(PersonRecipients.Line::state)
                .contains(PersonRecipients.State.ON_THE_WAY).doesNotContain(PersonRecipients.State.OUTDATED);
        assertThat(recipients.of("awo", "gibt-es-nicht", "test")).isEmpty();
    }

    @Test
    void whose_part_is_over_since_the_period_goes_and_the_report_says_so() {
        RetentionReport report = hub.bean(RetentionReport.class);
        hub.bean(RetentionRun.class).run();
        assertThat(DatabaseSearch.of(hub).count("identity.source_case")).as("in time").isEqualTo(4);
        for (String past : List.of("hub.source_document set received_at = received_at", "identity.person set created_at = created_at")) {
            hub.jdbc().sql("update " + past + " - interval '400 days'").update();
        }
        hub.bean(RetentionRun.class).run();
        assertThat(DatabaseSearch.of(hub).count("identity.source_case")).as("a consent in force").isEqualTo(4);

        hub.jdbc().sql("update hub.consent set withdrawn_on = current_date - 400 where person_id = (select person_id from "
                + "identity.source_case where case_digest = ?)").param(file().getFirst()).update();
        assertThat(report.lines()).anySatisfy(line -> {
            assertThat(line.rule().id()).isEqualTo("teilnahme");
            assertThat(line.overdue()).isEqualTo(1);
        });
        hub.bean(RetentionRun.class).run();
        assertThat(DatabaseSearch.of(hub).count("identity.source_case")).isEqualTo(2);
        assertThat(DatabaseSearch.of(hub).count("hub.erasure_notice")).as("nobody is told").isZero();
        assertThat(report.lines()).filteredOn(line -> line.rule().id().equals("teilnahme")).singleElement().satisfies(line -> {
            assertThat(line.overdue()).isZero();
            assertThat(line.deleted()).isEqualTo(1);
            assertThat(line.lastDeleted()).isNotNull();
        });
        hub.assertEverythingAddsUp();
    }
}
