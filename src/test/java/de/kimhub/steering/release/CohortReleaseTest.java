package de.kimhub.steering.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.CellSuppression;
import de.kimhub.message.Measure;
import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.SteeringSettings.Municipality;
import de.kimhub.steering.catalogue.SteeringSettings.Organisation;
import de.kimhub.steering.fact.Periods;
import de.kimhub.testing.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Nine quarters of arrivals and what became of them, counted, published and proven in a database. */
class CohortReleaseTest {

    private static final List<Quarter> QUARTERS = Quarter.between(new Quarter(2024, 1), new Quarter(2026, 1));
    private static final SteeringSettings SETTINGS = new SteeringSettings("test", new Municipality("05758", "Test", true),
            Optional.of(QUARTERS.getFirst()), 1, 5, 30, List.of(), List.of(), Stream.of("awo", "caritas", "bamf").map(one ->
            new Organisation(one, one, Set.of(one), Optional.empty())).toList(), Map.of("ankunft-stationen", 0, "zeit-bis-erstberatung", 0),
            List.of(), List.of());

    @RegisterExtension
    final Database database = new Database();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @AfterEach
    void stop() {
        context.close();
    }

    private static final class TwoStations extends SteeringParts.AllMeasures {

        @Override
        public Map<Measure, Ground> grounds() {
            return Map.of(Measure.FIRST_CONSULTATION, new Ground(true, false), Measure.ARRIVAL_TO_COURSE, new Ground(true, false));
        }
    }

    /** @param told in how many quarters; negative: not yet */
    private void arrived(int number, Quarter quarter, Measure measure, String organisation, int told, int days) {
        for (int i = 0; i < number; i++) {
            database.jdbc().sql("insert into steering.unit (measure, rule, opened_in, closed_in, days, organisation, person) values (?, 'test', ?, ?, ?, "
                    + "?, gen_random_uuid()::text)").params(measure.number(), quarter.id(), told < 0 ? null : quarter.plus(told).id(),
                    told < 0 ? null : days, organisation).update();
        }
    }

    private Map<String, String> cells(String release) {
        return database.jdbc().sql("select array_to_string(codes, ' ') as place, coalesce(value::text, sign) as what from cube.cell "
                + "where table_id = 'ankunft-stationen' and release_id = ?").param(release).query((row, no) ->
                Map.entry(row.getString("place"), row.getString("what"))).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void a_year_of_arrivals_is_told_one_year_later_and_what_is_not_known_is_not_zero() {
        SteeringParts.publishing(context, database, SETTINGS, new CellSuppression());
        context.getBean(Periods.class).begin(QUARTERS.getFirst());
        for (Quarter quarter : QUARTERS) {
            arrived(12, quarter, Measure.FIRST_CONSULTATION, "awo", 0, 20);
            arrived(9, quarter, Measure.FIRST_CONSULTATION, "caritas", 1, 60);
            arrived(4, quarter, Measure.FIRST_CONSULTATION, "caritas", 5, 400);
            arrived(6, quarter, Measure.FIRST_CONSULTATION, "kreis", -1, 0);
            arrived(30, quarter, Measure.ARRIVAL_TO_COURSE, "bamf", 3, 200);
            arrived(1, quarter, Measure.ARRIVAL_TO_COURSE, "kreis", -1, 0);
        }
        for (Quarter quarter : QUARTERS) {
            Releases.Result result = context.getBean(Releases.class).release(quarter, LocalDate.of(2026, 6, 1), new TwoStations(), line -> { });
            boolean told = quarter.compareTo(new Quarter(2025, 4)) >= 0;
            assertThat(result.withheld()).as(quarter.id()).isEqualTo(told ? Map.of() : Map.of("ankunft-stationen", Reasons.NO_COHORT));
            assertThat(context.getBean(Verification.class).verify(result.id()).findings()).as(quarter.id()).isEmpty();
        }

        Map<String, String> cells = cells("2025-q4");
        assertThat(cells).containsEntry("2024-Q1.2024-Q4 erstberatung *", "124").containsEntry("2024-Q1.2024-Q4 erstberatung 1", "84")
                .as("all but four").containsEntry("2024-Q1.2024-Q4 kurs *", "124").containsEntry("2024-Q1.2024-Q4 kurs 1", "*")
                .as("nobody tells of naturalisations").containsEntry("2024-Q1.2024-Q4 einbuergerung *", ".")
                .containsEntry("2024-Q1.2024-Q4 einbuergerung 1", ".");
        assertThat(cells).as("neither two years nor the next year of arrivals is over").hasSize(10);
        assertThat(cells("2026-q1")).as("nothing new before the next year is over").isEqualTo(cells);
        assertThat(database.jdbc().sql("select first_period from cube.published_table where id = 'ankunft-stationen' and release_id = '2024-q1'")
                .query(String.class).single()).isEqualTo("2025-Q4");
    }
}
