package de.kimhub.steering.release;

import static de.kimhub.steering.release.PublishedKreis.BUENDE;
import static de.kimhub.steering.release.PublishedKreis.HERFORD;
import static de.kimhub.steering.release.PublishedKreis.quarter;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Themes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What numbers of several releases tell together, though each is safe beside the others that stand in a table. */
class AllThatWasSaidTest {

    private static GroupKey consultation(String organisation, String theme, int quarter) {
        return new GroupKey(organisation.equals("awo") ? BUENDE : HERFORD, organisation, theme, "", "", quarter(quarter).id(), null);
    }

    /** The newest quarter is told by the year only, as nearly all of it would be hidden: the year tells it to who keeps the quarters. */
    @Test
    void a_year_that_stands_in_for_a_quarter_of_few_does_not_give_that_quarter_away() {
        PublishedKreis kreis = new PublishedKreis(Map.of("beratungen-thema", 0));
        for (int quarter = 1; quarter <= 3; quarter++) {
            for (String theme : Themes.texts().keySet()) {
                kreis.count(Measure.CONSULTATION, 20, consultation("awo", theme, quarter))
                        .count(Measure.CONSULTATION, 30, consultation("caritas", theme, quarter));
            }
        }
        kreis.count(Measure.CONSULTATION, 3, consultation("awo", "wohnen", 4)).count(Measure.CONSULTATION, 3, consultation("awo", "arbeit", 4));
        for (int quarter = 1; quarter <= 4; quarter++) {
            kreis.release(quarter(quarter));
        }
        assertThat(kreis.form("beratungen-thema")).isEqualTo("year theme");
        assertThat(kreis.read("consultation opened=2026-Q1+2026-Q2+2026-Q3+2026-Q4 theme=sprache")).contains(150L);
        List<Optional<Long>> parts = List.of(kreis.read("consultation opened=2026-Q1+2026-Q2+2026-Q3+2026-Q4 theme=wohnen"),
                kreis.read("consultation opened=2026-Q1 theme=wohnen"), kreis.read("consultation opened=2026-Q2 theme=wohnen"),
                kreis.read("consultation opened=2026-Q3 theme=wohnen"));
        assertThat(parts).as("year - three quarters = %s", parts).contains(Optional.empty());
    }

    private static GroupKey procedure(int opened, Integer closed, String dayClass) {
        return new GroupKey(HERFORD, "awo", "", "", dayClass, quarter(opened).id(), closed == null ? null : quarter(closed).id());
    }

    /** Everybody knows that who was decided on had waited for some time: there is no decision that has none. */
    @Test
    void decisions_of_few_are_not_given_away_by_how_long_decisions_took() {
        PublishedKreis kreis = new PublishedKreis(Map.of("einbuergerung", 0, "dauer-einbuergerung", 0));
        kreis.count(Measure.NATURALISATION, 300, new GroupKey(HERFORD, "awo", "", "bestand", "", quarter(1).id(), null));
        for (int quarter = 1; quarter <= 4; quarter++) {
            kreis.count(Measure.NATURALISATION, 40, procedure(quarter, null, ""))
                    .count(Measure.NATURALISED_PERSON, 30, procedure(quarter, null, ""));
        }
        kreis.count(Measure.NATURALISATION, 10, procedure(1, 1, "0-91")).count(Measure.NATURALISATION, 10, procedure(1, 2, "92-182"))
                .count(Measure.NATURALISATION, 10, procedure(1, 3, "183-365")).count(Measure.NATURALISATION, 1, procedure(2, 4, "183-365"));
        for (int quarter = 1; quarter <= 4; quarter++) {
            kreis.release(quarter(quarter));
        }
        assertThat(kreis.form("einbuergerung")).isEqualTo("quarter step");
        assertThat(kreis.form("dauer-einbuergerung")).startsWith("year");
        assertThat(kreis.read("naturalisation closed=2026-Q4")).isEmpty();
        List<Optional<Long>> parts = List.of(kreis.read("naturalisation closed=2026-Q1+2026-Q2+2026-Q3+2026-Q4 class!-"),
                kreis.read("naturalisation closed=2026-Q1"), kreis.read("naturalisation closed=2026-Q2"),
                kreis.read("naturalisation closed=2026-Q3"));
        assertThat(parts).as("year - three quarters = %s", parts).contains(Optional.empty());
    }

    /** Everybody knows since when: a proof that lets somebody come to who told nothing yet convinces nobody. */
    @Test
    void nobody_may_have_come_or_gone_before_an_organisation_told_anything() {
        PublishedKreis kreis = new PublishedKreis(Map.of());
        kreis.count(Measure.CASE, 9, new GroupKey(BUENDE, "awo", "", "", "", quarter(1).id(), null))
                .count(Measure.CASE, 9, new GroupKey(BUENDE, "awo", "", "", "0-7", quarter(1).id(), quarter(3).id()))
                .count(Measure.CASE, 9, new GroupKey(HERFORD, "caritas", "", "bestand", "", quarter(3).id(), null));
        Set<String> may = kreis.base(Measure.CASE, quarter(4)).groups().stream().map(Base.Group::key).flatMap(key ->
                Stream.of(key.organisation() + " opened " + key.openedIn(), key.organisation() + " closed " + key.closedIn()))
                .filter(text -> !text.endsWith("null")).collect(Collectors.toSet());

        assertThat(may).filteredOn(text -> text.startsWith("awo")).hasSize(8);
        assertThat(may).filteredOn(text -> text.startsWith("caritas")).containsExactlyInAnyOrder("caritas opened 2026-Q3",
                "caritas opened 2026-Q4", "caritas closed 2026-Q3", "caritas closed 2026-Q4");
    }
}
