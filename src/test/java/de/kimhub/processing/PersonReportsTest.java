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
    void under_a_block_it_warns_and_says_that_contacts_went_only_before_it() {
        hub.jdbc().sql("insert into identity.disclosure_block (instance_no, case_digest, event_id, says, code, occurred_on)"
                + " select instance_no, case_digest, 4711, 0, '3', current_date from identity.source_case").update();
        PersonReport report = report("awo", "AWO-7");
        assertThat(report.underBlock()).isTrue();
        assertThat(report.blocks()).extracting(one -> one.instance() + one.code() + one.lifted())
                .contains("awo3false", "jobcenter3false");
    }

    @Test
    void what_a_rule_gave_that_is_gone_cannot_be_told_and_the_duty_to_correct_gives_the_day() {
        hub.jdbc().sql("update hub.delivery_batch set rules = array_fill('weg'::text, array[cardinality(rules)])").update();
        assertThat(deliveries()).isNotEmpty().allMatch(one -> one.remark().equals("nicht mehr feststellbar"));
        hub.jdbc().sql("update hub.delivery_batch set rules = array_fill('art-19-dsgvo'::text, array[cardinality(rules)])")
                .update();
        assertThat(deliveries()).isNotEmpty().allMatch(one -> one.remark().equals("nur der Tag"));
    }

    @Test
    void what_waits_or_was_withdrawn_stands_there_and_nobody_who_decided_a_link() {
        hub.jdbc().sql("insert into hub.withdrawn_item (recipient_no, event_id, reason) select i.no, e.id, 'RULE_GONE'"
                + " from hub.event e, hub.instance i where i.id = 'caritas'").update();
        hub.jdbc().sql("insert into hub.outbox_item (recipient_no, lane, event_id, rule) select i.no, 0, e.id, 'die-regel'"
                + " from hub.event e, hub.instance i where i.id = 'caritas'").update();
        hub.jdbc().sql("alter table identity.link_event disable trigger user").update();
        hub.jdbc().sql("update identity.link_event set actor = 'Anna Beispiel'").update();
        PersonReport report = report("awo", "AWO-7");

        assertThat(report.events()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.withheld().get("caritas")).contains("vor der Weitergabe zurückgezogen");
            assertThat(event.waiting()).containsEntry("caritas", "die-regel");
        });
        assertThat(report.links()).isNotEmpty();
        assertThat(report.toString()).doesNotContain("Anna Beispiel");
    }

    private List<PersonReport.Delivery> deliveries() {
        return report("awo", "AWO-7").events().stream().flatMap(event -> event.given().stream()).toList();
    }

    @Test
    void who_is_not_known_is_not_reported() {
        assertThat(hub.bean(PersonReports.class).of("awo", "AWO-9", "Anna Beispiel")).isEmpty();
        assertThat(hub.bean(PersonReports.class).of("jobcenter", "222B222222", "Anna Beispiel")).isEmpty();
        assertThat(hub.jdbc().sql("select actor || ' ' || subject from hub.audit_entry where action = 'person-not-reported'"
                + " order by seq").query(String.class).list()).hasSize(2).contains("Anna Beispiel unknown file of awo");
    }

    @Test
    void the_audit_log_says_who_answered_and_not_about_whom() {
        report("awo", "AWO-7");
        assertThat(hub.jdbc().sql("select actor || subject from hub.audit_entry where action = 'person-reported'")
                .query(String.class).single()).startsWith("Anna Beispielfile ").doesNotContain("AWO-7");
    }

    private static PersonReport withoutTime(PersonReport report) {
        return new PersonReport("", report.underBlock(), report.blocks(), report.files(), report.consents(), report.events(), report.links(), report.copies());
    }

    private PersonReport report(String instance, String number) {
        return hub.bean(PersonReports.class).of(instance, number, "Anna Beispiel").orElseThrow();
    }
}
