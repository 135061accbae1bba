package de.kimhub.steering;

import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.Measure;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.pseudonym.Persons;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.release.FactSources;
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
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts and publishes, with the demo's settings, and a source for every measure. */
public final class SteeringParts {

    private SteeringParts() {
    }

    /** @param more parts besides */
    public static AnnotationConfigApplicationContext start(Database database, Path folder, Clock clock, Class<?>... more) throws IOException {
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
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Persons.class, () -> (after, atMost) -> List.of());
        context.registerBean(PseudonymDomains.class, () -> DomainsFile.load(Path.of("config/demo"), new ArrayList<>()));
        context.registerBean(CurrentSettings.class, () -> CurrentSettings.of(Path.of("config/demo")));
        context.registerBean(DisclosureMethod.class, CellSuppression::new);
        context.registerBean(FactSources.class, AllMeasures::new);
        context.scan("de.kimhub.privacy", "de.kimhub.pseudonym", "de.kimhub.steering.fact", "de.kimhub.steering.release");
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
        return context;
    }

    /** Counting and publishing alone, of units that stand in the database. */
    public static void publishing(AnnotationConfigApplicationContext context, Database database, SteeringSettings settings,
                                  DisclosureMethod method) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(CurrentSettings.class, () -> CurrentSettings.of(settings));
        context.registerBean(DisclosureMethod.class, () -> method);
        context.scan("de.kimhub.steering.fact", "de.kimhub.steering.release");
        context.refresh();
    }

    /** Counts everything, of everybody. */
    public static class AllMeasures implements FactSources {

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
