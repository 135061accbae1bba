package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a tool's export to the other tools, through all stages on a real database. */
class MainWayTest {

    private static final String[] NO_MEASURE = {};
    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026", "Team", "Team 1"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 3);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private void enrol() {
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter",
                        "AZ_NUMMERN", "111A111111").toString());
        hub.run();
    }

    private static Exports stock(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991");
    }

    @Nested
    class Enrolment {

        @Test
        void who_consents_is_told_of_in_the_recipients_own_file() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.lines("awo")).singleElement().asString()
                    .startsWith("AWO-7;").contains("Nähkurs Muster", "01.03.2026")
                    .doesNotContain("111A111111", "Musterfrau");
            hub.assertEverythingAddsUp();
        }

        @Test
        void who_does_not_consent_is_told_of_to_nobody_and_kept_nowhere() {
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.files("awo")).isEmpty();
            assertThat(hub.recipient("awo").withheld()).isEqualTo(1);
            assertThat(count("identity.source_case")).isZero();
            assertThat(count("hub.event where payload is not null")).isZero();
            assertThat(hub.jdbc().sql("select withheld[1] from hub.event").query(String.class).single())
                    .isEqualTo("awo:NOT_ENROLLED");
        }

        @Test
        void the_status_of_today_is_asked_once_after_the_consent_changed_or_not() {
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();
            enrol();
            assertThat(hub.files("awo")).as("nothing is drawn from records of before").isEmpty();

            hub.give("jobcenter", stock(SEWING).toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs Muster", ";stand;");
        }

        @Test
        void what_is_new_in_the_first_row_after_the_consent_is_told_as_news() {
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.run();
            enrol();

            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs Muster", ";neu;");
        }

        @Test
        void a_file_is_joined_by_exactly_equal_name_and_birth_date_too() {
            hub.give("awo", Exports.awo()
                    .entry("1", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991")
                    .consent("2", "AWO-8", "Testmann", "Probe", "07.08.1991").toString());
            hub.give("jobcenter", stock().toString());
            hub.give("jobcenter", Exports.jobcenter().person("222B222222", "Testmann", "Probe", "07.08.1991", SEWING)
                    .person("111A111111", "Musterfrau", "Beispiela", "05.06.1990").toString());
            hub.run();

            assertThat(hub.lines("awo")).singleElement().asString().startsWith("AWO-8;");
        }

        @Test
        void another_association_that_the_consent_was_not_given_at_gets_nothing() {
            hub.give("caritas", Exports.awo()
                    .entry("1", "CAR-1", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990").toString());
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.lines("awo")).hasSize(1);
            assertThat(hub.files("caritas")).isEmpty();
        }

        @Test
        void a_withdrawal_stops_what_is_queued() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.run();
            hub.isDown("awo");
            hub.jdbc().sql("update hub.delivery_lane set next_attempt_at = now() + interval '1 hour'").update();
            hub.give("jobcenter", stock(SEWING).toString());
            hub.give("awo", Exports.awo().entry("3", "AWO-7", "widerruf", "Musterfrau", "Beispiela", "05.06.1990",
                    "EINW_NUMMER", "E-2").toString());
            hub.bean(Processing.class).wakeUnfinished();
            hub.run();
            hub.isUp("awo");
            hub.run();

            long sealedBefore = count("hub.delivery_batch where kind = 0");
            if (sealedBefore == 0) {
                assertThat(hub.files("awo")).isEmpty();
                assertThat(count("hub.withdrawn_item where reason = 'CONSENT_WITHDRAWN'")).isEqualTo(1);
            }
            hub.give("jobcenter", stock("Maßnahme", "Anderer Kurs", "Eintritt", "01.04.2026").toString());
            hub.run();
            assertThat(hub.allOf("awo")).doesNotContain("Anderer Kurs");
            hub.assertEverythingAddsUp();
        }
    }

    @Nested
    class Repeats {

        @Test
        void the_same_file_again_renamed_or_rewritten_has_no_second_effect() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", "a.csv", stock(SEWING).toString());
            hub.give("jobcenter", "a.csv", stock(SEWING).toString());
            hub.give("jobcenter", "b.csv", stock(SEWING).toString());
            hub.give("jobcenter", "c.csv", Exports.jobcenter()
                    .person("222B222222", "Testmann", "Probe", "07.08.1991")
                    .person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", SEWING).toString());
            hub.run();

            assertThat(hub.lines("awo")).hasSize(1);
            assertThat(hub.source("jobcenter").repeated()).isEqualTo(7);
            assertThat(String.join("", hub.files("jobcenter/ack"))).contains("Wiederholung");
            hub.assertEverythingAddsUp();
        }

        @Test
        void a_value_that_goes_there_and_back_is_two_changes() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.give("jobcenter", stock("Maßnahme", "Kochkurs Muster", "Eintritt", "01.03.2026").toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.lines("awo")).hasSize(3);
            assertThat(hub.lines("awo").get(1)).contains("Kochkurs");
            assertThat(hub.lines("awo").get(2)).contains("Nähkurs");
        }

        @Test
        void the_same_hand_over_taken_up_again_after_a_crash_is_the_same_document() throws IOException {
            byte[] content = stock().toString().getBytes("windows-1252");
            var handOver = new de.kimhub.intake.HandOver("a.csv", content.length, java.time.Instant.EPOCH);
            var intake = hub.bean(de.kimhub.intake.Intake.class);
            long first = intake.accept("jobcenter", handOver, new java.io.ByteArrayInputStream(content)).documentId();
            var second = intake.accept("jobcenter", handOver, new java.io.ByteArrayInputStream(content));

            assertThat(second.documentId()).isEqualTo(first);
            assertThat(second.known()).isTrue();
            hub.run();
            assertThat(hub.source("jobcenter").received()).isEqualTo(2);
        }
    }

    @Nested
    class Changes {

        @Test
        void the_end_of_a_second_measure_does_not_correct_the_end_of_the_first() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026", "Austritt",
                    "31.03.2026").toString());
            hub.give("jobcenter", stock("Maßnahme", "Kochkurs Muster", "Eintritt", "01.05.2026").toString());
            hub.give("jobcenter", stock("Maßnahme", "Kochkurs Muster", "Eintritt", "01.05.2026", "Austritt",
                    "30.06.2026").toString());
            hub.run();

            assertThat(hub.lines("awo").getLast()).contains("massnahme_beendet;neu", "30.06.2026")
                    .doesNotContain("31.03.2026");
        }

        @Test
        void the_same_measure_with_another_day_is_a_correction_with_the_old_and_the_new() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();
            hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "15.03.2026", "Team", "Team 1")
                    .toString());
            hub.run();

            assertThat(hub.lines("awo")).hasSize(2);
            assertThat(hub.lines("awo").get(1)).contains("15.03.2026", "01.03.2026");
            hub.assertEverythingAddsUp();
        }

        @Test
        void a_vanished_row_ends_the_benefit_and_a_cut_off_stock_ends_nobodys() {
            hub.give("jobcenter", stock().toString());
            hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990")
                    .toString());
            hub.run();
            assertThat(count("hub.event where type = 41")).isEqualTo(1);
            assertThat(count("hub.record_state where vanished")).isEqualTo(1);

            hub.give("jobcenter", Exports.JOBCENTER + "\r\n");
            hub.run();
            assertThat(count("hub.event where type = 41")).as("header only").isEqualTo(1);
        }

        @Test
        void a_first_load_tells_nobody_anything() {
            enrol();
            hub.jdbc().sql("delete from hub.status_request").update();
            hub.give("jobcenter", stock(SEWING).toString());
            hub.run();

            assertThat(hub.files("awo")).isEmpty();
            assertThat(hub.source("jobcenter").accepted()).isEqualTo(2);
        }
    }

    @Nested
    class Refusals {

        @Test
        void a_bad_record_goes_to_quarantine_and_the_rest_goes_on() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", Exports.jobcenter()
                    .person("333C333333", "Fehlermann", "Beispiel", "31.02.1990")
                    .person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", SEWING)
                    .person("222B222222", "Testmann", "Probe", "07.08.1991").toString());
            hub.run();

            assertThat(hub.lines("awo")).hasSize(1);
            assertThat(hub.source("jobcenter").quarantined()).isEqualTo(1);
            assertThat(hub.jdbc().sql("select message from hub.quarantine").query(String.class).single())
                    .doesNotContain("Fehlermann", "31.02");
            assertThat(String.join("", hub.files("jobcenter/ack"))).doesNotContain("Fehlermann", "31.02.1990");
            hub.assertEverythingAddsUp();
        }

        @Test
        void later_records_of_its_case_wait_until_it_is_decided_and_come_late() {
            enrol();
            hub.give("jobcenter", stock(NO_MEASURE).toString());
            hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "31.02.2026").toString());
            hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026").toString());
            hub.run();
            assertThat(hub.files("awo")).isEmpty();
            assertThat(hub.recipient("awo").inReview()).isEqualTo(1);

            hub.jdbc().sql("update hub.quarantine set hold_until = now() - interval '1 second'").update();
            hub.run();

            assertThat(hub.lines("awo")).singleElement().asString().contains("Nähkurs Muster");
            assertThat(count("hub.event where late")).isEqualTo(1);
            hub.assertEverythingAddsUp();
        }

        @Test
        void a_replay_that_is_refused_again_stays_with_its_reason() {
            hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "31.02.2026").toString());
            hub.run();

            Replay.Result result = hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());

            assertThat(result).isEqualTo(new Replay.Result(0, 1, 0));
            assertThat(count("hub.quarantine where state = 0")).isEqualTo(1);
        }

        @Test
        void a_file_without_a_required_column_is_refused_whole_and_the_next_one_is_taken() {
            hub.give("jobcenter", stock().toString().replace("Kundennummer", "KdNr"));
            hub.give("jobcenter", stock().toString());
            hub.run();

            assertThat(count("hub.source_document where state = 2")).isEqualTo(1);
            assertThat(hub.source("jobcenter").accepted()).isEqualTo(2);
            assertThat(count("hub.source_document where first_load")).as("the refused one was no load").isEqualTo(1);
        }
    }

    @Test
    void a_recipient_that_was_down_gets_everything_in_order_and_nobody_waits_for_it() {
        enrol();
        hub.isDown("awo");
        hub.give("jobcenter", stock(NO_MEASURE).toString());
        hub.give("jobcenter", stock(SEWING).toString());
        hub.give("jobcenter", stock("Maßnahme", "Kochkurs Muster", "Eintritt", "01.05.2026").toString());
        hub.run();
        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.files("jobcenter/ack")).hasSize(3);

        hub.isUp("awo");
        hub.run();

        assertThat(hub.lines("awo")).hasSize(2);
        assertThat(hub.lines("awo").get(0)).contains("Nähkurs");
        assertThat(hub.lines("awo").get(1)).contains("Kochkurs");
        hub.assertEverythingAddsUp();
    }

    private long count(String from) {
        return hub.jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }
}
