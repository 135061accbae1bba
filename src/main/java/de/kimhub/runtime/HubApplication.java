package de.kimhub.runtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.intake.Definitions;
import de.kimhub.intake.KnownInstances;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.keys.Passwords;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.Problem;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.pseudonym.Persons;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.runtime.embedded.BrokerAddress;
import de.kimhub.runtime.live.LastGood;
import de.kimhub.steering.catalogue.CurrentSettings;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.kamelet.springboot.KameletComponentAutoConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The hub's wiring: what no module can know by itself. Of what Spring Boot and Camel offer to set up by themselves only
 * what the hub uses is taken, by name: to look through the rest is most of the work of a start. The pages are a context of
 * their own, {@link PagesServer}.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
        LifecycleAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class, FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, CamelAutoConfiguration.class,
        KameletComponentAutoConfiguration.class})
@ComponentScan(basePackages = "de.kimhub",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "de\\.kimhub\\.(operations\\.pages|steering\\.(board|feed|cube))\\..*"))
class HubApplication {

    private static final Logger LOG = LoggerFactory.getLogger(HubApplication.class);
    private static final int FOR_INTAKE_AND_SWEEP = 10;

    @Bean
    HubConfiguration hubConfiguration(Installation installation) {
        return installation.hub();
    }

    @Bean
    CurrentInstallation currentInstallation(Installation installation, KnownInstances known, Definitions definitions,
                                            HubHome home) {
        return new CurrentInstallation(LastGood.of(installation, known, definitions, home.connectors()));
    }

    @Bean
    Checkpoints checkpoints() {
        return HaltAt.fromEnvironment();
    }

    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }

    @Bean
    KeyVault keyVault(KeyFolder keys) throws IOException {
        return keys.open();
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    /** As they were when the hub started; a domain with errors is left out. */
    @Bean
    PseudonymDomains pseudonymDomains(Installation installation) {
        List<Problem> problems = new ArrayList<>();
        PseudonymDomains domains = DomainsFile.load(installation.folder(), problems);
        problems.forEach(problem -> LOG.warn("{}", problem));
        return domains;
    }

    /** With an error at the start nothing is published until it is mended. */
    @Bean
    CurrentSettings steeringSettings(Installation installation) {
        CurrentSettings settings = CurrentSettings.of(installation.folder());
        settings.problems().forEach(problem -> LOG.warn("{}", problem));
        return settings;
    }

    @Bean
    DisclosureMethod disclosureMethod() {
        return new CellSuppression();
    }

    @Bean
    Persons persons(JdbcTemplate jdbc) {
        return (after, atMost) -> jdbc.queryForList("select id from identity.person where id > ? order by id limit ?",
                Long.class, after, atMost);
    }

    @Bean
    HikariDataSource dataSource(DatabaseAccess access, HubConfiguration hub) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("hub");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setMaximumPoolSize(hub.work().workers() + hub.work().deliveryWorkers() + FOR_INTAKE_AND_SWEEP);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(20_000);
        pool.addDataSourceProperty("ApplicationName", "kim-hub");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The server's detail texts quote rows.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(pool);
    }

    /** Transactions are begun by hand: without proxies that look for annotations. */
    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    ConnectionFactory brokerConnections(BrokerAddress address) {
        // Without a user of its own, what stands in the URL holds.
        CachingConnectionFactory connections = new CachingConnectionFactory(address.user() == null
                ? new ActiveMQConnectionFactory(address.url())
                : new ActiveMQConnectionFactory(address.url(), address.user(), address.password()));
        connections.setSessionCacheSize(8);
        connections.setCacheConsumers(false);
        return connections;
    }
}
