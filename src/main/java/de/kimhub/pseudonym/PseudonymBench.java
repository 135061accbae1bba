package de.kimhub.pseudonym;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.AuditLog;
import de.kimhub.pseudonym.Domain.Mode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures issuing and rotation on an empty database. */
public final class PseudonymBench {

    private static final Domain DOMAIN = new Domain("messung", "MSG", "lenkungsgruppe", "statistics", "x", Mode.KEYED,
            Period.ofYears(1), Period.ZERO, Period.ofYears(1), 20, null, 1);
    private static final int BATCH = 500;
    private static final int SINGLE = 2_000;

    private final PseudonymParts parts;
    private final int people;

    public PseudonymBench(DataSource database, KeyFolder keys, int people) throws IOException {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        KeyVault vault = keys.open();
        this.parts = new PseudonymParts(new PseudonymDomains(List.of(DOMAIN), List.of()), new JdbcTemplate(database),
                transactions, vault, keys.domainKeys(), new AuditLog(JdbcClient.create(database), transactions, vault),
                Clock.systemUTC());
        this.people = people;
    }

    /** Lines of text. */
    public List<String> run() {
        parts.rotations().create(DOMAIN.name());
        List<Long> all = LongStream.rangeClosed(1, people).boxed().toList();
        long start = System.nanoTime();
        for (int i = 0; i < people; i += BATCH) {
            parts.pseudonyms().of(DOMAIN.name(), all.subList(i, Math.min(people, i + BATCH)));
        }
        String batches = rate("Neue Pseudonyme, je " + BATCH + " in einer Transaktion", people, start);
        start = System.nanoTime();
        for (long person = people + 1L; person <= people + SINGLE; person++) {
            parts.pseudonyms().of(DOMAIN.name(), person);
        }
        String single = rate("Neue Pseudonyme, einzeln", SINGLE, start);
        Random random = new Random(1);
        start = System.nanoTime();
        for (int i = 0; i < SINGLE; i++) {
            parts.pseudonyms().of(DOMAIN.name(), 1 + random.nextInt(people));
        }
        String known = rate("Bekannte Pseudonyme, einzeln", SINGLE, start);
        parts.rotations().stage(DOMAIN.name());
        parts.rotations().activate(DOMAIN.name());
        start = System.nanoTime();
        long mapped = parts.rotations().map(DOMAIN.name(), (after, atMost) -> LongStream.rangeClosed(after + 1,
                Math.min(people + SINGLE, after + atMost)).boxed().toList()).getFirst().mapped();
        return List.of(batches, single, known, rate("Zuordnung beim Schlüsselwechsel", mapped, start));
    }

    private static String rate(String what, long count, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return "%s: %.0f je Sekunde (%d in %.1f s)".formatted(what, count * 1e9 / took.toNanos(), count,
                took.toMillis() / 1e3);
    }
}
