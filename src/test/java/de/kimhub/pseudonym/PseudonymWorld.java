package de.kimhub.pseudonym;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.AuditLog;
import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.pseudonym.PseudonymDomains.Officer;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node with pseudonyms on a test's database, with a clock that is set by hand. */
final class PseudonymWorld {

    static final Domain ONE = keyed("eins", "ENS", "case-management", 20);
    static final Domain TWO = keyed("zwei", "ZWE", "statistics", 16);
    static final Domain THREE = new Domain("drei", "DRE", "jobcenter", "case-management", "x", Mode.REVERSIBLE,
            Period.ofYears(1), Period.ofDays(90), Period.ofYears(1), 20, null, 1);
    static final Domain TOKEN = new Domain("kurz", "KRZ", "jobcenter", "case-management", "x", Mode.TEMPORARY, null, null,
            null, 20, Duration.ofMinutes(15), 2);
    static final PseudonymDomains DOMAINS = new PseudonymDomains(List.of(ONE, TWO, THREE, TOKEN), List.of(
            new Officer("Dora Datenschutz", "datenschutz"), new Officer("Frida Fachlich", "fachdienst"),
            new Officer("Fritz Fachlich", "fachdienst"), new Officer("Ludwig Leitung", "leitung")));

    final KeyVault vault;
    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;
    final AuditLog audit;
    final PseudonymParts parts;
    final Hand clock = new Hand();
    final NavigableSet<Long> people = new TreeSet<>();

    PseudonymWorld(Database database, Path keys) {
        this(database.dataSource(), keys);
    }

    PseudonymWorld(DataSource source, Path keys) {
        try {
            KeyFolder folder = new KeyFolder(keys);
            vault = folder.open();
            jdbc = new JdbcTemplate(source);
            transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
            audit = new AuditLog(JdbcClient.create(jdbc), transactions, vault);
            parts = new PseudonymParts(DOMAINS, jdbc, transactions, vault, folder.domainKeys(), audit, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PseudonymWorld withKeys() {
        List.of(ONE, TWO, THREE).forEach(domain -> parts.rotations().create(domain.name()));
        return this;
    }

    Pseudonyms pseudonyms() {
        return parts.pseudonyms();
    }

    Persons persons() {
        return (after, atMost) -> people.tailSet(after, false).stream().limit(atMost).toList();
    }

    Reidentifications reidentifications() {
        return new Reidentifications(DOMAINS, jdbc, transactions, pseudonyms(), persons(), audit, vault, clock);
    }

    long redeem(Pseudonym token) {
        return parts.tokens().redeem(token, "test", "Termin");
    }

    private static Domain keyed(String name, String prefix, String purpose, int length) {
        return new Domain(name, prefix, "jobcenter", purpose, "x", Mode.KEYED, Period.ofYears(1), Period.ofDays(90),
                Period.ofYears(1), length, null, 1);
    }

    static final class Hand extends Clock {

        private Duration ahead = Duration.ZERO;

        void advance(Duration duration) {
            ahead = ahead.plus(duration);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
