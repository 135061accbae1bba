package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.delivery.OpenTasks;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.RetentionRun;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One person goes, from everywhere, and nobody else; and goes again when an older backup comes back. */
class ErasureTest {

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
        assertThat(hub.allOf("awo")).contains("AWO-7", "AWO-8", "Nähkurs Muster");
    }

    private static String both(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991", measure).toString();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Erasures.Result erase() {
        return hub.bean(Erasures.class).erase("awo", "AWO-7", ErasureReason.CONSENT_WITHDRAWN, "Berta Beispiel").orElseThrow();
    }

    @Test
    void nothing_of_the_person_is_left_and_everything_of_the_other_is() {
        Map<String, Long> before = DatabaseSearch.of(hub).holding("Musterfrau", "111A111111", "AWO-7");
        assertThat(before).as("the search finds what is there").containsKeys("identity.persona.content",
                "identity.source_case.case_number", "hub.document_chunk.bytes", "hub.event.payload", "hub.delivery_batch.bytes");

        Erasures.Result result = erase();
        hub.run();

        assertThat(result.files()).isEqualTo(2);
        assertThat(result.notices()).isPositive();
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau", "111A111111", "Beispiela")).isEmpty();
        assertThat(DatabaseSearch.of(hub).holding("Testmann")).containsKeys("identity.persona.content", "hub.event.payload");
        assertThat(hub.jdbc().sql("select count(*) from hub.consent").query(Long.class).single()).isEqualTo(1);
        assertThat(hub.bean(PersonReports.class).of("awo", "AWO-7", "test")).isEmpty();
        hub.assertEverythingAddsUp();
    }

    @Test
    void the_recipient_is_told_under_its_own_number_what_to_erase_and_nothing_else() {
        int files = hub.files("awo").size();
        erase();
        hub.run();

        List<String> told = hub.files("awo").subList(files, hub.files("awo").size()).stream()
                .flatMap(file -> file.lines().skip(1)).toList();
        assertThat(told).isNotEmpty().allSatisfy(line -> assertThat(line).contains("AWO-7").doesNotContain("Nähkurs", "AWO-8"));
        assertThat(hub.bean(ErasureReport.class).all()).singleElement().satisfies(one -> {
            assertThat(one.done()).isTrue();
            assertThat(one.recipients()).isNotEmpty().allSatisfy(recipient ->
                    assertThat(recipient.what()).isIn(ErasureReport.What.TOLD, ErasureReport.What.TASK));
        });
        hub.bean(RetentionRun.class).run();
        assertThat(DatabaseSearch.of(hub).count("hub.erasure_notice where number is not null")).isZero();
        assertThat(hub.bean(ErasureReport.class).all().getFirst().recipients()).as("the state stays").isNotEmpty();
    }

    @Test
    void what_the_recipient_answers_is_noted_and_ends_its_task() {
        erase();
        hub.run();
        ErasureReport report = hub.bean(ErasureReport.class);
        for (ErasureReport.AtRecipient one : report.all().getFirst().recipients()) {
            report.answer(report.all().getFirst().number(), one.instance(), true, "Berta Beispiel");
        }
        assertThat(report.all().getFirst().recipients()).allSatisfy(one ->
                assertThat(one.what()).isEqualTo(ErasureReport.What.CONFIRMED));
        assertThat(hub.bean(CorrectionTasks.class).open()).isEmpty();
    }

    /** As it is where a tool takes no retraction. */
    @Test
    void what_is_to_be_erased_by_hand_stays_on_the_list_until_it_is_confirmed() {
        erase();
        hub.run();
        hub.jdbc().sql("insert into hub.correction_task (recipient_no, event_id) select recipient_no, event_id "
                + "from hub.erasure_notice order by id limit 1").update();
        CorrectionTasks.Task task = hub.bean(CorrectionTasks.class).open().getFirst();
        hub.bean(RetentionRun.class).run();
        assertThat(hub.bean(OpenTasks.class).of(task.recipientNo(), 10)).singleElement()
                .satisfies(line -> assertThat(line.what()).isEqualTo(OpenTasks.What.ERASE));

        hub.bean(CorrectionTasks.class).confirm(task.recipientNo(), task.id(), "Berta Beispiel");
        hub.bean(RetentionRun.class).run();
        assertThat(DatabaseSearch.of(hub).count("hub.erasure_notice where number is not null")).isZero();
    }

    @Test
    void the_next_export_of_the_same_records_brings_nobody_back() {
        erase();
        hub.give("jobcenter", both(SEWING));
        hub.run();
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau").keySet()).as("but the copy of that very export")
                .allMatch(place -> place.equals("hub.document_chunk.bytes"));
        assertThat(hub.source("jobcenter").repeated()).isPositive();
        hub.assertEverythingAddsUp();
    }

    @Test
    void what_waits_for_a_tool_that_is_down_goes_out_without_the_person() {
        hub.isDown("awo");
        hub.give("jobcenter", both(COOKING));
        hub.run();
        assertThat(DatabaseSearch.of(hub).count("hub.delivery_batch where state = 0 and bytes is not null")).isPositive();

        erase();
        hub.run();
        assertThat(DatabaseSearch.of(hub).holding("Beispiela", "111A111111")).isEmpty();
        hub.isUp("awo");
        hub.run();
        List<String> after = hub.lines("awo").stream().filter(line -> line.contains("Kochkurs")).toList();
        assertThat(after).isNotEmpty().allSatisfy(line -> assertThat(line).contains("AWO-8").doesNotContain("AWO-7"));
        hub.assertEverythingAddsUp();
    }

    @Test
    void what_is_laid_out_and_not_collected_is_laid_out_again_without_the_person() {
        hub.laysOut("awo");
        hub.give("jobcenter", both(COOKING));
        hub.run();
        assertThat(hub.lying()).contains("AWO-7", "AWO-8", "Kochkurs");
        erase();
        hub.run();
        assertThat(hub.lying().lines().filter(line -> line.contains("AWO-7"))).as("but what it has to erase")
                .noneMatch(line -> line.contains("Kochkurs"));
        assertThat(hub.lying()).contains("Kochkurs", "AWO-8");
        hub.collect("awo");
        assertThat(hub.lines("awo").stream().filter(line -> line.contains("Kochkurs") && line.contains("AWO-8"))).hasSize(1);
        assertThat(DatabaseSearch.of(hub).holding("Beispiela", "111A111111")).isEmpty();
        hub.assertEverythingAddsUp();
    }

    @Test
    void what_was_collected_is_not_laid_out_again() {
        hub.laysOut("awo");
        hub.give("jobcenter", both(COOKING));
        hub.run();
        hub.collect("awo");
        erase();
        hub.run();
        assertThat(hub.lying()).doesNotContain("Kochkurs");
        hub.assertEverythingAddsUp();
    }

    @Test
    void a_document_that_is_being_worked_on_brings_nobody_back() {
        hub.give("jobcenter", both(COOKING));
        erase();
        assertThat(hub.bean(ErasureReport.class).all().getFirst().done()).as("not while that lies there").isFalse();
        hub.run();
        hub.run();
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau", "Beispiela")).isEmpty();
        assertThat(hub.bean(ErasureReport.class).all().getFirst().done()).isTrue();
        assertThat(hub.lines("awo").stream().filter(line -> line.contains("Kochkurs"))).allMatch(line -> line.contains("AWO-8"));
        hub.assertEverythingAddsUp();
    }

    @Test
    void a_refused_record_is_found_by_what_it_says() {
        hub.give("jobcenter", Exports.jobcenter().person("", "Musterfrau", "Beispiela", "31.02.1990", SEWING)
                .person("", "Fehlermann", "Probe", "31.02.1990", SEWING).toString());
        hub.run();
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau")).containsKey("hub.quarantine.record");
        erase();
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau")).isEmpty();
        assertThat(DatabaseSearch.of(hub).holding("Fehlermann")).as("can still be replayed").containsOnlyKeys("hub.quarantine.record");
    }

    @Test
    void the_preview_names_what_goes_and_what_stays_and_changes_nothing() {
        Erasures.Preview preview = hub.bean(Erasures.class).preview("jobcenter", "111A111111").orElseThrow();
        assertThat(preview.files()).isEqualTo(2);
        assertThat(preview.held()).filteredOn(HeldData::goes).extracting(HeldData::what).contains("Akten", "Einwilligungen",
                "Ereignisse", "Suchschlüssel", "Kopien von Dateien der Quellen, die eine Akte führen");
        assertThat(preview.held()).filteredOn(one -> !one.goes()).allSatisfy(one -> assertThat(one.why()).isNotBlank());
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau")).isNotEmpty();
        assertThat(hub.bean(Erasures.class).preview("jobcenter", "gibt-es-nicht")).isEmpty();
    }

    @Test
    void after_an_older_backup_was_restored_it_is_erased_again_at_the_start() throws IOException {
        DatabaseCopy backup = DatabaseCopy.of(database);
        erase();
        hub.run();
        hub.close();
        backup.restore();
        hub = new TestHub(database, folder, 3);

        assertThat(DatabaseSearch.of(hub).count("hub.erasure")).isEqualTo(1);
        hub.run();
        assertThat(DatabaseSearch.of(hub).holding("Musterfrau", "111A111111", "Beispiela")).isEmpty();
        assertThat(DatabaseSearch.of(hub).holding("Testmann")).isNotEmpty();
        List<Object> erasures = new ArrayList<>(hub.bean(ErasureReport.class).all());
        hub.close();
        hub = new TestHub(database, folder, 3);
        assertThat(hub.bean(ErasureReport.class).all()).as("and once only").hasSameSizeAs(erasures);
    }
}
