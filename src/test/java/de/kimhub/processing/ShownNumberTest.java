package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The file number that the client showed decides which file is joined, while the consent is in force. */
class ShownNumberTest {

    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};

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

    private long persons() {
        return hub.jdbc().sql("select count(distinct person_id) from identity.source_case").query(Long.class).single();
    }

    private static Exports caseOf(String number, String family) {
        return Exports.awo().entry("1", number, "fall_eroeffnet", family, PERSON[1], PERSON[2]);
    }

    private static String jobcenter(String number) {
        return Exports.jobcenter().person(number, PERSON[0], PERSON[1], PERSON[2]).toString();
    }

    private static String consent(String caseNumber, String shown) {
        return caseOf(caseNumber, PERSON[0]).consent("2", caseNumber, PERSON[0], PERSON[1], PERSON[2], "AZ_STELLEN",
                "jobcenter", "AZ_NUMMERN", shown).toString();
    }

    @Test
    void two_people_of_the_same_name_who_showed_different_numbers_stay_two() {
        hub.give("caritas", consent("CAR-1", "222B222222"));
        hub.run();
        hub.give("jobcenter", jobcenter("222B222222"));
        hub.run();
        hub.give("awo", consent("AWO-7", "111A111111"));
        hub.run();

        assertThat(persons()).isEqualTo(2);
    }

    @Test
    void a_file_of_the_same_name_but_another_number_than_the_shown_one_is_not_linked() {
        hub.give("awo", consent("AWO-7", "111A111111"));
        hub.run();
        hub.give("jobcenter", jobcenter("222B222222"));
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from identity.source_case").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void the_number_of_a_consent_whose_case_is_closed_joins_nothing() {
        hub.give("awo", caseOf("AWO-7", PERSON[0]).consent("2", "AWO-7", PERSON[0], PERSON[1], PERSON[2],
                "AZ_STELLEN", "jobcenter", "AZ_NUMMERN", "111A111111")
                .entry("3", "AWO-7", "fall_abgeschlossen", PERSON[0], PERSON[1], PERSON[2]).toString());
        hub.run();
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", PERSON[0], PERSON[1], PERSON[2]).toString());
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from identity.source_case").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void the_number_at_a_body_that_the_consent_does_not_name_joins_nothing() {
        hub.give("awo", caseOf("AWO-7", PERSON[0]).consent("2", "AWO-7", PERSON[0], PERSON[1], PERSON[2],
                "EINW_QUELLEN", "einbuergerungsbehoerde", "AZ_STELLEN", "jobcenter", "AZ_NUMMERN", "111A111111")
                .toString());
        hub.run();
        hub.give("jobcenter", jobcenter("111A111111"));
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from identity.source_case").query(Long.class).single())
                .isEqualTo(1);
    }
}
