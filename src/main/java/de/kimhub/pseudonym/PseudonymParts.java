package de.kimhub.pseudonym;

import de.kimhub.keys.DomainKeys;
import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.AuditLog;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The services of the module over the same tables and keys. */
record PseudonymParts(Pseudonyms pseudonyms, Rotations rotations, Tokens tokens, PersonChanges changes) {

    PseudonymParts(PseudonymDomains domains, JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault vault,
                   DomainKeys keys, AuditLog audit, Clock clock) {
        this(domains, jdbc, transactions, new EpochTable(jdbc), new IssuedTable(jdbc), new PersonDigests(vault), keys,
                new Tokens(domains, jdbc, transactions, vault, audit, clock), clock);
    }

    private PseudonymParts(PseudonymDomains domains, JdbcTemplate jdbc, TransactionTemplate transactions,
                           EpochTable epochs, IssuedTable issued, PersonDigests digests, DomainKeys keys, Tokens tokens,
                           Clock clock) {
        this(domains, jdbc, transactions, epochs, issued, digests, new Issuing(keys, digests, issued), keys, tokens, clock);
    }

    private PseudonymParts(PseudonymDomains domains, JdbcTemplate jdbc, TransactionTemplate transactions,
                           EpochTable epochs, IssuedTable issued, PersonDigests digests, Issuing issuing, DomainKeys keys,
                           Tokens tokens, Clock clock) {
        this(new Pseudonyms(domains, transactions, epochs, issued, issuing, digests),
                new Rotations(domains, transactions, keys, epochs, issued,
                        new Mapping(jdbc, transactions, epochs, issued, issuing, digests), clock), tokens,
                new PersonChanges(domains, transactions, jdbc, epochs, issued, issuing, digests, tokens));
    }
}
