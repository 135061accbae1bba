package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** What recipients learn when files become another person's after something was given. */
class MovesTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"};
    private static final String[] COOKING = {"Maßnahme", "Kochkurs Muster", "Eintritt", "01.04.2026"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("ki", "{\"id\": \"1\", \"fall_nr\": \"KI-1\", \"ereignis\": \"fall_aufgenommen\", \"art\": \"neu\", "
                + "\"datum\": \"2026-02-01\", \"thema\": null, \"vermittelt_an\": null, \"strukturthema\": null, "
                + "\"hub_id\": null, \"ersetzt\": null, \"geaendert_am\": \"2026-09-30 12:00:00.000000+00\"}");
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "EINW_QUELLEN",
                        "wohlfahrtsverband,ki_koordination,jobcenter", "EINW_EMPFAENGER",
                        "wohlfahrtsverband,ki_koordination", "AZ_STELLEN", "ki_koordination,jobcenter", "AZ_NUMMERN",
                        "KI-1,111A111111").toString());
        hub.run();
        jobcenter();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void jobcenter(String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString());
        hub.run();
    }

    private long file(String instance) {
        return hub.jdbc().sql("select s.id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                + "where i.id = ?").param(instance).query(Long.class).single();
    }

    private Linked split(String instance) {
        return hub.bean(TransactionTemplate.class).execute(status -> hub.bean(PersonRegister.class).split(
                hub.jdbc().sql("select person_id from identity.source_case where id = ?").param(file(instance))
                        .query(Long.class).single(), Set.of(file(instance)), "TEST", "pruefer"));
    }

    private Linked undo(Linked linked) {
        return hub.bean(TransactionTemplate.class).execute(status ->
                hub.bean(PersonRegister.class).undo(linked.event(), "pruefer"));
    }

    @Test
    void what_was_given_of_another_person_is_taken_back_under_the_number_that_it_was_given_under() {
        jobcenter(SEWING);
        assertThat(hub.lines("awo")).hasSize(1);

        split("jobcenter");
        hub.run();

        assertThat(hub.lines("awo")).hasSize(2);
        assertThat(hub.lines("awo").getLast()).startsWith("AWO-7;").contains(";storno;").doesNotContain("Nähkurs");
        assertThat(Held.measures(hub.lines("awo"))).isEmpty();
        assertThat(hub.jdbc().sql("select rules[1] from hub.delivery_batch where kind = 0 order by id desc limit 1")
                .query(String.class).single()).isEqualTo(Distribution.DUTY_TO_CORRECT);
    }

    @Test
    void what_comes_after_the_split_is_given_to_nobody_nor_its_corrections() {
        jobcenter(SEWING);
        split("jobcenter");
        hub.run();

        jobcenter("Maßnahme", "Nähkurs Muster", "Eintritt", "02.03.2026");
        jobcenter(COOKING);

        assertThat(hub.lines("awo")).hasSize(2);
    }

    @Test
    void undone_it_is_given_again_once() {
        jobcenter(SEWING);
        Linked split = split("jobcenter");
        hub.run();
        undo(split);
        hub.run();
        hub.run();

        assertThat(hub.lines("awo")).hasSize(3);
        assertThat(hub.lines("awo").getLast()).startsWith("AWO-7;").contains("Nähkurs Muster", ";neu;");
        assertThat(Held.measures(hub.lines("awo"))).containsExactly("Nähkurs Muster");
    }

    @Test
    void what_was_given_again_is_corrected_and_taken_back_like_the_first() {
        jobcenter(SEWING);
        undo(split("jobcenter"));
        hub.run();
        assertThat(hub.lines("awo")).as("nothing was told yet, so nothing had to be").hasSize(1);
        Linked second = split("jobcenter");
        hub.run();
        undo(second);
        hub.run();
        split("jobcenter");
        hub.run();

        assertThat(Held.measures(hub.lines("awo"))).isEmpty();
        assertThat(hub.lines("awo")).hasSize(4);
    }

    @Test
    void what_a_moved_tool_was_given_of_those_who_stay_is_taken_back_there() {
        hub.give("awo", Exports.awo().entry("9", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990",
                "THEMA", "wohnen").toString());
        hub.run();
        assertThat(hub.files("ki")).hasSize(1);

        Linked split = split("ki");
        hub.run();

        assertThat(hub.files("ki")).hasSize(2);
        assertThat(hub.files("ki").getLast()).contains("KI-1").doesNotContain("Wohnen");
        undo(split);
        hub.run();
        assertThat(hub.files("ki")).hasSize(3);
        assertThat(hub.files("ki").getLast()).contains("KI-1", "Wohnen");
    }

    @Test
    void consents_go_with_the_file_that_they_were_given_in() {
        jobcenter(SEWING);
        split("awo");
        hub.run();
        assertThat(Held.measures(hub.lines("awo"))).isEmpty();

        jobcenter(COOKING);

        assertThat(hub.lines("awo")).hasSize(2);
        assertThat(hub.jdbc().sql("select person_id from hub.consent").query(Long.class).single()).isEqualTo(hub.jdbc()
                .sql("select person_id from identity.source_case where id = ?").param(file("awo")).query(Long.class)
                .single());
    }

    @Test
    void what_waits_when_the_file_moves_is_not_given() {
        hub.isDown("awo");
        hub.jdbc().sql("insert into hub.delivery_lane (recipient_no, lane, next_attempt_at) select no, n, 'infinity' "
                + "from hub.instance, generate_series(0, 7) n where id = 'awo' on conflict (recipient_no, lane) do update "
                + "set next_attempt_at = 'infinity'").update();
        jobcenter(SEWING);
        assertThat(hub.recipient("awo").waiting()).isEqualTo(1);

        split("jobcenter");
        hub.isUp("awo");
        hub.run();

        assertThat(hub.files("awo")).isEmpty();
    }

    @Test
    void who_cannot_take_it_back_is_told_by_somebody_and_need_not_be_once_it_is_undone() {
        jobcenter(SEWING);
        // a tool without corrections: as if the retraction had become a task
        Linked split = split("jobcenter");
        long retraction = hub.jdbc().sql("select event_id from hub.readdressed").query(Long.class).single();
        int awo = hub.jdbc().sql("select no from hub.instance where id = 'awo'").query(Integer.class).single();
        hub.jdbc().sql("insert into hub.correction_task (recipient_no, event_id) values (?, ?)").params(awo, retraction)
                .update();
        undo(split);
        hub.run();

        assertThat(hub.bean(CorrectionTasks.class).open()).isEmpty();
        assertThat(hub.lines("awo")).hasSize(1);
    }

    @Test
    void what_was_given_under_the_wrong_person_is_listed_without_content() {
        jobcenter(SEWING);
        Linked split = split("jobcenter");
        hub.run();

        List<MovedReport.Line> lines = new MovedReport(hub.bean(org.springframework.jdbc.core.JdbcTemplate.class))
                .of(split.event());

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.recipient()).isEqualTo("awo");
            assertThat(line.source()).isEqualTo("jobcenter");
            assertThat(line.rule()).isEqualTo("jobcenter-massnahmen-an-fallmanagement");
            assertThat(line.what()).isEqualTo(MovedReport.What.TAKEN_BACK);
            assertThat(line.day()).isEqualTo(java.time.LocalDate.now());
        });
    }

    @Test
    void that_a_retraction_is_on_its_way_or_needed_no_longer_is_not_called_taken_back() {
        jobcenter(SEWING);
        Linked split = split("jobcenter");
        assertThat(moved(split)).containsExactly(MovedReport.What.BEING_TAKEN_BACK);

        undo(split);
        hub.run();
        assertThat(moved(split)).containsExactly(MovedReport.What.NEED_NOT);
        assertThat(hub.lines("awo")).hasSize(1);
    }

    @Test
    void what_is_given_again_is_told_from_what_was_given_under_the_wrong_person() {
        jobcenter(SEWING);
        Linked split = split("jobcenter");
        hub.run();
        Linked back = undo(split);
        assertThat(moved(back)).containsExactly(MovedReport.What.BEING_GIVEN_AGAIN);
        hub.run();

        assertThat(moved(back)).containsExactly(MovedReport.What.GIVEN_AGAIN);
        assertThat(moved(split)).containsExactly(MovedReport.What.TAKEN_BACK);
    }

    @Test
    void whoever_cannot_take_it_back_has_to_be_called_until_somebody_confirms() {
        jobcenter(SEWING);
        Linked split = split("jobcenter");
        hub.jdbc().sql("insert into hub.correction_task (recipient_no, event_id) select recipient_no, event_id "
                + "from hub.readdressed").update();
        assertThat(moved(split)).containsExactly(MovedReport.What.CALL);

        CorrectionTasks.Task task = hub.bean(CorrectionTasks.class).open().getFirst();
        hub.bean(CorrectionTasks.class).confirm(task.recipientNo(), task.id(), "test");
        assertThat(moved(split)).containsExactly(MovedReport.What.CALLED);
        hub.run();
    }

    private List<MovedReport.What> moved(Linked linked) {
        return new MovedReport(hub.bean(org.springframework.jdbc.core.JdbcTemplate.class)).of(linked.event()).stream()
                .map(MovedReport.Line::what).toList();
    }
}
