package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose file a source's file is: linked when that is sure, held while it is in doubt. */
class LinkingTest {

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
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void enrol(String family, String given, String birth) {
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", family, given, birth)
                .consent("2", "AWO-7", family, given, birth).toString());
        hub.run();
    }

    private void jobcenter(String family, String given, String birth, String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", family, given, birth, measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString());
        hub.run();
    }

    private long file(String instance) {
        return hub.jdbc().sql("select s.id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                + "where i.id = ?").param(instance).query(Long.class).single();
    }

    private void decide(boolean same) {
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(PersonRegister.class).decide(
                new Decision(file("awo"), file("jobcenter"), same, "TEST", "pruefer"), persons -> Set.of()));
    }

    private List<String> reasons() {
        return hub.jdbc().sql("select distinct unnest(withheld) from hub.event where type = 42").query(String.class).list()
                .stream().filter(reason -> reason.startsWith("awo:")).toList();
    }

    @Test
    void who_is_spelled_differently_is_linked_and_her_events_arrive() {
        enrol("Şahin", "Ayşe", "05.06.1990");
        jobcenter("Sahin", "Ayse", "05.06.1990");
        jobcenter("Sahin", "Ayse", "05.06.1990", SEWING);

        assertThat(hub.lines("awo")).singleElement().asString().startsWith("AWO-7;").contains("Nähkurs Muster");
    }

    @Test
    void a_file_of_another_spelling_that_is_known_already_is_joined_by_the_consent() {
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Şahin", "Ayşe", "05.06.1990").toString());
        hub.give("caritas", Exports.awo().entry("1", "CAR-1", "fall_eroeffnet", "Sahin", "Ayse", "05.06.1990")
                .toString());
        hub.run();
        hub.give("awo", Exports.awo().consent("2", "AWO-7", "Şahin", "Ayşe", "05.06.1990", "EINW_QUELLEN",
                "jobcenter,wohlfahrtsverband").toString());
        hub.run();

        assertThat(hub.jdbc().sql("select count(distinct person_id) from identity.source_case").query(Integer.class)
                .single()).as("of the associations it names only the one that took it").isEqualTo(2);
    }

    @Test
    void a_brother_is_not() {
        enrol("Beispielov", "Ahmad", "05.06.1990");
        jobcenter("Beispielov", "Omar", "07.08.1992");
        jobcenter("Beispielov", "Omar", "07.08.1992", SEWING);

        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.recipient("awo").inReview()).isZero();
        assertThat(reasons()).containsExactly("awo:NOT_ENROLLED");
    }

    private void doubt() {
        enrol("Beispielfrau", "Beispiela", "05.06.1990");
        jobcenter("Musterfrau", "Beispiela", "05.06.1990");
        jobcenter("Musterfrau", "Beispiela", "05.06.1990", SEWING);
        jobcenter("Musterfrau", "Beispiela", "05.06.1990", COOKING);
        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.recipient("awo").inReview()).isEqualTo(2);
    }

    @Test
    void a_doubt_holds_the_events_and_decided_same_they_arrive_late_in_their_order() {
        doubt();

        decide(true);
        hub.run();

        assertThat(hub.lines("awo")).hasSize(2);
        assertThat(hub.lines("awo").getFirst()).startsWith("AWO-7;").contains("Nähkurs Muster");
        assertThat(hub.lines("awo").getLast()).contains("Kochkurs Muster");
        assertThat(hub.jdbc().sql("select bool_and(late) from hub.event where type = 42").query(Boolean.class).single())
                .isTrue();
        assertThat(hub.recipient("awo").inReview()).isZero();
    }

    @Test
    void what_a_decision_would_do_is_what_it_does_and_looking_does_nothing() {
        doubt();
        List<Object> books = books();

        DecisionEffects different = hub.bean(DecisionPreview.class).of(file("awo"), file("jobcenter"), false);
        DecisionEffects same = hub.bean(DecisionPreview.class).of(file("awo"), file("jobcenter"), true);

        assertThat(books()).as("nothing stays of it").isEqualTo(books);
        hub.run();
        assertThat(hub.files("awo")).isEmpty();
        assertThat(different).isEqualTo(new DecisionEffects(true, 0, false,
                List.of(new DecisionEffects.Held("jobcenter", 2, 0)), List.of()));
        assertThat(same.moved()).isEqualTo(1);
        assertThat(same.joinsSettled()).isFalse();

        long before = hub.recipient("awo").inReview();
        decide(true);
        hub.run();
        assertThat(same.held()).containsExactly(new DecisionEffects.Held("jobcenter", before, 0));
        assertThat(same.told()).containsExactly(new DecisionEffects.Told("awo", DecisionEffects.Kind.LATE,
                hub.lines("awo").size()));
    }

    @Test
    void that_something_given_would_be_taken_back_is_said_before_and_then_done() {
        enrol("Şahin", "Ayşe", "05.06.1990");
        jobcenter("Sahin", "Ayse", "05.06.1990");
        jobcenter("Sahin", "Ayse", "05.06.1990", SEWING);
        assertThat(hub.lines("awo")).hasSize(1);

        DecisionEffects different = hub.bean(DecisionPreview.class).of(file("awo"), file("jobcenter"), false);
        hub.run();
        assertThat(hub.lines("awo")).hasSize(1);
        decide(false);
        hub.run();

        assertThat(different.told()).containsExactly(new DecisionEffects.Told("awo", DecisionEffects.Kind.RETRACTION,
                hub.lines("awo").stream().filter(line -> line.contains(";storno;")).count()));
        assertThat(different.moved()).isEqualTo(1);
    }

    /** A batch has events of others in its hands, and does not end before the preview does. */
    @Test
    void what_a_decision_would_do_is_said_while_others_events_are_just_released() throws SQLException {
        doubt();
        hub.jdbc().sql("insert into hub.held_event (instance_no, case_digest, event_id) select e.instance_no, '\\x01', e.id "
                + "from hub.event e where e.type <> 42 order by e.id limit 1").update();
        try (Connection batch = database.dataSource().getConnection(); Statement releases = batch.createStatement()) {
            batch.setAutoCommit(false);
            releases.execute("delete from hub.held_event where case_digest = '\\x01'");

            assertThat(Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> hub.bean(DecisionPreview.class)
                    .of(file("awo"), file("jobcenter"), true)).moved()).isEqualTo(1);
            batch.commit();
        }
    }

    @Test
    void of_people_whose_consent_has_ended_nothing_shown_stays() {
        doubt();
        shown("now() - interval '1 minute'");
        forgetDecided();
        assertThat(hub.jdbc().sql("select shown is null and shown_digest is null from identity.review where state = 'OPEN'")
                .query(Boolean.class).single()).as("the reviewer's time is over").isTrue();

        shown("now() + interval '9 minutes'");
        forgetDecided();
        assertThat(hub.jdbc().sql("select shown is not null from identity.review").query(Boolean.class).single()).isTrue();
        hub.jdbc().sql("update hub.consent set valid_until = current_date - 1").update();
        forgetDecided();
        assertThat(hub.jdbc().sql("""
                select state = 'MOOT' and shown is null and shown_model is null and shown_digest is null
                   and locked_by is null and differ_until is null from identity.review""").query(Boolean.class).single()).isTrue();
    }

    private void shown(String until) {
        hub.jdbc().sql("update identity.review set shown = '\\x01', shown_model = '1', shown_digest = '\\x02', "
                + "locked_by = 'anna', differ_until = now(), locked_until = " + until).update();
    }

    private void forgetDecided() {
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(Doubts.class).forgetDecided());
    }

    private List<Object> books() {
        return List.of(hub.jdbc().sql("select id, person_id from identity.source_case order by id").query().listOfRows(),
                hub.jdbc().sql("select id, state, late, withheld from hub.event order by id").query().listOfRows().toString(),
                hub.jdbc().sql("select count(*) from hub.outbox_item").query(Long.class).single(),
                hub.jdbc().sql("select event_id from hub.held_event order by event_id").query(Long.class).list(),
                hub.jdbc().sql("select count(*) from identity.link_event").query(Long.class).single(),
                hub.jdbc().sql("select count(*) from identity.pair_decision").query(Long.class).single(),
                hub.jdbc().sql("select case_id from hub.doubted_case").query(Long.class).list());
    }

    /** The hub has come to know many of the same given name: after a restart the pair is no doubt any more. */
    @Test
    void a_doubt_that_todays_model_does_not_share_ends_and_its_events_are_nobodys() throws IOException {
        doubt();
        many();
        hub.close();
        hub = new TestHub(database, folder, 50);

        hub.bean(Processing.class).renewReviews();
        hub.run();

        assertThat(hub.jdbc().sql("select distinct state from identity.review").query(String.class).list())
                .containsExactly("MOOT");
        assertThat(hub.jdbc().sql("select count(*) from identity.pair_decision").query(Long.class).single()).isZero();
        assertThat(hub.jdbc().sql("select count(*) from identity.link_event where kind = 'DOUBT_ENDED'").query(Long.class)
                .single()).isEqualTo(1);
        assertThat(hub.jdbc().sql("select count(*) from hub.doubted_case").query(Long.class).single()).isZero();
        assertThat(hub.recipient("awo").inReview()).isZero();
        assertThat(hub.files("awo")).isEmpty();
        assertThat(reasons()).containsExactly("awo:NOT_ENROLLED");
    }

    /** Files of 4,000 other people with the same names and day of birth, of which nothing else is known. */
    private void many() {
        hub.jdbc().sql("""
                with n as (select * from generate_series(1, 4000) i), p as (
                    insert into identity.person (created_at) select now() from n returning id),
                of as (select id, row_number() over (order by id) as i from p), c as (
                    insert into identity.source_case (id, instance_no, case_digest, person_id) overriding system value
                    select 1000000 + i, 999, decode(lpad(to_hex(i), 16, '0'), 'hex'), id from of returning id)
                insert into identity.persona (case_id, digest, content, traits, traits_version, authority)
                select c.id, o.digest, o.content, o.traits, o.traits_version, o.authority
                  from c, (select * from identity.persona order by id desc limit 1) o""").update();
    }

    @Test
    void after_a_withdrawal_nobody_is_asked_any_more_and_what_waited_is_withheld() {
        doubt();

        hub.give("awo", Exports.awo().entry("9", "AWO-7", "widerruf", "Beispielfrau", "Beispiela",
                "05.06.1990", "EINW_NUMMER", "E-2").toString());
        hub.run();
        hub.bean(Processing.class).wakeUnfinished();
        hub.run();

        assertThat(hub.jdbc().sql("select distinct state from identity.review").query(String.class).list())
                .containsExactly("MOOT");
        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.recipient("awo").inReview()).isZero();
    }

    /** A file in doubt with somebody enrolled waits; then its own person consents elsewhere, and shows its number. */
    @Test
    void what_was_said_before_a_consent_and_waited_is_not_passed_on_by_it() {
        doubt();

        hub.give("caritas", Exports.awo().entry("1", "CAR-1", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "CAR-1", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter", "AZ_NUMMERN",
                        "111A111111").toString());
        hub.run();
        hub.bean(Processing.class).wakeUnfinished();
        hub.run();
        hub.bean(Processing.class).wakeUnfinished();
        hub.run();

        assertThat(hub.recipient("caritas").inReview()).isZero();
        assertThat(hub.files("caritas")).as("said before the consent").isEmpty();

        jobcenter("Musterfrau", "Beispiela", "05.06.1990", COOKING);

        assertThat(hub.lines("caritas")).as("the status of today").isNotEmpty();
    }

    @Test
    void what_arrived_late_is_not_repeated_by_the_status_of_today() {
        doubt();
        decide(true);
        hub.run();

        jobcenter("Musterfrau", "Beispiela", "05.06.1990", COOKING);

        assertThat(hub.lines("awo")).hasSize(2);
    }

    @Test
    void what_comes_after_the_decision_arrives_at_once() {
        doubt();
        decide(true);
        hub.run();

        jobcenter("Musterfrau", "Beispiela", "05.06.1990", "Maßnahme", "Malkurs Muster", "Eintritt", "01.05.2026");

        assertThat(hub.lines("awo").getLast()).contains("Malkurs Muster");
    }

    @Test
    void decided_different_they_are_withheld_and_their_content_is_gone() {
        doubt();

        decide(false);
        hub.run();

        assertThat(hub.files("awo")).isEmpty();
        assertThat(reasons()).containsExactly("awo:NOT_ENROLLED");
        assertThat(hub.jdbc().sql("select count(*) from hub.event where payload is not null").query(Integer.class).single())
                .isZero();
        assertThat(hub.recipient("awo").inReview()).isZero();
    }

    @Test
    void when_the_hold_time_is_over_they_are_withheld_and_a_later_decision_counts_for_what_comes() {
        doubt();

        hub.jdbc().sql("update hub.doubted_case set hold_until = now() - interval '1 second'").update();
        hub.run();
        assertThat(reasons()).containsExactly("awo:NOT_ENROLLED");
        decide(true);
        hub.run();
        assertThat(hub.files("awo")).isEmpty();

        jobcenter("Musterfrau", "Beispiela", "05.06.1990", COOKING);
        assertThat(hub.lines("awo")).singleElement().asString().contains("Kochkurs Muster", ";stand;");
    }

    @Test
    void a_person_whose_name_the_source_corrects_is_linked_then() {
        enrol("Beispielfrau", "Beispiela", "05.06.1990");
        jobcenter("Musterfrau", "Beispiela", "05.06.1990");
        assertThat(hub.jdbc().sql("select count(*) from hub.doubted_case").query(Integer.class).single()).isEqualTo(1);

        jobcenter("Beispielfrau", "Beispiela", "05.06.1990", SEWING);
        jobcenter("Beispielfrau", "Beispiela", "05.06.1990", COOKING);

        assertThat(hub.lines("awo")).hasSize(2);
    }
}
