package de.kimhub.linkage.review;

import static de.kimhub.linkage.explanation.People.living;
import static de.kimhub.linkage.explanation.People.person;
import static de.kimhub.linkage.review.DecisionReason.ANGABEN;
import static de.kimhub.linkage.review.DecisionReason.GESCHWISTER;
import static de.kimhub.linkage.review.DecisionReason.VERSCHIEDEN_LAUT_PERSON;
import static de.kimhub.linkage.review.ReviewWorld.ANNA;
import static de.kimhub.linkage.review.ReviewWorld.BERND;
import static de.kimhub.linkage.review.ReviewWorld.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Wrong links are taken apart on the real register, however they came about. */
class LinkCorrectionsTest {

    private static final Named FILE = new Named("jobcenter", "J-1");

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private ReviewWorld world;
    private PersonRegister register;
    private LinkCorrections corrections;
    private long left;

    @BeforeEach
    void oneFileIsThere() throws IOException {
        world = new ReviewWorld(database, folder);
        register = world.realRegister();
        corrections = world.corrections(register);
        left = world.open(register, "awo", "F-1", amira());
    }

    @Test
    void aFileThatWasLinkedByItselfIsTakenOutAndStaysOut() {
        long right = world.open(register, "jobcenter", "J-1", amira());
        assertThat(world.person(right)).isEqualTo(world.person(left));

        Linked parted = corrections.part(FILE, ANNA, VERSCHIEDEN_LAUT_PERSON);

        assertThat(parted.moves()).extracting(PersonRegister.Move::file).containsExactly(right);
        assertThat(parted.event()).isEqualTo(world.lastEvent());
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.jdbc.queryForMap("select same, reason, decided_by from identity.pair_decision where undone_at is null"))
                .containsEntry("same", false).containsEntry("reason", "verschieden-laut-person")
                .containsEntry("decided_by", ANNA);
        database.transactions().executeWithoutResult(status -> register.reconsider(List.of(left, right), java.util.Set::copyOf));
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
    }

    @Test
    void aFileThatWasLinkedByAShownNumberIsTakenOut() {
        long right = world.open(register, "jobcenter", "J-1", FieldValues.EMPTY, world.person(left));
        assertThat(world.person(right)).isEqualTo(world.person(left));

        corrections.part(FILE, ANNA, VERSCHIEDEN_LAUT_PERSON);
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
    }

    @Test
    void aFileThatReviewersLinkedIsTakenOutAndTheirDecisionHoldsAgainWhenThatIsTakenBack() {
        Reviews reviews = world.reviews(NEVER, register);
        long right = world.open(register, "jobcenter", "J-1", person("Amira", "Testowski", "1990").build());
        long pair = reviews.waiting(10, 0).getFirst().id();
        reviews.take(pair, ANNA);
        reviews.decide(pair, ANNA, true, ANGABEN, false);

        long parted = corrections.part(FILE, BERND, GESCHWISTER).event();
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        refused(ReviewProblem.NOT_THE_LAST, () -> reviews.undo(pair, BERND));

        Linked back = corrections.undo(parted, ANNA);
        assertThat(back.event()).isGreaterThan(parted).isEqualTo(world.lastEvent());
        assertThat(world.person(right)).isEqualTo(world.person(left));
        assertThat(world.jdbc.queryForObject("select same from identity.pair_decision where undone_at is null",
                Boolean.class)).isTrue();
    }

    @Test
    void whatBecameOfTwoFilesIsListedWithoutNamesOfAnybody() {
        long right = world.open(register, "jobcenter", "J-1", amira());
        long parted = corrections.part(FILE, ANNA, VERSCHIEDEN_LAUT_PERSON).event();
        corrections.undo(parted, BERND);
        world.jdbc.update("insert into identity.link_event (actor, kind, cases, from_person, to_person) values "
                + "('linkage', 'LINKED', array[?], array[0], array[1])", right);

        assertThat(world.filePair().events(new Named("awo", "F-1"), FILE)).satisfiesExactly(
                linked -> {
                    assertThat(linked.what()).isEqualTo(PairEvent.What.LINKED);
                    assertThat(linked.by()).isEqualTo(PairEvent.By.HUB);
                    assertThat(linked.model()).isNotNull();
                },
                split -> {
                    assertThat(split.number()).isEqualTo(parted);
                    assertThat(split.what()).isEqualTo(PairEvent.What.SPLIT);
                    assertThat(split.by()).isEqualTo(PairEvent.By.REVIEWER);
                },
                undone -> {
                    assertThat(undone.undoes()).isEqualTo(parted);
                    assertThat(undone.toString()).doesNotContain(BERND);
                });
        refused(ReviewProblem.NOT_COMPARED, () -> world.filePair().events(new Named("awo", "F-9"), FILE));
    }

    @Test
    void aShownNumberIsNamedAsWhatLinked() {
        world.open(register, "jobcenter", "J-1", FieldValues.EMPTY, world.person(left));
        assertThat(world.filePair().events(new Named("awo", "F-1"), FILE)).extracting(PairEvent::by)
                .containsExactly(PairEvent.By.SHOWN_NUMBER);
    }

    /** Nothing moved by it. */
    @Test
    void thatADoubtEndedCannotBeTakenBack() {
        world.jdbc.update("insert into identity.link_event (actor, kind, cases, from_person, to_person) values "
                + "('linkage', 'DOUBT_ENDED', array[1, 2], array[1, 2], array[1, 2])");
        refused(ReviewProblem.NOTHING_LINKED, () -> corrections.undo(world.lastEvent(), ANNA));
    }

    @Test
    void theOthersOfThePersonStayTogether() {
        long right = world.open(register, "jobcenter", "J-1", amira());
        long third = world.open(register, "awo", "F-2", amira());
        assertThat(world.person(third)).isEqualTo(world.person(left)).isEqualTo(world.person(right));

        corrections.part(FILE, ANNA, GESCHWISTER);
        assertThat(world.person(third)).isEqualTo(world.person(left)).isNotEqualTo(world.person(right));
    }

    @Test
    void aLinkThatCameByItselfIsTakenBackByItsNumber() {
        long right = world.open(register, "jobcenter", "J-1", amira());

        corrections.undo(world.lastEvent(), ANNA);
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.audit()).containsExactly(ANNA + ": link-undone");
    }

    @Test
    void whoTakesBackTheDecisionOfAPairByItsNumberMakesThePairWaitAgain() {
        Reviews reviews = world.reviews(NEVER, register);
        long right = world.open(register, "jobcenter", "J-1", person("Amira", "Testowski", "1990").build());
        long pair = reviews.waiting(10, 0).getFirst().id();
        reviews.take(pair, ANNA);
        long event = reviews.decide(pair, ANNA, true, ANGABEN, false).event();

        corrections.undo(event, BERND);
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.state(pair)).isEqualTo("OPEN");
        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, false, GESCHWISTER, false).decided()).isTrue();
    }

    @Test
    void onlyReviewersWithAReasonAndTheAuditNamesNumbersOfTheHubOnly() {
        long right = world.open(register, "jobcenter", "J-1", amira());
        refused(ReviewProblem.NO_REVIEWER, () -> corrections.part(FILE, "Dora Fremd", GESCHWISTER));
        refused(ReviewProblem.NO_REVIEWER, () -> corrections.undo(world.lastEvent(), "Dora Fremd"));
        refused(ReviewProblem.WRONG_REASON, () -> corrections.part(FILE, ANNA, ANGABEN));
        assertThat(world.person(right)).isEqualTo(world.person(left));
        assertThat(world.audit()).isEmpty();

        long event = corrections.part(FILE, ANNA, GESCHWISTER).event();
        assertThat(world.jdbc.queryForMap("select actor, action, subject, ground from hub.audit_entry"))
                .containsEntry("actor", ANNA).containsEntry("action", "file-parted").containsEntry("ground", "geschwister")
                .containsEntry("subject", "file " + right + ", link event " + event);
    }

    @Test
    void anUnknownFileIsRefusedLikeOneThatIsAlone() {
        refused(ReviewProblem.NOT_JOINED, () -> corrections.part(new Named("awo", "F-1"), ANNA, GESCHWISTER));
        refused(ReviewProblem.NOT_JOINED, () -> corrections.part(new Named("awo", "F-99"), ANNA, GESCHWISTER));
        refused(ReviewProblem.NOT_JOINED, () -> corrections.part(new Named("caritas", "F-1"), ANNA, GESCHWISTER));
    }

    @Test
    void onlyTheLastEventIsTakenBackAndOnlyOnce() {
        world.open(register, "jobcenter", "J-1", amira());
        long linked = world.lastEvent();
        long parted = corrections.part(FILE, ANNA, GESCHWISTER).event();

        refused(ReviewProblem.NO_EVENT, () -> corrections.undo(parted + 99, ANNA));
        refused(ReviewProblem.NOT_THE_LAST, () -> corrections.undo(linked, ANNA));
        long undone = corrections.undo(parted, ANNA).event();
        refused(ReviewProblem.UNDONE, () -> corrections.undo(parted, ANNA));
        refused(ReviewProblem.UNDONE, () -> corrections.undo(undone, ANNA));
    }

    @Test
    void twoWhoConsentedAndWhomAContradictionPartedAreNotJoinedAgainByOneReviewer() {
        long right = world.open(register, "jobcenter", "J-1", amira());
        corrections.part(FILE, ANNA, GESCHWISTER);
        long one = world.person(left);
        long other = world.person(right);
        world.consent(left);
        world.consent(right);
        long event = world.jdbc.queryForObject("insert into identity.link_event (actor, kind, cases, from_person, to_person, "
                + "beside, beside_person) values ('linkage', 'PARTED', array[?], array[?], array[?], array[?], array[?]) "
                + "returning id", Long.class, right, one, other, left, one);

        refused(ReviewProblem.WANTS_TWO, () -> corrections.undo(event, ANNA));
        assertThat(world.person(right)).isEqualTo(other);
    }

    private static FieldValues amira() {
        return living(person("Amira", "Testowski", "1990-05-17"), "Talweg", "3").set("person.sex", "w")
                .set("person.birth.place", "Musterdorf").build();
    }

    private static void refused(ReviewProblem problem, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ReviewRefused.class,
                refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
