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
        List.of("wohnen", "arbeit").forEach(theme -> kreis.count(Measure.CONSULTATION, 2, consultation("awo", theme, 4))
                .count(Measure.CONSULTATION, 2, consultation("caritas", theme, 4)));
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

    /** Three consultations need others beside them that are hidden, and zeros cost least: a hidden number need not be anybody's. */
    @Test
    void zeros_of_consultations_are_hidden_like_other_numbers() {
        PublishedKreis kreis = new PublishedKreis(Map.of("beratungen-ort", 0));
        count(kreis, HERFORD, "wohnen", 3);
        count(kreis, BUENDE, "wohnen", 33);
        count(kreis, HERFORD, "arbeit", 13);
        count(kreis, BUENDE, "aufenthalt", 10);
        Themes.texts().keySet().stream().filter(theme -> !List.of("wohnen", "arbeit", "aufenthalt").contains(theme)).forEach(theme -> {
            count(kreis, HERFORD, theme, 400);
            count(kreis, BUENDE, theme, 400);
        });
        for (int quarter = 1; quarter <= 4; quarter++) {
            kreis.release(quarter(quarter));
        }
        assertThat(kreis.form("beratungen-ort")).isEqualTo("year municipality theme");
        assertThat(List.of(kreis.read(year(HERFORD, "wohnen")), kreis.read(year(BUENDE, "arbeit")), kreis.read(year(HERFORD, "aufenthalt"))))
                .containsOnly(Optional.empty());
        assertThat(kreis.read(year(HERFORD, "sprache"))).contains(400L);
    }

    /** Half of them with each organisation. */
    private static void count(PublishedKreis kreis, String town, String theme, int number) {
        kreis.count(Measure.CONSULTATION, number / 2, new GroupKey(town, "awo", theme, "", "", quarter(1).id(), null))
                .count(Measure.CONSULTATION, number - number / 2, new GroupKey(town, "caritas", theme, "", "", quarter(4).id(), null));
    }

    private static String year(String town, String theme) {
        return "consultation opened=2026-Q1+2026-Q2+2026-Q3+2026-Q4 municipality=" + town + " theme=" + theme;
    }
}
