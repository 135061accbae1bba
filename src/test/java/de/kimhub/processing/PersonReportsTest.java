package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PersonReportsTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026", "Team", "Team 1"};

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
                .entry("3", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991").toString());
        hub.run();
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", SEWING)
                .person("222B222222", "Testmann", "Probe", "07.08.1991", SEWING).toString());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void shows_everything_of_one_person_found_by_any_of_their_files() {
        PersonReport report = report("awo", "AWO-7");

        assertThat(report.files()).extracting(PersonReport.File::instance, PersonReport.File::number)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("awo", "AWO-7"),
                        org.assertj.core.groups.Tuple.tuple("jobcenter", "111A111111"));
        assertThat(report.files()).allSatisfy(file -> assertThat(file.versions().getFirst())
                .containsEntry("person.names.official.family", List.of("Musterfrau")));
        assertThat(report.consents()).singleElement().satisfies(consent ->
                assertThat(consent.takenBy()).isEqualTo("awo"));
        assertThat(report.events()).filteredOn(event -> event.type().equals("Maßnahme begonnen")).isNotEmpty()
                .allSatisfy(event -> assertThat(event.content()).containsEntry("measure.name", List.of("Nähkurs Muster")))
                .anySatisfy(event -> assertThat(event.given()).singleElement().satisfies(given -> {
                    assertThat(given.instance()).isEqualTo("awo");
                    assertThat(given.fields()).contains("measure.name");
                }));
        assertThat(report.copies()).extracting(PersonReport.Copy::instance).contains("awo", "jobcenter");
        assertThat(withoutTime(report("jobcenter", "111A111111"))).isEqualTo(withoutTime(report));
    }

    @Test
    void shows_nothing_of_anybody_else() {
        assertThat(report("awo", "AWO-7").toString()).doesNotContain("Testmann", "AWO-8", "222B222222");
    }

    @Test
    void what_was_told_of_somebody_else_under_this_file_and_corrected_is_not_shown_to_its_person() {
        hub.give("awo", Exports.awo().entry("4", "AWO-7", "beratung", "Fremdling", "Gerda", "09.09.1949",
                "STRASSE", "Fremdweg", "ORT", "Fremdort", "THEMA", "wohnen", "BERATUNGSART", "persoenlich").toString());
        hub.run();
        assertThat(report("awo", "AWO-7").events().toString()).as("not in any event").doesNotContain("Fremd", "Musterfrau");

        assertThat(hub.jdbc().sql("update hub.event set state = 2 where payload is not null and state = 0").update())
                .isPositive();
        assertThat(report("awo", "AWO-7").events()).filteredOn(event -> event.state().equals("zurückgenommen"))
                .isNotEmpty().allSatisfy(event -> {
                    assertThat(event.content()).isEmpty();
                    assertThat(event.leftOut()).contains("zurückgenommen oder berichtigt");
                });
    }

    @Test
    void who_is_not_known_is_not_reported() {
        assertThat(hub.bean(PersonReports.class).of("awo", "AWO-9", "Anna Beispiel")).isEmpty();
        assertThat(hub.bean(PersonReports.class).of("jobcenter", "222B222222", "Anna Beispiel")).isEmpty();
    }

    @Test
    void the_audit_log_says_who_answered_and_not_about_whom() {
        report("awo", "AWO-7");
        assertThat(hub.jdbc().sql("select actor || subject from hub.audit_entry where action = 'person-reported'")
                .query(String.class).single()).startsWith("Anna Beispielfile ").doesNotContain("AWO-7");
    }

    private static PersonReport withoutTime(PersonReport report) {
        return new PersonReport("", report.files(), report.consents(), report.events(), report.links(), report.copies());
    }

    private PersonReport report(String instance, String number) {
        return hub.bean(PersonReports.class).of(instance, number, "Anna Beispiel").orElseThrow();
    }
}
