package de.kimhub.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.release.Verification;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Four quarters of a Kreis of the programme's size: everything that the overview needs is shown, and each release is proven. */
class DemoHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void a_kreis_of_500_cases_shows_its_overview_and_each_release_is_proven() throws IOException {
        try (AnnotationConfigApplicationContext hub = SteeringParts.start(database, folder, Clock.systemDefaultZone())) {
            List<String> lines = new ArrayList<>();
            new DemoHistory(hub::getBean, Integer.getInteger("kimhub.cases", 500), 4, 20).publish(TODAY, lines::add);

            assertThat(lines).hasSize(5);
            Verification verification = hub.getBean(Verification.class);
            assertThat(verification.releases()).containsExactly("2025-q4", "2026-q1", "2026-q2", "2026-q3");
            assertThat(verification.releases()).allSatisfy(release ->
                    assertThat(verification.verify(release).findings()).as(release).isEmpty());
            assertThat(newest("bestand-stelle")).as("not hidden any more by what an organisation took in that quarter").isPositive();
            assertThat(database.jdbc().sql("select string_agg(codes[2], ' ' order by codes[2]) from cube.cell where release_id = '2026-q3' and "
                    + "table_id = 'kursergebnis' and value >= 5").query(String.class).single()).as("how courses ended").contains("a2", "b1");
            assertThat(overview()).as("latest totals").isNotEmpty().allSatisfy(cell -> assertThat(cell).doesNotEndWith("hidden"));
            assertThat(database.jdbc().sql("select id from cube.published_table where release_id = '2026-q3' and withheld is not null")
                    .query(String.class).list()).as("no year of arrivals was a year ago").containsExactly("ankunft-stationen");
        }
    }

    /** How many organisations or municipalities have a number in the newest quarter. */
    private long newest(String table) {
        return database.jdbc().sql("select count(*) from cube.cell where release_id = '2026-q3' and table_id = ? and codes[1] = '2026-Q3' and "
                + "codes[2] <> '*' and value > 0").param(table).query(Long.class).single();
    }

    /** Totals of the last quarter in tables of the indicators on the first screen. */
    private List<String> overview() {
        return database.jdbc().sql("""
                select t.id || ' ' || array_to_string(c.codes, ' ') || ' = ' || coalesce(c.value::text, 'hidden') from cube.cell c
                  join cube.published_table t on t.release_id = c.release_id and t.id = c.table_id
                 where t.release_id = '2026-q3' and t.indicator in (2, 4, 9) and c.codes[1] = '2026-Q3'
                   and (array_length(c.codes, 1) = 1 or c.codes[array_length(c.codes, 1)] = '*') order by 1""").query(String.class).list();
    }
}
