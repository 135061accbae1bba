package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.EVERYBODY;
import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two persons are asked about once. */
class ReviewRowsTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private static final FieldValues OTHERWISE_BORN = person("Amira", "Testowski", "1971-11-23", "person.sex", "w");

    private TestRegister register;

    @BeforeEach
    void everythingIsInDoubt() throws IOException {
        Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(80_000_000_000L, List.of()));
        register = new TestRegister(database.dataSource(), folder, (jdbc, vault) -> () -> scorer);
        open("A1", "A2");
    }

    private void open(String... names) {
        for (String name : names) {
            register.open(name, person("Amira", "Testowski", "1990-05-17", "person.sex", "w"));
        }
    }

    @Test
    void whatSomebodyIsJustTakingIsNotAskedASecondTime() throws SQLException {
        register.decide("A1", "A2", true);
        open("B");
        long before = register.count("identity.review where state = 'OPEN'");
        try (Connection reviewer = database.dataSource().getConnection(); Statement takes = reviewer.createStatement()) {
            reviewer.setAutoCommit(false);
            takes.execute("select 1 from identity.review where state = 'OPEN' for update");
            register.reconsider(EVERYBODY, "B");
            reviewer.rollback();
        }
        assertThat(before).isEqualTo(1);
        assertThat(register.count("identity.review where state = 'OPEN'")).isEqualTo(before);
    }

    @Test
    void ofTwoQuestionsAboutTheSamePersonsTheOneStaysThatSomebodyAnswered() {
        open("B", "C");
        voteOn("A1", "B");
        voteOn("A2", "C");

        register.decide("A1", "A2", true);

        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "OPEN").containsEntry(Set.of("A2", "B"), "MOOT")
                .containsEntry(Set.of("A2", "C"), "OPEN").containsEntry(Set.of("A1", "C"), "MOOT");
    }

    /** C is B's second file and knows another birth date. */
    @Test
    void whoeverOneOfTheFilesContradictsIsNotAskedAbout() {
        open("B");
        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "OPEN");

        register.open("C", OTHERWISE_BORN);
        register.decide("B", "C", true);
        open("D");

        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "MOOT").containsEntry(Set.of("A2", "B"), "MOOT")
                .doesNotContainKey(Set.of("B", "D"))
                .containsEntry(Set.of("A1", "A2"), "OPEN").containsEntry(Set.of("A1", "D"), "OPEN");
    }

    @Test
    void theQuestionComesBackWhenTheFileThatContradictedIsSomebodyElses() {
        open("B");
        register.open("C", OTHERWISE_BORN);
        register.undo(register.decide("B", "C", true).event());

        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "OPEN");
    }

    /** Whoever splits compares nothing: C is of another office, so that nothing could be compared then. */
    @Test
    void aSplitNextToItDoesNotBringTheQuestionBack() {
        open("B", "D");
        register.open("C", TestRegister.SOURCE + 1, OTHERWISE_BORN, null, EVERYBODY);
        register.decide("B", "C", true);
        register.decide("B", "D", true);
        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "MOOT");

        register.split("D");

        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "MOOT").containsEntry(Set.of("A2", "B"), "MOOT")
                .containsEntry(Set.of("A1", "D"), "OPEN");
    }

    @Test
    void whatSomebodyHasAnsweredStaysThoughAFurtherFileContradicts() {
        open("B");
        voteOn("A1", "B");
        register.open("C", OTHERWISE_BORN);
        register.decide("B", "C", true);

        assertThat(register.reviews()).containsEntry(Set.of("A1", "B"), "OPEN").containsEntry(Set.of("A2", "B"), "MOOT");
    }

    private void voteOn(String left, String right) {
        register.jdbc.update("insert into identity.review_vote (review_id, reviewer, same, reason, note, explanation) "
                + "select id, 'anna', true, 'angaben', false, '' from identity.review where left_case = ? and right_case = ?",
                register.file(left), register.file(right));
    }
}
