package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCases;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Enrolment follows what its source said last, however late the hub understood the rest of it. */
class LateConsentTest {

    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("jobcenter", stock());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("111A111111", PERSON[0], PERSON[1], PERSON[2], measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString();
    }

    private static Exports entry(Exports export, String number, String kind, String... more) {
        return export.entry(number, "AWO-7", kind, PERSON[0], PERSON[1], PERSON[2], more);
    }

    private static Exports consent(Exports export, String number, String caseNumber) {
        return export.consent(number, caseNumber, PERSON[0], PERSON[1], PERSON[2], "EINW_NUMMER", "E-2", "AZ_STELLEN",
                "jobcenter", "AZ_NUMMERN", "111A111111");
    }

    private void refuse(int record) {
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = " + record + ") execute function hub.refuse()").update();
    }

    private void replay() {
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
        assertThat(hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()))
                .isEqualTo(new Replay.Result(1, 0, 0));
        hub.run();
    }

    private void aMeasureBegins() {
        hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"));
        hub.run();
    }

    @Test
    void a_consent_that_was_withdrawn_while_it_was_refused_is_never_in_force() {
        refuse(2);
        hub.give("awo", entry(consent(entry(Exports.awo(), "1", "fall_eroeffnet"), "2", "AWO-7"), "3", "widerruf",
                "EINW_NUMMER", "E-2").toString());
        hub.run();
        replay();

        aMeasureBegins();

        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.jdbc().sql("select count(*) from hub.status_request").query(Long.class).single()).isZero();
    }

    @Test
    void a_case_that_was_closed_since_is_not_opened_by_a_replay() {
        refuse(3);
        hub.give("awo", entry(entry(consent(entry(Exports.awo(), "1", "fall_eroeffnet"), "2", "AWO-7"), "3",
                "fall_eroeffnet", "DATUM", "03.02.2026"), "4", "fall_abgeschlossen", "ABSCHLUSSGRUND", "")
                .toString());
        hub.run();
        replay();

        aMeasureBegins();

        assertThat(hub.files("awo")).isEmpty();
    }

    @Test
    void a_case_that_is_closed_and_opened_again_in_one_export_is_open() {
        hub.give("awo", consent(entry(Exports.awo(), "1", "fall_eroeffnet"), "2", "AWO-7").toString());
        hub.give("awo", entry(entry(Exports.awo(), "3", "fall_abgeschlossen"), "4", "fall_eroeffnet").toString());
        hub.run();

        aMeasureBegins();

        assertThat(hub.lines("awo")).isNotEmpty();
    }

    @Test
    void a_withdrawal_ends_the_consent_also_when_another_batch_just_gave_another_person() throws Exception {
        hub.give("awo", consent(entry(Exports.awo(), "1", "fall_eroeffnet"), "2", "AWO-7").toString());
        hub.run();
        hub.give("jobcenter", stock());
        hub.run();
        long document = hub.give("awo", entry(Exports.awo(), "3", "widerruf", "EINW_NUMMER", "E-2")
                .entry("4", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991").toString());
        SourceCases cases = hub.bean(SourceCases.class);
        CompletableFuture<?>[] batch = new CompletableFuture<?>[1];
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            hub.bean(PersonRegister.class).lock(List.of(cases.digest("awo", "AWO-8")), List.of());
            batch[0] = CompletableFuture.runAsync(() -> hub.bean(Processing.class).work(document));
            await(() -> hub.jdbc().sql("select count(*) from pg_locks where locktype = 'advisory' and not granted "
                            + "and database = (select oid from pg_database where datname = current_database())")
                    .query(Long.class).single() == 1);
            List<Long> persons = hub.jdbc().sql("select person_id from hub.consent").query(Long.class).list();
            long asked = hub.jdbc().sql("select case_id from hub.consent").query(Long.class).single();
            assertThat(cases.ofPersons(persons)).hasSize(2);
            hub.bean(PersonRegister.class).split(persons.getFirst(), Set.of(asked), "TEST", "test");
        });
        batch[0].get(20, TimeUnit.SECONDS);
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from hub.consent where withdrawn_on is null").query(Long.class)
                .single()).isZero();
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_consent_that_was_entered_in_the_wrong_file_ends_there_when_it_is_corrected() {
        hub.give("awo", consent(Exports.awo().entry("1", "AWO-9", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991")
                .entry("5", "AWO-7", "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2]), "2", "AWO-9").toString());
        hub.run();
        hub.give("awo", consent(Exports.awo(), "2", "AWO-7").toString());
        hub.run();

        assertThat(hub.jdbc().sql("""
                select count(*) from hub.consent c join identity.source_case s on s.id = c.case_id
                where c.withdrawn_on is null group by s.id""").query(Long.class).list()).containsExactly(1L);
    }
}
