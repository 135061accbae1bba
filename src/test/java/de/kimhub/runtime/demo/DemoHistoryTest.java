package de.kimhub.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.Measure;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.pseudonym.Persons;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.steering.catalogue.SettingsFile;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.release.FactSources;
import de.kimhub.steering.release.Verification;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Four quarters of a Kreis of the programme's size: everything that the overview needs is shown, and each release is proven. */
class DemoHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private AnnotationConfigApplicationContext hub() throws IOException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        KeyVault vault = keys.open();
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(KeyVault.class, () -> vault);
        context.registerBean(KeyFolder.class, () -> keys);
        context.registerBean(Clock.class, Clock::systemDefaultZone);
        context.registerBean(Persons.class, () -> (after, atMost) -> List.of());
        context.registerBean(PseudonymDomains.class, () -> DomainsFile.load(Path.of("config/demo"), new ArrayList<>()));
        context.registerBean(SteeringSettings.class, () -> SettingsFile.load(Path.of("config/demo"), new ArrayList<>()));
        context.registerBean(DisclosureMethod.class, CellSuppression::new);
        context.registerBean(FactSources.class, AllMeasures::new);
        context.scan("de.kimhub.privacy", "de.kimhub.pseudonym", "de.kimhub.steering.fact", "de.kimhub.steering.release");
        context.refresh();
        return context;
    }

    @Test
    void a_kreis_of_500_cases_shows_its_overview_and_each_release_is_proven() throws IOException {
        try (AnnotationConfigApplicationContext hub = hub()) {
            List<String> lines = new ArrayList<>();
            new DemoHistory(hub::getBean, Integer.getInteger("kimhub.cases", 500), 20).publish(TODAY, lines::add);

            assertThat(lines).hasSize(5);
            Verification verification = hub.getBean(Verification.class);
            assertThat(verification.releases()).containsExactly("2025-q4", "2026-q1", "2026-q2", "2026-q3");
            assertThat(verification.releases()).allSatisfy(release ->
                    assertThat(verification.verify(release).findings()).as(release).isEmpty());
            assertThat(overview()).as("latest totals").isNotEmpty().allSatisfy(cell -> assertThat(cell).doesNotContain("hidden"));
            assertThat(database.jdbc().sql("select id from cube.published_table where release_id = '2026-q3' and withheld is not null")
                    .query(String.class).list()).isEmpty();
        }
    }

    /** Totals of the last quarter in tables of the indicators on the first screen. */
    private List<String> overview() {
        return database.jdbc().sql("""
                select t.id || ' ' || array_to_string(c.codes, ' ') || ' = ' || coalesce(c.value::text, 'hidden') from cube.cell c
                  join cube.published_table t on t.release_id = c.release_id and t.id = c.table_id
                 where t.release_id = '2026-q3' and t.indicator in (2, 4, 9) and c.codes[1] = '2026-Q3'
                   and (array_length(c.codes, 1) = 1 or c.codes[array_length(c.codes, 1)] = '*') order by 1""").query(String.class).list();
    }

    private static final class AllMeasures implements FactSources {

        @Override
        public Map<Measure, Ground> grounds() {
            return Arrays.stream(Measure.values()).collect(Collectors.toMap(one -> one, one -> new Ground(false, false)));
        }

        @Override
        public Map<String, LocalDate> lastDeliveries(LocalDate until) {
            return Map.of();
        }

        @Override
        public Set<String> withOpenReviews() {
            return Set.of();
        }
    }
}
