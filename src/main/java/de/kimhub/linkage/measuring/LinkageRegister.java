package de.kimhub.linkage.measuring;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.Learning;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.Registers;
import de.kimhub.linkage.register.Seeding;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register on a database of its own, with the model fitted to the people who come. */
final class LinkageRegister {

    static final String AUTHORITY = "sonstige";
    private static final int SAMPLE = 20_000;
    private static final int SEEDING_THREADS = 2;

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final PersonRegister register;
    private final Seeding seeding;
    private final TransactionTemplate transaction;
    private final LinkagePeople people;
    private final Scorer scorer;

    LinkageRegister(DataSource database, KeyVault vault, LinkagePeople people, long seed) {
        this.people = people;
        jdbc = new JdbcTemplate(database);
        cases = new SourceCases(jdbc, vault);
        scorer = fitted(people, seed);
        register = Registers.of(jdbc, vault, () -> scorer);
        seeding = Registers.seeding(jdbc, vault);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** @param source 1 for the first file of a person, 2 for another office's */
    record Add(int person, int source) {

        String number() {
            return source + "-" + person;
        }
    }

    private static Scorer fitted(LinkagePeople people, long seed) {
        List<Traits> sample = IntStream.range(0, SAMPLE).mapToObj(one -> Traits.of(people.person(one), AUTHORITY)).toList();
        CountedPopulation population = CountedPopulation.of(SAMPLE, sample);
        return new Scorer(Learning.fromRandomPairs(LinkageModel.shipped(), population, sample, seed), population);
    }

    Scorer scorer() {
        return scorer;
    }

    /** In one transaction, as the hub does it: first the locks, then all at once. */
    void open(List<Add> batch) {
        transaction.executeWithoutResult(status -> {
            List<Persona> personas = batch.stream().map(this::persona).toList();
            register.lock(personas.stream().map(Persona::caseDigest).toList(), personas);
            register.open(files(batch, personas), Set::copyOf);
        });
    }

    private List<NewFile> files(List<Add> batch, List<Persona> personas) {
        List<Long> ids = cases.newCaseNumbers(batch.size());
        List<NewFile> files = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            files.add(new NewFile(ids.get(i), batch.get(i).number(), personas.get(i), null));
        }
        return files;
    }

    /**
     * Puts these in, each list the files of one person, without looking for anybody.
     *
     * @param batches made and put in by two threads; each a transaction
     */
    int seed(List<List<List<Add>>> batches, IntConsumer done) {
        transaction.executeWithoutResult(status -> seeding.begin());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger files = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(SEEDING_THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < SEEDING_THREADS; i++) {
                running.add(threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < batches.size(); at = next.getAndIncrement()) {
                        done.accept(files.addAndGet(seed(batches.get(at))));
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Putting the people in was broken off", e);
        }
        transaction.executeWithoutResult(status -> seeding.end());
        return files.get();
    }

    private int seed(List<List<Add>> persons) {
        return transaction.execute(status -> seeding.add(persons.stream()
                .map(all -> files(all, all.stream().map(this::persona).toList())).toList(), scorer));
    }

    private Persona persona(Add add) {
        FieldValues fields = add.source() == 1 ? people.person(add.person()) : people.otherwise(add.person());
        return new Persona(add.source(), AUTHORITY, cases.digest("bench-" + add.source(), add.number()), fields, null);
    }

    /** What autovacuum does some time later. */
    void settle() {
        jdbc.execute("vacuum analyze");
    }

    RegisterFigures figures() {
        return new RegisterFigures(jdbc);
    }
}
