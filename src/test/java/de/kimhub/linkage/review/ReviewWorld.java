package de.kimhub.linkage.review;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.KnownFiles;
import de.kimhub.linkage.register.Registers;
import de.kimhub.linkage.register.Scorers;
import de.kimhub.message.FieldValues;
import de.kimhub.privacy.AuditLog;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A queue on a real database, with three reviewers, two sources and a fake register. */
final class ReviewWorld {

    static final String ANNA = "Anna Beispiel";
    static final String BERND = "Bernd Muster";
    static final String CARLA = "Carla Probe";
    /** A pair that is drawn for a second opinion only where it has to be. */
    static final int NEVER = Integer.MAX_VALUE;
    static final Scorer SCORER = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));

    final JdbcTemplate jdbc;
    final FakeRegister register;
    private final KeyVault keys;
    private final SourceCases cases;
    private final Reviews.Parts parts;
    private final Explanations explanations;
    Scorer scorer = SCORER;
    private final KnownFiles files;

    ReviewWorld(Database database, Path folder) throws IOException {
        jdbc = new JdbcTemplate(database.dataSource());
        keys = new KeyFolder(folder.resolve("keys")).open();
        register = new FakeRegister(jdbc);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        context.registerBean(KeyVault.class, () -> keys);
        context.registerBean(TransactionTemplate.class, database::transactions);
        context.registerBean(Scorers.class, () -> () -> scorer);
        context.register(SourceCases.class, AuditLog.class, KnownFiles.class, Explanations.class);
        context.refresh();
        cases = context.getBean(SourceCases.class);
        parts = new Reviews.Parts(jdbc, database.transactions(), keys, context.getBean(AuditLog.class),
                Clock.systemDefaultZone());
        files = context.getBean(KnownFiles.class);
        explanations = context.getBean(Explanations.class);
        jdbc.update("insert into hub.instance (id, authority) values ('awo', 'wohlfahrtsverband'), ('jobcenter', 'jobcenter')");
    }

    KeyVault keys() {
        return keys;
    }

    Reviews reviews(int secondOpinionEvery) {
        return reviews(secondOpinionEvery, register);
    }

    Reviews reviews(int secondOpinionEvery, PersonRegister decidedBy) {
        return new Reviews(parts, rules(secondOpinionEvery), files, explanations, decidedBy);
    }

    PersonRegister realRegister() {
        return Registers.of(jdbc, keys, () -> SCORER);
    }

    /** A file that the register compares with all others. */
    long open(PersonRegister register, String instance, String number, FieldValues person) {
        return open(register, instance, number, person, null);
    }

    /** @param certain whose it is by the number that a consent names, or {@code null} */
    long open(PersonRegister register, String instance, String number, FieldValues person, Long certain) {
        return parts.transactions().execute(status -> {
            long id = cases.newCaseNumbers(1).getFirst();
            int no = jdbc.queryForObject("select no from hub.instance where id = ?", Integer.class, instance);
            register.open(List.of(new NewFile(id, number, new Persona(no, "sonstige", cases.digest(instance, number),
                    person, null), certain)), Set::copyOf);
            return id;
        });
    }

    FilePair filePair() {
        return new FilePair(parts, rules(NEVER), cases, explanations);
    }

    LinkCorrections corrections(PersonRegister decidedBy) {
        return new LinkCorrections(parts, rules(NEVER), cases, reviews(NEVER, decidedBy), decidedBy);
    }

    long lastEvent() {
        return jdbc.queryForObject("select max(id) from identity.link_event", Long.class);
    }

    /** The register has found the files to be worth a thought. */
    void compared(long left, long right) {
        jdbc.update("insert into identity.pair (left_case, right_case, band, bits, model) values (?, ?, 1, 4.5, '1')",
                left, right);
    }

    private static ReviewRules rules(int secondOpinionEvery) {
        return new ReviewRules(Stream.of(ANNA, BERND, CARLA)
                .map(name -> new Reviewer(name, "kommunales-case-management", LocalDate.of(2026, 1, 15))).toList(),
                secondOpinionEvery, Duration.ofMinutes(30), Duration.ofDays(14), java.time.Period.ofDays(7));
    }

    /** A file alone with its person. */
    long file(String instance, String number, FieldValues person) {
        long personId = cases.newPersons(1).getFirst();
        long id = cases.newCaseNumbers(1).getFirst();
        int no = jdbc.queryForObject("select no from hub.instance where id = ?", Integer.class, instance);
        cases.insert(List.of(new SourceCases.NewCase(id, no, cases.digest(instance, number), number, personId,
                keys.encrypt(person.encode(), "persona"))));
        return id;
    }

    /** Both files are found to be perhaps one person's. */
    long pair(long left, long right, int harm) {
        return jdbc.queryForObject("insert into identity.review (left_case, right_case, bits, harm, explanation, model) "
                        + "values (?, ?, 3, ?, ?, '1') returning id", Long.class, left, right, harm,
                keys.encrypt("{}".getBytes(StandardCharsets.UTF_8), "link-explanation"));
    }

    void consent(long file) {
        jdbc.update("""
                insert into hub.consent (person_id, case_id, event_id, purposes, sources, recipients, valid_from)
                select person_id, id, 0, '{}', '{}', '{}', current_date from identity.source_case where id = ?""", file);
    }

    long person(long file) {
        return jdbc.queryForObject("select person_id from identity.source_case where id = ?", Long.class, file);
    }

    String state(long review) {
        return jdbc.queryForObject("select state from identity.review where id = ?", String.class, review);
    }

    List<String> audit() {
        return jdbc.queryForList("select actor || ': ' || action from hub.audit_entry order by id", String.class);
    }
}
