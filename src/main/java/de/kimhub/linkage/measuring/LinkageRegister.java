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
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register on a database of its own, with the model fitted to the people who come. */
final class LinkageRegister {

    static final String AUTHORITY = "sonstige";
    private static final int SAMPLE = 20_000;

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final PersonRegister register;
    private final TransactionTemplate transaction;
    private final LinkagePeople people;
    private final Scorer scorer;

    LinkageRegister(DataSource database, KeyVault vault, LinkagePeople people, long seed) {
        this.people = people;
        jdbc = new JdbcTemplate(database);
        cases = new SourceCases(jdbc, vault);
        scorer = fitted(people, seed);
        register = Registers.of(jdbc, vault, () -> scorer);
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
            List<Long> ids = cases.newCaseNumbers(batch.size());
            List<NewFile> files = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                files.add(new NewFile(ids.get(i), batch.get(i).number(), personas.get(i), null));
            }
            register.open(files, Set::copyOf);
        });
    }

    private Persona persona(Add add) {
        FieldValues fields = add.source() == 1 ? people.person(add.person()) : people.otherwise(add.person());
        return new Persona(add.source(), AUTHORITY, cases.digest("bench-" + add.source(), add.number()), fields, null);
    }

    /** What autovacuum does some time later. */
    void settle() {
        jdbc.execute("vacuum analyze");
    }

    long files() {
        return number("select count(*) from identity.source_case");
    }

    long lastFile() {
        return number("select coalesce(max(id), 0) from identity.source_case");
    }

    long crowdedKeys() {
        return number("select count(*) from identity.crowded_key where not finest");
    }

    /** Files that share a key with one that was opened since, on average. */
    double candidates(long since) {
        return number("""
                select count(*) from (select distinct n.case_id, o.case_id from identity.blocking_key n
                    join identity.blocking_key o using (key) where n.case_id > ? and o.case_id < n.case_id) p""", since)
                / (double) number("select count(*) from identity.source_case where id > ?", since);
    }

    /** Share of the second files opened since that have a person together with another file. */
    double linked(long since) {
        long second = number("select count(*) from identity.source_case where id > ? and instance_no = 2", since);
        return second == 0 ? 1 : number("""
                select count(*) from identity.source_case s where id > ? and instance_no = 2 and exists
                    (select 1 from identity.source_case o where o.person_id = s.person_id and o.id <> s.id)""", since)
                / (double) second;
    }

    private long number(String sql, Object... parameters) {
        return jdbc.queryForObject(sql, Long.class, parameters);
    }
}
