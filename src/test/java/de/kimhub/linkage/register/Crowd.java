package de.kimhub.linkage.register;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.message.FieldValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens many records, in batches, on several threads. */
final class Crowd {

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final PersonRegister register;
    private final TransactionTemplate transaction;

    Crowd(DataSource database, Path keys) throws IOException {
        KeyVault vault = new KeyFolder(keys).open();
        jdbc = new JdbcTemplate(database);
        cases = new SourceCases(jdbc, vault);
        Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));
        register = Registers.of(jdbc, vault, () -> scorer);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** @param which records, by number, in the order in which they are opened */
    void open(List<FieldValues> records, List<Integer> which, int batch) {
        for (int from = 0; from < which.size(); from += batch) {
            List<Integer> some = which.subList(from, Math.min(which.size(), from + batch));
            transaction.executeWithoutResult(status -> open(records, some));
        }
    }

    private void open(List<FieldValues> records, List<Integer> some) {
        List<Long> ids = cases.newCaseNumbers(some.size());
        register.open(IntStream.range(0, some.size()).mapToObj(i -> {
            String number = String.valueOf(some.get(i));
            return new NewFile(ids.get(i), number, new Persona(1, "sonstige", cases.digest("crowd", number),
                    records.get(some.get(i)), null), null);
        }).toList(), Set::copyOf);
    }

    /** Each thread takes the next part of them. */
    void open(List<FieldValues> records, List<Integer> which, int batch, int threads)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int part = thread;
                List<Integer> own = IntStream.range(0, which.size()).filter(i -> i % threads == part)
                        .mapToObj(which::get).toList();
                all.add(pool.submit(() -> open(records, own, batch)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** The persons, as sets of the digests of their files. */
    Set<Set<String>> persons() {
        Map<Long, Set<String>> persons = new TreeMap<>();
        jdbc.query("select person_id, case_digest from identity.source_case", row -> {
            persons.computeIfAbsent(row.getLong(1), person -> new TreeSet<>())
                    .add(HexFormat.of().formatHex(row.getBytes(2)));
        });
        return new HashSet<>(persons.values());
    }

    long deadlocks() {
        return jdbc.queryForObject("select deadlocks from pg_stat_database where datname = current_database()",
                Long.class);
    }

    void clear() {
        jdbc.execute("truncate identity.source_case, identity.person, identity.crowded_key, identity.link_event"
                + " restart identity cascade");
    }
}
