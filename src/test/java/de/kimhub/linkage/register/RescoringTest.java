package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.EVERYBODY;
import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PairRescoring.Outdated;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What waits for a person is scored anew when the hub knows more people. */
class RescoringTest {

    private static final String[] GIVEN = {"Amira", "Bilal", "Celina", "Darius", "Elham", "Farid", "Golnar", "Hamid"};
    private static final String[] FAMILY = {"Testowski", "Probeoglu", "Musterzadeh", "Beispielian", "Demoudin", "Fallenko"};

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private final Changing scorers = new Changing();

    /** As the hub's own, which changes by itself. */
    private static final class Changing implements Scorers {

        private Scorers current;

        @Override
        public Scorer now() {
            return current.now();
        }

        @Override
        public Instant since() {
            return current.since();
        }
    }

    /** Fixed ones among so many people, from now on. */
    private static Scorers among(long people) {
        Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(people, List.of()));
        Instant now = Instant.now();
        return new Scorers() {
            @Override
            public Scorer now() {
                return scorer;
            }

            @Override
            public Instant since() {
                return now;
            }
        };
    }

    private TestRegister register(Supplier<Scorers> first) throws IOException {
        return new TestRegister(database.dataSource(), folder, (jdbc, vault) -> {
            scorers.current = first.get();
            return scorers;
        });
    }

    private void fit(TestRegister register) {
        scorers.current = Registers.fitted(register.jdbc, new DataSourceTransactionManager(database.dataSource()),
                register.vault);
    }

    /** In batches, as the hub does it. */
    private static int renewAll(TestRegister register) {
        int renewed = 0;
        List<Outdated> due;
        long after = 0;
        do {
            long from = after;
            due = register.inTransaction(() -> register.rescoring.outdated(from, 20));
            List<Outdated> batch = due;
            register.inTransaction(() -> register.rescoring.rescore(batch, EVERYBODY));
            renewed += due.size();
            after = due.isEmpty() ? after : due.getLast().review();
        } while (!due.isEmpty());
        return renewed;
    }

    private static Map<String, FieldValues> people(int from, int to, Random random) {
        Map<String, FieldValues> people = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            people.put("F" + i, person(GIVEN[random.nextInt(GIVEN.length)], FAMILY[random.nextInt(FAMILY.length)],
                    "%d-%02d-%02d".formatted(1990 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28))));
        }
        return people;
    }

    @Test
    void whatWaitsAmongTheFirst50PeopleWaitsNoLongerOnce2000AreKnown() throws IOException {
        TestRegister register = register(() -> among(20_000));
        fit(register);
        Random random = new Random(4);
        register.openAll(people(0, 50, random));
        long first = register.count("identity.review where state = 'OPEN'");
        assertThat(first).isGreaterThan(10);
        for (int batch = 1; batch < 40; batch++) {
            register.openAll(people(batch * 50, batch * 50 + 50, random), 100 + batch, persons -> Set.of());
        }

        register.jdbc.update("delete from identity.review where id > ?", first);
        long links = register.count("identity.link_event");
        fit(register);
        renewAll(register);

        long ended = register.count("identity.review where state = 'MOOT'");
        assertThat(ended).as("of %d", first).isGreaterThan(first * 3 / 4);
        assertThat(register.count("identity.review where state = 'OPEN' and bits < log(2, 0.05 / 0.95)")).isZero();
        assertThat(register.count("identity.pair_decision")).isZero();
        assertThat(register.count("identity.link_event where kind <> 'DOUBT_ENDED'")).as("nobody was joined").isEqualTo(links);
        assertThat(register.jdbc.queryForObject("""
                select count(*) from identity.review r where r.state = 'MOOT' and exists (
                    select 1 from identity.link_event e where e.kind = 'DOUBT_ENDED' and e.actor = 'linkage'
                       and e.cases = array[r.left_case, r.right_case] and e.from_person = e.to_person
                       and e.explanation is not null
                       and exists (select 1 from identity.linkage_model m where m.version = e.model))""", Long.class))
                .isEqualTo(ended);
        assertThat(register.inTransaction(() -> register.rescoring.outdated(0, 20))).as("once is enough").isEmpty();
    }

    private TestRegister oneDoubtAmong(long people) throws IOException {
        TestRegister register = register(() -> among(people));
        register.open("A", person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        register.open("B", person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        assertThat(register.reviews()).containsValue("OPEN");
        return register;
    }

    private Linked rescore(TestRegister register, Candidates candidates) {
        List<Outdated> due = register.inTransaction(() -> register.rescoring.outdated(0, 20));
        return register.inTransaction(() -> register.rescoring.rescore(due, candidates));
    }

    @Test
    void whatIsSureByNowIsJoinedAsAnySurePair() throws IOException {
        TestRegister register = oneDoubtAmong(80_000_000_000L);
        scorers.current = among(20_000);

        Linked linked = rescore(register, EVERYBODY);

        assertThat(linked.moves()).hasSize(1);
        assertThat(register.persons()).containsExactly(Set.of("A", "B"));
        assertThat(register.reviews()).containsValue("MOOT");
        assertThat(register.jdbc.queryForList("select kind from identity.link_event", String.class)).containsExactly("UNITED");
    }

    @Test
    void twoSettledPersonsWaitWithTheirNewScore() throws IOException {
        TestRegister register = oneDoubtAmong(80_000_000_000L);
        double before = bits(register);
        scorers.current = among(20_000);
        Set<Long> both = Set.of(register.person("A"), register.person("B"));

        Linked linked = rescore(register, TestRegister.among(both, both));

        assertThat(linked.moves()).isEmpty();
        assertThat(register.reviews()).containsValue("OPEN");
        assertThat(bits(register)).isGreaterThan(before + 10);
    }

    @Test
    void whomNobodyMayCompareKeepsTheScore() throws IOException {
        TestRegister register = register(() -> among(80_000_000_000L));
        register.open("A", 1, person("Amira", "Testowski", "1990-05-17", "person.sex", "w"), null, EVERYBODY);
        register.open("B", 2, person("Amira", "Testowski", "1990-05-17", "person.sex", "w"), null, EVERYBODY);
        double before = bits(register);
        scorers.current = among(20_000);

        assertThat(rescore(register, persons -> Set.of()).moves()).isEmpty();
        assertThat(bits(register)).isEqualTo(before);
        assertThat(register.reviews()).containsValue("OPEN");
    }

    private static double bits(TestRegister register) {
        return register.jdbc.queryForObject("select bits from identity.review", Double.class);
    }

    @Test
    void whatAReviewerHasAHandInStaysUntilTheyAreDone() throws IOException {
        TestRegister register = oneDoubtAmong(80_000_000_000L);
        scorers.current = among(20_000);

        register.jdbc.update("update identity.review set locked_by = 'anna', locked_until = now() + interval '5 minutes'");
        assertThat(renewAll(register)).isZero();
        register.jdbc.update("update identity.review set locked_by = null, locked_until = null, state = 'ASKED'");
        assertThat(renewAll(register)).isZero();
        register.jdbc.update("update identity.review set state = 'OPEN'");
        register.jdbc.update("insert into identity.review_vote (review_id, reviewer, same, reason, note, explanation) "
                + "select id, 'anna', true, 'angaben', false, '' from identity.review");
        assertThat(renewAll(register)).isZero();
        assertThat(register.persons()).hasSize(2);

        register.jdbc.update("update identity.review_vote set closed_at = now()");
        assertThat(renewAll(register)).isEqualTo(1);
        assertThat(register.persons()).hasSize(1);
    }

    /** Neither by other files of theirs, nor by a third person who is both. */
    @Test
    void whatAReviewerIsAboutToSayOfTwoPersonsNothingElseAnswers() throws IOException {
        TestRegister register = oneDoubtAmong(80_000_000_000L);
        register.decide("A", "B", true);
        for (String name : List.of("C", "D")) {
            register.open(name, person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        }
        register.jdbc.update("delete from identity.review where state <> 'OPEN'");
        long own = ask(register, "C", "A");
        long other = ask(register, "D", "B");
        register.jdbc.update("insert into identity.review_vote (review_id, reviewer, same, reason, note, explanation) "
                + "values (?, 'anna', false, 'angaben', false, '')", own);
        scorers.current = among(20_000);

        register.inTransaction(() -> register.rescoring.rescore(
                List.of(new Outdated(other, register.file("B"), register.file("D"))), EVERYBODY));

        assertThat(register.person("C")).isNotEqualTo(register.person("A"));
        assertThat(register.persons()).as("who is in nobody's hands is joined").hasSize(2);
        assertThat(register.jdbc.queryForObject("select state from identity.review where id = ?", String.class, own))
                .isEqualTo("OPEN");
    }

    /** The pair of the file with whichever of A and B is about this one. */
    private static long ask(TestRegister register, String file, String of) {
        return register.jdbc.queryForObject("""
                update identity.review set left_case = ? where right_case = ? and left_case in (?, ?) returning id""",
                Long.class, register.file(of), register.file(file), register.file("A"), register.file("B"));
    }

    /** Found while it was proposed for rescoring: a reviewer came first. */
    @Test
    void whoTookThePairMeanwhileKeepsIt() throws IOException {
        TestRegister register = oneDoubtAmong(80_000_000_000L);
        scorers.current = among(20_000);
        List<Outdated> due = register.inTransaction(() -> register.rescoring.outdated(0, 20));
        register.jdbc.update("update identity.review set locked_by = 'anna', locked_until = now() + interval '5 minutes'");

        register.inTransaction(() -> register.rescoring.rescore(due, EVERYBODY));

        assertThat(register.persons()).hasSize(2);
        assertThat(register.reviews()).containsValue("OPEN");
    }

    @Test
    void thatADoubtEndedKeepsNobodyFromTakingBackAnEarlierLink() throws IOException {
        TestRegister register = register(() -> among(20_000));
        register.open("A", person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        register.open("B", person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        long event = register.decide("A", "B", true).event();
        register.open("C", person("Amira", "Testowski", "1990", "person.sex", "w"));
        assertThat(register.reviews()).containsValue("OPEN");
        scorers.current = among(900_000_000_000L);
        renewAll(register);
        assertThat(register.reviews()).doesNotContainValue("OPEN");
        assertThat(register.count("identity.link_event where kind = 'DOUBT_ENDED'")).isPositive();

        register.undo(event);
        assertThat(register.count("identity.pair_decision where undone_at is not null")).isEqualTo(1);
    }

    @Test
    void whatWasJoinedByItselfIsNotTakenApart() throws IOException {
        TestRegister register = register(() -> among(20_000));
        register.open("A", person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        register.open("B", person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        register.open("C", person("Amira", "Testowski", "1990", "person.sex", "w"));
        assertThat(register.reviews()).containsValue("OPEN");
        scorers.current = among(900_000_000_000L);

        assertThat(rescore(register, EVERYBODY).moves()).isEmpty();

        assertThat(register.reviews()).doesNotContainValue("OPEN");
        assertThat(register.persons()).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("C"));
    }

    /** The model of a batch that failed goes on being used, and what it decides names it. */
    @Test
    void aModelThatWasFittedInATransactionThatIsRolledBackIsKept() throws IOException {
        TestRegister register = register(() -> among(20_000));
        fit(register);
        assertThatThrownBy(() -> register.inTransaction(() -> {
            scorers.now();
            throw new IllegalStateException("the batch fails");
        })).hasMessage("the batch fails");

        assertThat(register.jdbc.queryForList("select version from identity.linkage_model", String.class))
                .containsExactly(scorers.now().model().version());
    }
}
