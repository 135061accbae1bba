package de.kimhub.linkage.review;

import static de.kimhub.linkage.explanation.People.person;
import static de.kimhub.linkage.review.DecisionReason.ANGABEN;
import static de.kimhub.linkage.review.DecisionReason.NAMENSGLEICH;
import static de.kimhub.linkage.review.ReviewWorld.ANNA;
import static de.kimhub.linkage.review.ReviewWorld.BERND;
import static de.kimhub.linkage.review.ReviewWorld.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The queue as the register fills it, and decisions as it takes them. */
class ReviewsOnTheRegisterTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private ReviewWorld world;
    private PersonRegister register;
    private Reviews reviews;
    private long left;
    private long right;
    private long pair;

    @BeforeEach
    void theRegisterFindsADoubt() throws IOException {
        world = new ReviewWorld(database, folder);
        register = world.realRegister();
        reviews = world.reviews(NEVER, register);
        left = world.open(register, "awo", "F-1", person("Amira", "Testowski", "1990-05-17").set("person.sex", "w")
                .set("person.birth.place", "Musterdorf").build());
        right = world.open(register, "awo", "F-2", person("Amira", "Testowski", "1990").build());
        pair = reviews.waiting(10, 0).getFirst().id();
    }

    @Test
    void aDoubtIsShownDecidedAndUndoneAndWaitsAgain() {
        long before = world.person(right);
        ReviewCase shown = reviews.take(pair, ANNA);
        assertThat(shown.explanation().summary()).startsWith("Wahrscheinlich dieselbe Person: Vor- und Familienname sind gleich");

        assertThat(reviews.decide(pair, ANNA, true, ANGABEN, false))
                .isEqualTo(new DecisionOutcome(true, true, 1, world.lastEvent()));
        assertThat(world.person(right)).isEqualTo(world.person(left));
        assertThat(world.state(pair)).isEqualTo("DECIDED");

        PersonRegister.Linked undone = reviews.undo(pair, BERND);
        assertThat(undone.moves()).hasSize(1);
        assertThat(undone.event()).isEqualTo(world.lastEvent());
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.person(left) == before || world.person(right) == before).isTrue();
        assertThat(reviews.waiting(10, 0)).extracting(WaitingPair::id, WaitingPair::opinion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(pair, WaitingPair.Opinion.FIRST));
        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, false, NAMENSGLEICH, false).decided()).isTrue();
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
    }

    @Test
    void differentStandsAndCanBeUndone() {
        reviews.take(pair, ANNA);
        reviews.decide(pair, ANNA, false, NAMENSGLEICH, false);
        assertThat(reviews.waiting(10, 0)).isEmpty();
        assertThat(world.jdbc.queryForMap("select same, undone_at is null as stands, decided_by from identity.pair_decision"))
                .containsEntry("same", false).containsEntry("stands", true).containsEntry("decided_by", ANNA);

        reviews.undo(pair, BERND);
        assertThat(world.jdbc.queryForObject("select count(*) from identity.pair_decision where undone_at is null",
                Long.class)).isZero();
        assertThat(reviews.waiting(10, 0)).extracting(WaitingPair::id).containsExactly(pair);
    }

    @Test
    void aLaterDecisionAboutTheSameFilesHasToBeUndoneFirst() {
        long third = world.open(register, "jobcenter", "J-1", person("Amira", "Testowski", "1990").build());
        reviews.take(pair, ANNA);
        reviews.decide(pair, ANNA, true, ANGABEN, false);
        long later = reviews.waiting(10, 0).stream().map(WaitingPair::id).findFirst().orElseThrow();
        reviews.take(later, ANNA);
        reviews.decide(later, ANNA, true, ANGABEN, false);
        assertThat(world.person(third)).isEqualTo(world.person(left)).isEqualTo(world.person(right));

        assertThatThrownBy(() -> reviews.undo(pair, ANNA)).isInstanceOfSatisfying(ReviewRefused.class,
                refused -> assertThat(refused.problem()).isEqualTo(ReviewProblem.NOT_THE_LAST));
        reviews.undo(later, ANNA);
        reviews.undo(pair, ANNA);
        assertThat(world.person(left)).isNotEqualTo(world.person(right));
    }
}
