package de.kimhub.linkage.review;

import static de.kimhub.linkage.explanation.People.living;
import static de.kimhub.linkage.explanation.People.person;
import static de.kimhub.linkage.review.DecisionReason.ANGABEN;
import static de.kimhub.linkage.review.DecisionReason.GESCHWISTER;
import static de.kimhub.linkage.review.DecisionReason.NAMENSGLEICH;
import static de.kimhub.linkage.review.DecisionReason.VERSCHIEDEN_LAUT_STELLE;
import static de.kimhub.linkage.review.ReviewWorld.ANNA;
import static de.kimhub.linkage.review.ReviewWorld.BERND;
import static de.kimhub.linkage.review.ReviewWorld.CARLA;
import static de.kimhub.linkage.review.ReviewWorld.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.explanation.ExplanationJson;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private ReviewWorld world;
    private Reviews reviews;
    private long left;
    private long right;
    private long pair;

    @BeforeEach
    void onePairWaits() throws IOException {
        world = new ReviewWorld(database, folder);
        reviews = world.reviews(NEVER);
        left = world.file("awo", "F-1", living(person("Yusuf", "Karademir", "1987-05-17"), "Talweg", "3").build());
        right = world.file("jobcenter", "J-1", person("Jusuf", "Karademir", "1987-01-01").build());
        pair = world.pair(left, right, 1);
    }

    @Test
    void theMostHarmfulComesFirstThenTheOldestAndNothingNamesAPerson() {
        long harmful = world.pair(left, world.file("awo", "F-2", person("Emre", "Karademir", "1990").build()), 5);
        long younger = world.pair(left, world.file("awo", "F-3", person("Can", "Karademir", "1991").build()), 1);

        assertThat(reviews.waiting(10, 0)).extracting(WaitingPair::id).containsExactly(harmful, pair, younger);
        assertThat(reviews.waiting(1, 1)).extracting(WaitingPair::id).containsExactly(pair);
        assertThat(reviews.countWaiting()).isEqualTo(3);
        assertThat(reviews.waiting(10, 0).toString()).contains("awo", "jobcenter").doesNotContain("Karademir", "F-1");
    }

    @Test
    void whoTookAPairHasItForATimeAndNobodyElse() {
        assertThat(reviews.take(pair, ANNA).explanation().lines()).isNotEmpty();

        refused(ReviewProblem.TAKEN, () -> reviews.take(pair, BERND));
        assertThat(reviews.takeNext(BERND)).isEmpty();
        assertThat(reviews.takeNext(ANNA)).get().extracting(ReviewCase::id).isEqualTo(pair);
        assertThat(reviews.waiting(10, 0).getFirst().heldBy()).isEqualTo(ANNA);

        world.jdbc.update("update identity.review set locked_until = now() - interval '1 second'");
        reviews.take(pair, BERND);
        refused(ReviewProblem.NOT_TAKEN, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
    }

    @Test
    void anExpiredLockDoesNotDecideEvenWhereNobodyElseTookThePair() {
        reviews.take(pair, ANNA);
        world.jdbc.update("update identity.review set locked_until = now() - interval '1 second'");

        refused(ReviewProblem.NOT_TAKEN, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
        refused(ReviewProblem.NOT_TAKEN, () -> reviews.later(pair, ANNA, LocalDate.now().plusDays(3)));
        refused(ReviewProblem.NOT_TAKEN, () -> reviews.ask(pair, ANNA, "awo"));
        assertThat(world.state(pair)).isEqualTo("OPEN");
        assertThat(world.jdbc.queryForObject("select count(*) from identity.review_vote", Long.class)).isZero();

        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, true, ANGABEN, false).decided()).isTrue();
    }

    @Test
    void whoReleasesAPairLeavesItToOthers() {
        reviews.take(pair, ANNA);
        reviews.release(pair, ANNA);

        reviews.take(pair, BERND);
        assertThat(world.audit()).containsExactly(ANNA + ": review-viewed", ANNA + ": review-released",
                BERND + ": review-viewed");
    }

    @Test
    void onlyNamedReviewersSeeAnything() {
        refused(ReviewProblem.NO_REVIEWER, () -> reviews.take(pair, "Dora Fremd"));
        refused(ReviewProblem.NO_REVIEWER, () -> reviews.takeNext("Dora Fremd"));
        refused(ReviewProblem.NO_REVIEWER, () -> reviews.undo(pair, "Dora Fremd"));
        refused(ReviewProblem.NO_PAIR, () -> reviews.take(99, ANNA));
        assertThat(world.audit()).isEmpty();
    }

    @Test
    void sameJoinsTheFiles() {
        reviews.take(pair, ANNA);
        DecisionOutcome outcome = reviews.decide(pair, ANNA, true, ANGABEN, false);

        assertThat(outcome).isEqualTo(new DecisionOutcome(true, true, 1, 1));
        assertThat(world.person(right)).isEqualTo(world.person(left));
        assertThat(world.state(pair)).isEqualTo("DECIDED");
        assertThat(reviews.waiting(10, 0)).isEmpty();
        assertThat(world.jdbc.queryForObject("select d.reason from identity.review r join identity.pair_decision d "
                + "on d.id = r.decision_id", String.class)).isEqualTo("angaben");
        assertThat(world.audit()).containsExactly(ANNA + ": review-viewed", ANNA + ": review-said-same",
                ANNA + ": decided-same");
        assertThat(world.jdbc.queryForList("select subject from hub.audit_entry", String.class))
                .containsOnly("review " + pair + ", files " + left + " and " + right);
    }

    @Test
    void differentIsKeptForGoodWithTheNoteOfTheBody() {
        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, false, VERSCHIEDEN_LAUT_STELLE, true).decided()).isTrue();

        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.jdbc.queryForMap("select reason, note from identity.review_vote"))
                .containsEntry("reason", "verschieden-laut-stelle").containsEntry("note", true);
    }

    @Test
    void whatTheReviewerSawIsKeptEncryptedWithTheirVote() {
        PairExplanation seen = reviews.take(pair, ANNA).explanation();
        reviews.decide(pair, ANNA, true, ANGABEN, false);

        Map<String, Object> kept = world.jdbc.queryForMap("select explanation, model, shown_digest from identity.review_vote");
        assertThat(new String((byte[]) kept.get("explanation"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Karademir");
        assertThat(ExplanationJson.read(world.keys().decrypt((byte[]) kept.get("explanation"), Votes.PURPOSE)))
                .isEqualTo(seen);
        assertThat(kept).containsEntry("model", seen.model());
        assertThat((byte[]) kept.get("shown_digest")).isNotEmpty();
        assertThat(world.jdbc.queryForObject("select shown is null from identity.review", Boolean.class))
                .as("the vote has it").isTrue();
    }

    /** Whatever the model says by then. */
    @Test
    void aVoteRefersToWhatWasShownAlsoWhereTheModelIsAnotherByNow() {
        PairExplanation seen = reviews.take(pair, ANNA).explanation();
        world.scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(900_000_000L, List.of()));
        reviews.decide(pair, ANNA, true, ANGABEN, false);

        assertThat(ExplanationJson.read(world.keys().decrypt(world.jdbc.queryForObject(
                "select explanation from identity.review_vote", byte[].class), Votes.PURPOSE))).isEqualTo(seen);
    }

    @Test
    void whoseFileChangedSinceItWasShownHasToBeLookedAtAgain() {
        reviews.take(pair, ANNA);
        world.jdbc.update("update identity.source_case set persona = ? where id = ?", world.keys().encrypt(
                person("Jusuf", "Karademir", "1987-05-18").build().encode(), "persona"), right);

        refused(ReviewProblem.LOOK_AGAIN, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.jdbc.queryForObject("select count(*) from identity.review_vote", Long.class)).isZero();
        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, true, ANGABEN, false).decided()).isTrue();
    }

    /** What the batch writes is not to be seen yet when the reviewer decides. */
    @Test
    void whoseFileABatchIsJustChangingHasToBeLookedAtAgain() throws Exception {
        reviews.take(pair, ANNA);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            java.util.concurrent.Future<DecisionOutcome> decision = database.transactions().execute(batch -> {
                new LockOrder(world.jdbc).takeFiles(List.of(right));
                world.jdbc.update("update identity.source_case set persona = ? where id = ?", world.keys().encrypt(
                        person("Jusuf", "Karademir", "1987-05-18").build().encode(), "persona"), right);
                java.util.concurrent.Future<DecisionOutcome> decides = other.submit(
                        () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
                while (!decides.isDone() && world.jdbc.queryForObject("select count(*) from pg_locks l "
                        + "join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()",
                        Long.class) == 0) {
                    Thread.onSpinWait();
                }
                return decides;
            });
            assertThatThrownBy(decision::get).cause().isInstanceOfSatisfying(ReviewRefused.class,
                    refused -> assertThat(refused.problem()).isEqualTo(ReviewProblem.LOOK_AGAIN));
        }
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(world.jdbc.queryForObject("select count(*) from identity.review_vote", Long.class)).isZero();
    }

    @Test
    void whoIsInTheWayOfABatchIsAskedToTryAgain() {
        reviews.take(pair, ANNA);
        world.register.busy = true;
        refused(ReviewProblem.BUSY, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
        assertThat(world.jdbc.queryForObject("select count(*) from identity.review_vote", Long.class)).isZero();
        world.register.busy = false;
        assertThat(reviews.decide(pair, ANNA, true, ANGABEN, false).decided()).isTrue();
    }

    /** Their consent ended while the reviewer was looking. */
    @Test
    void whatWaitsNoLongerIsNotDecided() {
        reviews.take(pair, ANNA);
        world.jdbc.update("update identity.review set state = 'MOOT'");
        refused(ReviewProblem.DONE, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
    }

    @Test
    void nobodyPartsAPersonAloneWhereReviewersDiffer() {
        Reviews twoEach = differing();
        timeIsOver();
        world.jdbc.update("update identity.source_case set person_id = ? where id = ?", world.person(left), right);
        world.jdbc.update("update identity.review set contested = true");
        twoEach.take(pair, BERND);

        refused(ReviewProblem.WOULD_PART, () -> twoEach.apart(pair, BERND, "awo"));
        assertThat(world.jdbc.queryForObject("select count(*) from identity.pair_decision", Long.class)).isZero();
        assertThat(world.state(pair)).isEqualTo("SECOND_OPINION");
    }

    @Test
    void whatWasShownGoesWhenThePairIsGivenBack() {
        reviews.take(pair, ANNA);
        assertThat(world.jdbc.queryForObject("select shown is not null from identity.review", Boolean.class)).isTrue();
        reviews.release(pair, ANNA);
        assertThat(world.jdbc.queryForObject("select shown is null from identity.review", Boolean.class)).isTrue();
    }

    @Test
    void theListSaysTheProbabilityOfToday() {
        assertThat(reviews.waiting(10, 0).getFirst().probability())
                .isEqualTo(reviews.take(pair, ANNA).explanation().probability()).isNotEqualTo(1 / (1 + Math.pow(2, -3)));
    }

    @Test
    void aReasonHasToFitTheDecision() {
        reviews.take(pair, ANNA);
        refused(ReviewProblem.WRONG_REASON, () -> reviews.decide(pair, ANNA, true, GESCHWISTER, false));
        refused(ReviewProblem.WRONG_REASON, () -> reviews.decide(pair, ANNA, false, GESCHWISTER, true));
        assertThat(world.state(pair)).isEqualTo("OPEN");
    }

    @Test
    void nobodyDecidesWhatTheyHaveNotLookedAtOrWhatIsDecided() {
        refused(ReviewProblem.NOT_TAKEN, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
        reviews.take(pair, ANNA);
        reviews.decide(pair, ANNA, true, ANGABEN, false);
        refused(ReviewProblem.DONE, () -> reviews.take(pair, BERND));
        refused(ReviewProblem.DONE, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
    }

    @Test
    void twoPeopleWhoBothConsentedAreJoinedByTwoReviewersOnly() {
        world.consent(left);
        world.consent(right);
        assertThat(reviews.take(pair, ANNA).bothConsented()).isTrue();

        assertThat(reviews.decide(pair, ANNA, true, ANGABEN, false).decided()).isFalse();
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        assertThat(reviews.waiting(10, 0).getFirst().opinion()).isEqualTo(WaitingPair.Opinion.SECOND);
        refused(ReviewProblem.VOTED, () -> reviews.take(pair, ANNA));
        assertThat(reviews.takeNext(ANNA)).isEmpty();

        assertThat(reviews.take(pair, BERND).explanation().toString()).doesNotContain(ANNA);
        assertThat(reviews.decide(pair, BERND, true, ANGABEN, false).decided()).isTrue();
        assertThat(world.person(right)).isEqualTo(world.person(left));
        assertThat(world.jdbc.queryForObject("select decided_by from identity.pair_decision", String.class))
                .isEqualTo(ANNA + ", " + BERND);
    }

    @Test
    void thatTwoPeopleWhoConsentedAreDifferentOneReviewerCanSay() {
        world.consent(left);
        world.consent(right);
        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, false, NAMENSGLEICH, false).decided()).isTrue();
    }

    @Test
    void whereTwoDifferAThirdDecides() {
        Reviews twoEach = world.reviews(1);
        twoEach.take(pair, ANNA);
        assertThat(twoEach.decide(pair, ANNA, true, ANGABEN, false).decided()).isFalse();
        twoEach.take(pair, BERND);
        assertThat(twoEach.decide(pair, BERND, false, GESCHWISTER, false).decided()).isFalse();
        assertThat(twoEach.waiting(10, 0).getFirst().opinion()).isEqualTo(WaitingPair.Opinion.THIRD);
        refused(ReviewProblem.VOTED, () -> twoEach.take(pair, BERND));

        twoEach.take(pair, CARLA);
        assertThat(twoEach.decide(pair, CARLA, false, NAMENSGLEICH, false))
                .isEqualTo(new DecisionOutcome(true, false, 0, 0));
        assertThat(world.jdbc.queryForMap("select same, reason, decided_by from identity.pair_decision"))
                .containsEntry("same", false).containsEntry("reason", "namensgleich")
                .containsEntry("decided_by", BERND + ", " + CARLA);
    }

    /** Two are configured, or the third does not come: the pair goes back to both, who do not learn who said what. */
    @Test
    void whereNoThirdComesInTimeBothAreAskedOnceMoreAndTwoEqualVotesDecide() {
        Reviews twoEach = differing();
        refused(ReviewProblem.VOTED, () -> twoEach.take(pair, ANNA));
        timeIsOver();
        long harmful = world.pair(left, world.file("awo", "F-2", person("Emre", "Karademir", "1990").build()), 9);
        assertThat(twoEach.waiting(10, 0)).extracting(WaitingPair::id, WaitingPair::opinion).containsExactly(
                org.assertj.core.groups.Tuple.tuple(pair, WaitingPair.Opinion.DIFFERING),
                org.assertj.core.groups.Tuple.tuple(harmful, WaitingPair.Opinion.FIRST));

        ReviewCase again = twoEach.takeNext(ANNA).orElseThrow();
        assertThat(again.id()).isEqualTo(pair);
        assertThat(again.differing()).isTrue();
        assertThat(twoEach.decide(pair, ANNA, true, ANGABEN, false).decided()).as("still one for each").isFalse();
        refused(ReviewProblem.VOTED, () -> twoEach.take(pair, ANNA));
        assertThat(world.person(right)).isNotEqualTo(world.person(left));
        twoEach.take(pair, BERND);
        assertThat(twoEach.decide(pair, BERND, true, ANGABEN, false).decided()).isTrue();
        assertThat(world.person(right)).isEqualTo(world.person(left));
        assertThat(world.jdbc.queryForObject("select decided_by from identity.pair_decision", String.class))
                .isEqualTo(ANNA + ", " + BERND);
    }

    @Test
    void whoBothStayWithTheirOpinionWaitForAThirdOnceMore() {
        Reviews twoEach = differing();
        timeIsOver();
        twoEach.take(pair, ANNA);
        twoEach.decide(pair, ANNA, true, ANGABEN, false);
        twoEach.take(pair, BERND);
        assertThat(twoEach.decide(pair, BERND, false, GESCHWISTER, false).decided()).isFalse();

        assertThat(twoEach.waiting(10, 0).getFirst().opinion()).isEqualTo(WaitingPair.Opinion.THIRD);
        refused(ReviewProblem.VOTED, () -> twoEach.take(pair, BERND));
        twoEach.take(pair, CARLA);
        assertThat(twoEach.decide(pair, CARLA, true, ANGABEN, false).decided()).isTrue();
    }

    @Test
    void whereReviewersDifferForTooLongTheFilesStayApartAndASourceIsAsked() {
        Reviews twoEach = differing();
        twoEach.take(pair, CARLA);
        refused(ReviewProblem.NOT_DIFFERING, () -> twoEach.apart(pair, CARLA, "awo"));
        twoEach.release(pair, CARLA);
        timeIsOver();
        twoEach.take(pair, BERND);
        refused(ReviewProblem.NOT_A_SOURCE, () -> twoEach.apart(pair, BERND, "caritas"));

        assertThat(twoEach.apart(pair, BERND, "awo")).isEqualTo("F-1");

        assertThat(world.state(pair)).isEqualTo("DECIDED");
        assertThat(world.jdbc.queryForMap("select same, reason from identity.pair_decision"))
                .containsEntry("same", false).containsEntry("reason", "uneinig");
        assertThat(world.audit()).endsWith(BERND + ": decided-different", BERND + ": review-asked");
        twoEach.undo(pair, ANNA);
        assertThat(twoEach.waiting(10, 0).getFirst().opinion()).isEqualTo(WaitingPair.Opinion.FIRST);
    }

    @Test
    void nobodyGivesDisagreementAsWhatTheyThink() {
        reviews.take(pair, ANNA);
        refused(ReviewProblem.WRONG_REASON, () -> reviews.decide(pair, ANNA, false, DecisionReason.UNEINIG, false));
        assertThat(DecisionReason.reasonsFor(false)).doesNotContain(DecisionReason.UNEINIG);
    }

    private Reviews differing() {
        Reviews twoEach = world.reviews(1);
        twoEach.take(pair, ANNA);
        twoEach.decide(pair, ANNA, true, ANGABEN, false);
        twoEach.take(pair, BERND);
        twoEach.decide(pair, BERND, false, GESCHWISTER, false);
        return twoEach;
    }

    private void timeIsOver() {
        assertThat(world.jdbc.queryForObject("select differ_until > now() + interval '6 days' from identity.review where id = ?",
                Boolean.class, pair)).isTrue();
        world.jdbc.update("update identity.review_vote set at = at - interval '8 days'");
        world.jdbc.update("update identity.review set differ_until = differ_until - interval '8 days', "
                + "created_at = created_at - interval '9 days'");
    }

    @Test
    void aboutEveryTenthPairIsDrawnForASecondOpinion() {
        Votes votes = new Votes(world.jdbc, world.keys());
        long drawn = java.util.stream.LongStream.range(0, 10_000)
                .filter(id -> votes.drawn(new ReviewRow(id, 1, 2, ReviewState.OPEN, null, 0, false), 10)).count();
        assertThat(drawn).isBetween(850L, 1_150L);
    }

    @Test
    void laterComesUpAgainOnItsDayAndWhatWasSaidStands() {
        Reviews twoEach = world.reviews(1);
        twoEach.take(pair, ANNA);
        twoEach.decide(pair, ANNA, true, ANGABEN, false);
        twoEach.take(pair, BERND);
        twoEach.later(pair, BERND, LocalDate.now().plusDays(3));
        assertThat(twoEach.waiting(10, 0)).isEmpty();

        world.jdbc.update("update identity.review set due_at = now()");
        assertThat(twoEach.waiting(10, 0).getFirst().opinion()).isEqualTo(WaitingPair.Opinion.SECOND);
        refused(ReviewProblem.VOTED, () -> twoEach.take(pair, ANNA));
        twoEach.take(pair, BERND);
        assertThat(twoEach.decide(pair, BERND, true, ANGABEN, false).decided()).isTrue();
    }

    @Test
    void laterIsADayToComeWithinAYear() {
        reviews.take(pair, ANNA);
        refused(ReviewProblem.WRONG_DAY, () -> reviews.later(pair, ANNA, LocalDate.now()));
        refused(ReviewProblem.WRONG_DAY, () -> reviews.later(pair, ANNA, LocalDate.now().plusYears(1).plusDays(1)));
    }

    @Test
    void aSourceIsAskedByItsOwnFileNumber() {
        reviews.take(pair, ANNA);
        refused(ReviewProblem.NOT_A_SOURCE, () -> reviews.ask(pair, ANNA, "caritas"));

        assertThat(reviews.ask(pair, ANNA, "awo")).isEqualTo("F-1");
        assertThat(world.state(pair)).isEqualTo("ASKED");
        assertThat(reviews.waiting(10, 0)).isEmpty();
        assertThat(reviews.take(pair, BERND).id()).isEqualTo(pair);
        assertThat(world.jdbc.queryForList("select coalesce(ground, '') || subject from hub.audit_entry", String.class))
                .noneMatch(text -> text.contains("F-1"));
    }

    @Test
    void anUndoneDecisionWaitsAgainAndEverythingIsAsItWas() {
        long before = world.person(right);
        reviews.take(pair, ANNA);
        reviews.decide(pair, ANNA, true, ANGABEN, false);

        assertThat(reviews.undo(pair, BERND).moves()).hasSize(1);
        assertThat(world.person(right)).isEqualTo(before);
        assertThat(world.state(pair)).isEqualTo("OPEN");
        reviews.take(pair, ANNA);
        assertThat(reviews.decide(pair, ANNA, false, GESCHWISTER, false).decided()).isTrue();
        assertThat(world.jdbc.queryForObject("select count(*) from identity.review_vote", Long.class)).isEqualTo(2);
    }

    @Test
    void alsoADecisionThatMovedNothingCanBeUndone() {
        reviews.take(pair, ANNA);
        reviews.decide(pair, ANNA, false, GESCHWISTER, false);
        reviews.undo(pair, ANNA);

        assertThat(world.jdbc.queryForMap("select undone_by, undone_at is not null as undone from identity.pair_decision"))
                .containsEntry("undone_by", ANNA).containsEntry("undone", true);
        assertThat(reviews.waiting(10, 0)).hasSize(1);
        refused(ReviewProblem.NOT_DECIDED, () -> reviews.undo(pair, ANNA));
    }

    @Test
    void aPairThatTheRegisterBringsUpAgainIsJudgedFromTheBeginning() {
        Reviews twoEach = world.reviews(1);
        twoEach.take(pair, ANNA);
        twoEach.decide(pair, ANNA, true, ANGABEN, false);
        world.jdbc.update("update identity.review set state = 'MOOT', locked_by = null");
        world.jdbc.update("update identity.review set state = 'OPEN', created_at = clock_timestamp()");

        assertThat(twoEach.waiting(10, 0).getFirst().opinion()).isEqualTo(WaitingPair.Opinion.FIRST);
        twoEach.take(pair, ANNA);
        assertThat(twoEach.decide(pair, ANNA, true, ANGABEN, false).decided()).isFalse();
        twoEach.take(pair, BERND);
        assertThat(twoEach.decide(pair, BERND, true, ANGABEN, false).decided()).isTrue();
    }

    @Test
    void whatTheRegisterRefusesChangesNothing() {
        reviews.take(pair, ANNA);
        world.register.contradicts = true;
        refused(ReviewProblem.CONTRADICTS, () -> reviews.decide(pair, ANNA, true, ANGABEN, false));
        assertThat(world.jdbc.queryForObject("select count(*) from identity.review_vote", Long.class)).isZero();

        world.register.contradicts = false;
        reviews.decide(pair, ANNA, true, ANGABEN, false);
        world.register.laterOnes = true;
        refused(ReviewProblem.NOT_THE_LAST, () -> reviews.undo(pair, ANNA));
        assertThat(world.state(pair)).isEqualTo("DECIDED");
    }

    @Test
    void twoReviewersWhoAskForTheNextAtOnceNeverGetTheSame() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            world.pair(left, world.file("awo", "G-" + i, person("Can", "Karademir", "199" + i % 10).build()), 2);
        }
        Set<Long> taken = ConcurrentHashMap.newKeySet();
        List<Long> twice = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (String reviewer : List.of(ANNA, BERND, CARLA)) {
                threads.execute(() -> {
                    for (int i = 0; i < 10; i++) {
                        long got = reviews.takeNext(reviewer).orElseThrow().id();
                        if (!taken.add(got)) {
                            twice.add(got);
                        }
                        reviews.later(got, reviewer, LocalDate.now().plusDays(9));
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(twice).isEmpty();
        assertThat(taken).hasSize(30);
    }

    private static void refused(ReviewProblem problem, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ReviewRefused.class,
                refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
