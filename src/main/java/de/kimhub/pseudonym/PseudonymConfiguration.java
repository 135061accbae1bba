package de.kimhub.pseudonym;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
public class PseudonymConfiguration {

    @Bean
    PseudonymParts pseudonymParts(PseudonymDomains domains, JdbcTemplate jdbc, PlatformTransactionManager transactions,
                                  KeyVault vault, KeyFolder folder, AuditLog audit, Clock clock) {
        return new PseudonymParts(domains, jdbc, new TransactionTemplate(transactions), vault, folder.domainKeys(),
                audit, clock);
    }

    @Bean
    Pseudonyms pseudonyms(PseudonymParts parts) {
        return parts.pseudonyms();
    }

    @Bean
    Pseudonymisation pseudonymisation(Pseudonyms pseudonyms) {
        return new Pseudonymisation(pseudonyms);
    }

    @Bean
    Rotations pseudonymRotations(PseudonymParts parts) {
        return parts.rotations();
    }

    @Bean
    Tokens pseudonymTokens(PseudonymParts parts) {
        return parts.tokens();
    }

    @Bean
    PersonChanges personChanges(PseudonymParts parts) {
        return parts.changes();
    }

    @Bean
    Reidentifications reidentifications(PseudonymDomains domains, JdbcTemplate jdbc, PlatformTransactionManager transactions,
                                        Pseudonyms pseudonyms, Persons persons, AuditLog audit, KeyVault vault,
                                        Clock clock) {
        return new Reidentifications(domains, jdbc, new TransactionTemplate(transactions), pseudonyms, persons, audit, vault,
                clock);
    }

    @Bean
    PseudonymRetention pseudonymRetention(PseudonymDomains domains, JdbcTemplate jdbc) {
        return new PseudonymRetention(domains, jdbc);
    }

    @Bean
    PseudonymErasure pseudonymErasure(PseudonymDomains domains, JdbcTemplate jdbc, KeyVault vault) {
        return new PseudonymErasure(domains, jdbc, new PersonDigests(vault));
    }
}
