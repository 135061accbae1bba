package de.kimhub.steering.release;

import static de.kimhub.steering.release.PublishedKreis.BUENDE;
import static de.kimhub.steering.release.PublishedKreis.HERFORD;
import static de.kimhub.steering.release.PublishedKreis.quarter;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everybody knows that it cannot be convinces nobody in a proof, and what could be is no member's own. */
class PossibleGroupsTest {

    private final PublishedKreis kreis = new PublishedKreis(Map.of());

    private List<GroupKey> empty(Measure measure, int quarter) {
        return kreis.base(measure, quarter(quarter)).groups().stream().filter(group -> group.count() == 0).map(Base.Group::key).toList();
    }

    @Test
    void nobody_may_have_come_or_gone_before_an_organisation_told_anything() {
        kreis.count(Measure.CASE, 9, new GroupKey(BUENDE, "awo", "", "", "", quarter(1).id(), null))
                .count(Measure.CASE, 9, new GroupKey(BUENDE, "awo", "", "", "", quarter(1).id(), quarter(3).id()))
                .count(Measure.CASE, 9, new GroupKey(HERFORD, "caritas", "", "bestand", "", quarter(3).id(), null));
        Set<String> may = kreis.base(Measure.CASE, quarter(4)).groups().stream().map(Base.Group::key).flatMap(key ->
                Stream.of(key.organisation() + " opened " + key.openedIn(), key.organisation() + " closed " + key.closedIn()))
                .filter(text -> !text.endsWith("null")).collect(Collectors.toSet());

        assertThat(may).filteredOn(text -> text.startsWith("awo")).hasSize(8);
        assertThat(may).filteredOn(text -> text.startsWith("caritas")).containsExactlyInAnyOrder("caritas opened 2026-Q3",
                "caritas opened 2026-Q4", "caritas closed 2026-Q3", "caritas closed 2026-Q4");
    }

    /** Else a theme that is hidden in a first quarter would be one of which somebody was advised. */
    @Test
    void an_organisation_may_have_advised_on_every_theme_since_its_first_quarter() {
        kreis.count(Measure.CONSULTATION, 2, new GroupKey(BUENDE, "awo", "wohnen", "", "", quarter(1).id(), null))
                .count(Measure.CONSULTATION, 2, new GroupKey(HERFORD, "caritas", "aufenthalt", "", "", quarter(2).id(), null));

        List<String> may = new ArrayList<>();
        Stream.concat(Stream.of(""), Themes.texts().keySet().stream()).forEach(theme -> may.addAll(List.of("awo 2026-Q1 " + theme,
                "awo 2026-Q2 " + theme, "caritas 2026-Q2 " + theme)));
        may.removeAll(List.of("awo 2026-Q1 wohnen", "caritas 2026-Q2 aufenthalt"));
        assertThat(empty(Measure.CONSULTATION, 2).stream().map(key -> String.join(" ", key.organisation(), key.openedIn(), key.theme())))
                .containsExactlyInAnyOrderElementsOf(may);
    }

    @Test
    void an_organisation_works_where_it_was_seen() {
        kreis.count(Measure.CASE, 2, new GroupKey(BUENDE, "awo", "", "", "", quarter(1).id(), null))
                .count(Measure.CASE, 2, new GroupKey(HERFORD, "awo", "", "", "", quarter(2).id(), null))
                .count(Measure.CASE, 2, new GroupKey(HERFORD, "caritas", "", "", "", quarter(1).id(), null));

        assertThat(empty(Measure.CASE, 2).stream().map(key -> key.organisation() + " " + key.municipality()).distinct())
                .containsExactlyInAnyOrder("awo " + BUENDE, "awo " + HERFORD, "caritas " + HERFORD);
    }

    @Test
    void a_wait_may_have_been_of_any_class_that_fits_between_its_ends_whoever_opened_it() {
        kreis.count(Measure.COURSE, 4, new GroupKey(HERFORD, "auslaenderbehoerde", "", "", "", quarter(1).id(), null))
                .count(Measure.COURSE, 4, new GroupKey(HERFORD, "awo", "", "", "0-7", quarter(2).id(), quarter(2).id()));

        assertThat(empty(Measure.COURSE, 2)).extracting(GroupKey::organisation).containsOnly("awo");
        assertThat(empty(Measure.COURSE, 2)).extracting(GroupKey::dayClass).containsExactlyInAnyOrder("0-7", "8-14", "15-28",
                "29-56", "57-112", "113-");
        assertThat(empty(Measure.COURSE, 2)).extracting(GroupKey::closedIn).containsOnly(quarter(2).id());
    }

    @Test
    void who_arrived_may_have_reached_a_station_in_any_span_that_fits_or_in_none_and_nobody_knows_the_latter() {
        kreis.count(Measure.ARRIVAL_TO_COURSE, 4, new GroupKey(HERFORD, "", "", "", "", quarter(1).id(), null))
                .count(Measure.ARRIVAL_TO_COURSE, 4, new GroupKey(HERFORD, "bamf", "", "", "", "1", quarter(2).id(), quarter(4).id()));

        assertThat(empty(Measure.ARRIVAL_TO_COURSE, 6).stream().map(key -> key.openedIn() + " " + key.organisation() + " " + key.span()))
                .contains(quarter(1).id() + " bamf 1", quarter(1).id() + " bamf 2", quarter(1).id() + "  ", quarter(6).id() + "  ")
                .as("a year is not over in five quarters").doesNotContain(quarter(2).id() + " bamf 3", quarter(6).id() + " bamf 2")
                .doesNotHaveDuplicates();
        assertThat(empty(Measure.ARRIVAL_TO_COURSE, 3)).as("before anybody told of the station").extracting(GroupKey::organisation)
                .containsOnly("");
    }
}
