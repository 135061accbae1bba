package de.kimhub.linkage.register;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.PairRescoring;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.message.FieldValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A register on a database, with files of which only names are given; frequencies are the shipped ones. */
final class TestRegister {

    static final int SOURCE = 1;
    static final Candidates EVERYBODY = Set::copyOf;

    final JdbcTemplate jdbc;
    final KeyVault vault;
    final PersonRegister register;
    final PairRescoring rescoring;
    final SourceCases cases;
    private final TransactionTemplate transaction;
    private final Map<String, Long> files = new HashMap<>();

    TestRegister(DataSource database, Path keys) throws IOException {
        this(database, keys, (jdbc, vault) -> {
            Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));
            return () -> scorer;
        });
    }

    TestRegister(DataSource database, Path keys, BiFunction<JdbcTemplate, KeyVault, Scorers> with) throws IOException {
        jdbc = new JdbcTemplate(database);
        vault = new KeyFolder(keys).open();
        cases = new SourceCases(jdbc, vault);
        Scorers scorers = with.apply(jdbc, vault);
        register = Registers.of(jdbc, vault, scorers);
        rescoring = Registers.rescoring(jdbc, vault, scorers);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    Persona persona(String name, int source, FieldValues person) {
        return new Persona(source, "sonstige", cases.digest("source-" + source, name), person, null);
    }

    Linked open(String name, FieldValues person) {
        return open(name, SOURCE, person, null, EVERYBODY);
    }

    Linked open(String name, int source, FieldValues person, Long certain, Candidates candidates) {
        return inTransaction(() -> {
            long id = cases.newCaseNumbers(1).getFirst();
            files.put(name, id);
            return register.open(List.of(new NewFile(id, name, persona(name, source, person), certain)), candidates);
        });
    }

    Linked openAll(Map<String, FieldValues> batch) {
        return openAll(batch, SOURCE, EVERYBODY);
    }

    Linked openAll(Map<String, FieldValues> batch, int source, Candidates candidates) {
        return inTransaction(() -> {
            List<Long> ids = cases.newCaseNumbers(batch.size());
            List<NewFile> numbered = new ArrayList<>();
            batch.forEach((name, person) -> {
                long id = ids.get(numbered.size());
                files.put(name, id);
                numbered.add(new NewFile(id, name, persona(name, source, person), null));
            });
            return register.open(numbered, candidates);
        });
    }

    Linked observe(String name, FieldValues person) {
        return inTransaction(() -> register.observe(
                List.of(new Observation(file(name), persona(name, SOURCE, person))), EVERYBODY));
    }

    Linked decide(String left, String right, boolean same) {
        return decide(left, right, same, EVERYBODY);
    }

    Linked decide(String left, String right, boolean same, Candidates candidates) {
        return inTransaction(() -> register.decide(
                new Decision(file(left), file(right), same, "REASON", "anna"), candidates));
    }

    Linked split(String... names) {
        Set<Long> taken = new HashSet<>();
        for (String name : names) {
            taken.add(file(name));
        }
        return inTransaction(() -> register.split(person(names[0]), taken, "SPLIT", "anna"));
    }

    Linked undo(long event) {
        return inTransaction(() -> register.undo(event, "bert"));
    }

    Linked reconsider(Candidates candidates, String... names) {
        return inTransaction(() -> register.reconsider(Stream.of(names).map(this::file).toList(),
                candidates));
    }

    LinkageDecision ask(int source, FieldValues person, Candidates candidates) {
        return inTransaction(() -> register.ask(List.of(persona("?", source, person)), candidates)).getFirst();
    }

    CatchUp catchUp() {
        return Registers.catchUp(jdbc, transaction, vault);
    }

    long file(String name) {
        return files.get(name);
    }

    long person(String name) {
        return jdbc.queryForObject("select person_id from identity.source_case where id = ?", Long.class, file(name));
    }

    /** The persons as sets of names. */
    Set<Set<String>> persons() {
        Map<Long, String> names = new HashMap<>();
        files.forEach((name, file) -> names.put(file, name));
        Map<Long, Set<String>> persons = new TreeMap<>();
        jdbc.query("select id, person_id from identity.source_case", row -> {
            persons.computeIfAbsent(row.getLong(2), person -> new TreeSet<>())
                    .add(names.getOrDefault(row.getLong(1), "?"));
        });
        return new HashSet<>(persons.values());
    }

    /** States of reviews by the names of their files. */
    Map<Set<String>, String> reviews() {
        Map<Long, String> names = files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<Set<String>, String> reviews = new HashMap<>();
        jdbc.query("select left_case, right_case, state from identity.review", row -> {
            reviews.put(Set.of(names.get(row.getLong(1)), names.get(row.getLong(2))), row.getString(3));
        });
        return reviews;
    }

    long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    static Candidates among(Collection<Long> allowed, Collection<Long> settled) {
        return new Candidates() {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                return persons.stream().filter(allowed::contains).collect(Collectors.toSet());
            }

            @Override
            public Set<Long> settled(Collection<Long> persons) {
                return persons.stream().filter(settled::contains).collect(Collectors.toSet());
            }
        };
    }

    static FieldValues person(String given, String family, String birth, String... more) {
        FieldValues.Builder builder = FieldValues.builder().set("person.names.official.given", given)
                .set("person.names.official.family", family).set("person.birth.date", birth);
        for (int i = 0; i < more.length; i += 2) {
            if (more[i].equals("person.nationalities")) {
                builder.setAll(more[i], List.of(more[i + 1]));
            } else {
                builder.set(more[i], more[i + 1]);
            }
        }
        return builder.build();
    }
}
