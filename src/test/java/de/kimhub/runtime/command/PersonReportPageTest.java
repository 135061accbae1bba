package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.processing.PersonReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonReportPageTest {

    private static final OfficeNames NAMES = new OfficeNames(Map.of("awo-buende", "AWO Bünde"));

    @Test
    void says_in_german_what_is_held_and_makes_no_markup_of_it() {
        PersonReport report = new PersonReport("2026-11-28T10:00:00+01:00", false, List.of(),
                List.of(new PersonReport.File("awo", "<F & 17>", "2026-03-01", null,
                        List.of(Map.of("person.names.official.family", List.of("Musterfrau \"Probe\" <b>"))))),
                List.of(), List.of(), List.of(), List.of());

        String page = PersonReportPage.of(report, NAMES);

        assertThat(page).startsWith("<!DOCTYPE html><html lang=\"de\">").contains("awo: &lt;F &amp; 17&gt;",
                "Familienname (nach deutschem Recht)", "Musterfrau &quot;Probe&quot; &lt;b&gt;", "Stand: 28.11.2026")
                .doesNotContain("<b>", "person.names");
    }

    @Test
    void writes_codes_and_dates_as_people_do_and_says_where_nothing_is_kept() {
        PersonReport report = new PersonReport("2026-11-28T10:00:00+01:00", false, List.of(),
                List.of(new PersonReport.File("awo", "F-17", "2026-03-01", null, List.of(Map.of(
                        "person.birth.date", List.of("1964-03-16"), "person.sex", List.of("w"),
                        "person.nationalities", List.of("475", "423"))))), List.of(), List.of(), List.of(), List.of());

        String page = PersonReportPage.of(report, NAMES);

        assertThat(page).contains("16.03.1964", "weiblich", "syrisch, afghanisch")
                .contains("<h2>Einwilligungen</h2>\n<p>Keine gespeichert.</p>")
                .doesNotContain("1964-03-16", "475");
    }

    @Test
    void a_birth_date_of_which_only_the_month_is_known_is_written_as_such() {
        PersonReport report = new PersonReport("2026-11-28T10:00:00+01:00", false, List.of(),
                List.of(new PersonReport.File("awo", "F-17", "2026-03-01", null,
                        List.of(Map.of("person.birth.date", List.of("1964-03"))))), List.of(), List.of(), List.of(), List.of());

        assertThat(PersonReportPage.of(report, NAMES)).contains("<td>03.1964</td>");
    }

    @Test
    void offices_and_purposes_are_called_as_people_call_them() {
        PersonReport report = new PersonReport("2026-11-28T10:00:00+01:00", false, List.of(), List.of(),
                List.of(new PersonReport.GivenConsent(1, "awo-buende", List.of("case-management"), List.of("auslaenderbehoerde"),
                        List.of("instance:awo-buende", "instance:gone"), List.of(), "2026-03-01", null, "1", "de", false, true, null)),
                List.of(), List.of(), List.of());

        assertThat(PersonReportPage.of(report, NAMES)).contains("<td>Ausländerbehörde</td>", "<td>AWO Bünde, gone</td>")
                .doesNotContain("instance:", "case-management", "auslaenderbehoerde");
    }
}
