package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.processing.EventExplanation.AtRecipient;
import de.kimhub.processing.EventExplanation.Today;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EventExplainerTest {

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

    private void measureOfSomebodyEnrolled() {
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter",
                        "AZ_NUMMERN", "111A111111").toString());
        hub.run();
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", SEWING)
                .toString());
        hub.run();
    }

    @Test
    void says_who_got_it_by_which_rule_and_consent_and_which_fields_and_why_the_others_do_not() {
        measureOfSomebodyEnrolled();
        assertThat(hub.lines("awo")).hasSize(1);

        EventExplanation explained = explain();

        assertThat(explained.source()).isEqualTo("jobcenter");
        AtRecipient awo = at(explained, "awo");
        assertThat(awo.happened()).singleElement().asString().startsWith("zugestellt am ").contains("nach Regel ");
        assertThat(awo.today()).isInstanceOfSatisfying(Today.Gets.class, gets -> {
            assertThat(gets.fields()).contains("measure.name").doesNotContain("person.names.official.family");
            assertThat(gets.consents()).containsExactly(
                    hub.jdbc().sql("select id from hub.consent").query(Long.class).single());
            assertThat(gets.legalBasis()).isNotBlank();
        });
        assertThat(at(explained, "caritas").happened()).singleElement().asString().contains("nicht weitergegeben, weil: ");
        assertThat(at(explained, "caritas").today()).isInstanceOf(Today.Withheld.class);
        assertThat(explained.toString()).doesNotContain("Nähkurs", "Musterfrau", "111A111111", "AWO-7");
    }

    @Test
    void after_the_withdrawal_it_says_what_was_given_and_that_it_would_not_be_given_now() {
        measureOfSomebodyEnrolled();
        hub.jdbc().sql("update hub.consent set withdrawn_on = current_date").update();

        AtRecipient awo = at(explain(), "awo");

        assertThat(awo.happened()).singleElement().asString().startsWith("zugestellt am ");
        assertThat(awo.today()).isEqualTo(new Today.Withheld("die Einwilligung wurde widerrufen"));
    }

    @Test
    void what_waits_for_a_recipient_that_is_down_waits_in_the_explanation() {
        hub.isDown("awo");
        measureOfSomebodyEnrolled();

        assertThat(at(explain(), "awo").happened()).singleElement().asString()
                .matches("(wartet auf die Weitergabe|versiegelt am ).*");
    }

    @Test
    void an_event_that_does_not_exist_is_not_explained() {
        assertThat(hub.bean(EventExplainer.class).explain(4711, "Anna Beispiel")).isEmpty();
    }

    @Test
    void the_audit_log_says_who_asked() {
        measureOfSomebodyEnrolled();
        explain();
        assertThat(hub.jdbc().sql("select actor from hub.audit_entry where action = 'event-explained'")
                .query(String.class).single()).isEqualTo("Anna Beispiel");
    }

    private EventExplanation explain() {
        long event = hub.jdbc().sql("""
                select max(e.id) from hub.event e join hub.instance i on i.no = e.instance_no
                where i.id = 'jobcenter'""").query(Long.class).single();
        return hub.bean(EventExplainer.class).explain(event, "Anna Beispiel").orElseThrow();
    }

    private static AtRecipient at(EventExplanation explained, String instance) {
        return explained.recipients().stream().filter(one -> one.instance().equals(instance)).findFirst().orElseThrow();
    }
}
