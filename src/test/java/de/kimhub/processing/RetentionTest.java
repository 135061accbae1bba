package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.SourceCases;
import de.kimhub.privacy.RetentionRun;
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

/** What has stayed as long as it may is deleted, and nothing else. */
class RetentionTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 100);
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990")
                .entry("3", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991").toString());
        hub.give("jobcenter", Exports.jobcenter().person("1A", "Fehlermann", "Beispiel", "31.02.1990").toString());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private void age(int days) {
        for (String column : new String[] {"identity.source_case.seen_at", "identity.person.created_at",
                "hub.source_document.finished_at", "hub.quarantine.created_at"}) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            hub.jdbc().sql("update " + table + " set " + name + " = " + name + " - interval '" + days + " days'")
                    .update();
        }
    }

    private long count(String from) {
        return hub.jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void before_the_time_nothing_is_deleted() {
        age(6);
        assertThat(hub.bean(RetentionRun.class).run()).isZero();
        assertThat(count("identity.source_case")).isEqualTo(2);
    }

    @Test
    void who_does_not_enrol_in_time_is_forgotten_and_who_does_stays() {
        age(31);
        hub.bean(RetentionRun.class).run();

        assertThat(count("identity.source_case")).isEqualTo(1);
        assertThat(count("identity.person")).isEqualTo(1);
        assertThat(count("hub.consent")).isEqualTo(1);
        assertThat(count("hub.document_chunk")).as("transport copies").isZero();
        assertThat(count("hub.quarantine where record is not null")).as("refused records stay 90 days").isEqualTo(1);
    }

    @Test
    void what_was_forgotten_is_still_recognised_as_a_repeat() {
        age(31);
        hub.bean(RetentionRun.class).run();
        hub.give("awo", Exports.awo().entry("3", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991")
                .toString());
        hub.run();

        assertThat(hub.source("awo").repeated()).isEqualTo(1);
    }

    @Test
    void refused_records_go_after_ninety_days() {
        age(91);
        hub.bean(RetentionRun.class).run();

        assertThat(count("hub.quarantine where record is not null")).isZero();
    }

    private void doubted(String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Beispielfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString());
        hub.run();
    }

    private long doubtedFile() {
        return hub.jdbc().sql("select case_id from hub.doubted_case").query(Long.class).single();
    }

    private Traces traces(long file) {
        return new Traces(hub, file, List.of("beispielfrau", "111a111111"), List.of(
                hub.bean(SourceCases.class).digest("jobcenter", "111A111111")));
    }

    @Test
    void a_file_that_is_still_in_doubt_is_forgotten_and_nobody_is_asked_any_more() {
        doubted();
        doubted("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026");
        assertThat(count("identity.review where state = 'OPEN'")).isEqualTo(1);
        long file = doubtedFile();
        Traces traces = traces(file);
        assertThat(traces.left()).as("the search finds what is there").isNotEmpty();
        hub.jdbc().sql("update hub.doubted_case set hold_until = now() - interval '1 second'").update();
        hub.run();

        age(31);
        hub.bean(RetentionRun.class).run();

        assertThat(traces.left()).isEmpty();
        assertThat(count("identity.review")).isZero();
        assertThat(hub.jdbc().sql("select cases[1] from identity.link_event where kind = 'FORGOTTEN'").query(Long.class)
                .list()).containsExactly(file);
        assertThat(hub.recipient("awo").inReview()).isZero();
        hub.assertEverythingAddsUp();
    }

    @Test
    void of_a_file_that_was_decided_to_be_somebody_elses_a_digest_of_both_numbers_stays_and_nobody_is_asked_again() {
        doubted();
        long file = doubtedFile();
        long hers = hub.jdbc().sql("select case_id from hub.consent").query(Long.class).single();
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(PersonRegister.class).decide(
                new Decision(hers, file, false, "TEST", "pruefer"), persons -> Set.of()));
        Traces traces = traces(file);

        age(31);
        hub.bean(RetentionRun.class).run();

        assertThat(traces.left()).isEmpty();
        assertThat(count("identity.kept_apart")).isEqualTo(1);
        doubted("Maßnahme", "Kochkurs Muster", "Eintritt", "01.04.2026");
        assertThat(count("identity.review")).isZero();
        assertThat(count("identity.source_case s join hub.instance i on i.no = s.instance_no where i.id = 'jobcenter'"))
                .as("nothing is kept of who takes no part").isZero();
    }
}
