package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.DisclosureBlocks.Told;
import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class DisclosureBlocksTest {

    private static final EventType SET = EventType.DISCLOSURE_BLOCK_SET;
    private static final EventType LIFTED = EventType.DISCLOSURE_BLOCK_LIFTED;
    private static final byte[] OTHER_NUMBER = "y".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NUMBER = "x".getBytes(StandardCharsets.UTF_8);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @RegisterExtension
    final Database database = new Database();

    private JdbcTemplate jdbc;
    private DisclosureBlocks blocks;
    private long person;

    @BeforeEach
    void aFileAndAConsent() {
        jdbc = new JdbcTemplate(database.dataSource());
        blocks = new DisclosureBlocks(jdbc);
        person = jdbc.queryForObject("insert into identity.person default values returning id", Long.class);
        jdbc.update("insert into identity.source_case (instance_no, case_digest, person_id) values (3, 'x', ?)", person);
        jdbc.update("insert into hub.consent (person_id, case_id, event_id, purposes, sources, recipients, valid_from)"
                + " values (?, 1, 1, '{}', '{}', '{}', current_date)", person);
    }

    @Test
    void whatWasToldLastCounts() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        assertThat(blocks.of(List.of(person, 4711L))).containsExactly(person);

        told(11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aLateLiftOfAnEarlierDayLiftsNothing() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        told(11, LIFTED, MessageKind.EVENT, 0, DAY.minusDays(1));
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aLiftThatIsHeldOrTakenBackLiftsNothing() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        told(11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        jdbc.update("insert into hub.held_event (instance_no, case_digest, event_id) values (3, 'x', 11)");
        assertThat(blocks.of(List.of(person))).containsExactly(person);

        jdbc.update("delete from hub.held_event");
        assertThat(blocks.of(List.of(person))).isEmpty();
        told(12, LIFTED, MessageKind.RETRACTION, 11, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aNumberThatTheClientShowedIsEnough() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        jdbc.update("delete from identity.source_case");
        assertThat(blocks.of(List.of(person))).isEmpty();

        jdbc.update("insert into hub.consent_file_number (consent_id, instance_no, case_digest)"
                + " select id, 3, 'x' from hub.consent");
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aStandingBlockIsNeverDeleted() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        jdbc.update("update identity.disclosure_block set noted_at = now() - interval '9 years'");
        assertThat(blocks.deleteExpired()).isZero();

        told(11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        assertThat(blocks.deleteExpired()).as("lifted today").isZero();
        jdbc.update("update identity.disclosure_block set noted_at = now() - interval '31 days'");
        assertThat(blocks.deleteExpired()).isEqualTo(2);
    }

    @Test
    void liftingOneOfTwoBlocksLeavesTheOther() {
        note(NUMBER, 10, SET, MessageKind.EVENT, 0, DAY, "1", "5");
        note(NUMBER, 11, SET, MessageKind.EVENT, 0, DAY, "12");
        note(NUMBER, 12, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1), "12");
        assertThat(blocks.of(List.of(person))).containsExactly(person);

        note(NUMBER, 13, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(2), "1");
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aLiftThatNamesNoKindEndsAllAndOneOfATransferBlockEndsNone() {
        note(NUMBER, 10, SET, MessageKind.EVENT, 0, DAY, "1", "12");
        note(NUMBER, 11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1), "5");
        assertThat(blocks.of(List.of(person))).containsExactly(person);

        note(NUMBER, 12, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aBlockOfAnUnknownKindStandsUntilALiftThatNamesNone() {
        note(NUMBER, 10, SET, MessageKind.EVENT, 0, DAY);
        note(NUMBER, 11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1), "12");
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aHeldRetractionOrCorrectionOfABlockRemovesNothing() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        hold("x", 11);
        told(11, SET, MessageKind.RETRACTION, 10, DAY);
        assertThat(blocks.of(List.of(person))).containsExactly(person);
        assertThat(blocks.deleteExpired()).isZero();

        jdbc.update("delete from hub.held_event");
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aHeldCorrectionThatSaysItIsSomebodyElsesRemovesNothing() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        hold("y", 11);
        note(OTHER_NUMBER, 11, SET, MessageKind.CORRECTION, 10, DAY);
        assertThat(blocks.of(List.of(person))).containsExactly(person);

        jdbc.update("delete from hub.held_event");
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aLiftToldUnderAWrongFileLiftsNothingThereOnceItIsCorrected() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        told(11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).isEmpty();

        note(OTHER_NUMBER, 12, LIFTED, MessageKind.CORRECTION, 11, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).containsExactly(person);
        jdbc.update("update identity.disclosure_block set noted_at = now() - interval '9 years'");
        blocks.deleteExpired();
        blocks.deleteExpired();
        assertThat(blocks.of(List.of(person))).as("after the correction is forgotten").containsExactly(person);
    }

    @Test
    void aRetractedLiftRestoresTheBlockAlsoWhenBothAreForgotten() {
        note(NUMBER, 10, SET, MessageKind.EVENT, 0, DAY, "3");
        note(NUMBER, 11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1), "3");
        jdbc.update("update identity.disclosure_block set noted_at = now() - interval '31 days'");
        assertThat(blocks.deleteExpired()).isEqualTo(2);
        assertThat(blocks.of(List.of(person))).isEmpty();

        told(12, LIFTED, MessageKind.RETRACTION, 11, DAY.plusDays(40));
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aRetractedLiftDoesNotUndoALaterOne() {
        note(NUMBER, 10, SET, MessageKind.EVENT, 0, DAY, "3");
        note(NUMBER, 11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1), "3");
        note(NUMBER, 12, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(9), "3");
        note(NUMBER, 13, LIFTED, MessageKind.RETRACTION, 11, DAY.plusDays(20), "3");
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aCorrectedLiftOfTheSameKindStillLifts() {
        note(NUMBER, 10, SET, MessageKind.EVENT, 0, DAY, "3");
        note(NUMBER, 11, LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1), "3");
        note(NUMBER, 12, LIFTED, MessageKind.CORRECTION, 11, DAY.plusDays(1), "3");
        assertThat(blocks.of(List.of(person))).isEmpty();
        note(NUMBER, 13, LIFTED, MessageKind.CORRECTION, 12, DAY.plusDays(1), "1");
        assertThat(blocks.of(List.of(person))).as("it was another kind").containsExactly(person);
    }

    @Test
    void aLiftOfTomorrowLiftsTomorrow() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        told(11, LIFTED, MessageKind.EVENT, 0, LocalDate.now().plusDays(1));
        assertThat(blocks.of(List.of(person))).containsExactly(person);

        jdbc.update("update identity.disclosure_block set occurred_on = occurred_on - 1");
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void onOneDayABlockCountsMoreThanALift() {
        told(10, SET, MessageKind.EVENT, 0, DAY);
        told(11, LIFTED, MessageKind.EVENT, 0, DAY);
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void whileABlockIsBeingNotedNoBatchOfThePersonIsSealedAlsoWithoutAConsentOrAFile() {
        jdbc.update("delete from hub.consent");
        assertThat(whileNoting(NUMBER)).as("a file without a consent").containsExactly(person);

        jdbc.update("insert into hub.consent (person_id, case_id, event_id, purposes, sources, recipients, valid_from)"
                + " values (?, 1, 1, '{}', '{}', '{}', current_date)", person);
        jdbc.update("insert into hub.consent_file_number (consent_id, instance_no, case_digest)"
                + " select id, 3, 'z' from hub.consent");
        assertThat(whileNoting("z".getBytes(StandardCharsets.UTF_8))).as("a number that was shown").containsExactly(person);
        assertThat(sealing()).isEmpty();
    }

    private Set<Long> whileNoting(byte[] number) {
        return database.transactions().execute(status -> {
            blocks.note(3, List.of(new Told(number, 20, SET, MessageKind.EVENT, 0, List.of(), DAY)));
            return CompletableFuture.supplyAsync(this::sealing).join();
        });
    }

    private Set<Long> sealing() {
        return database.transactions().execute(status -> blocks.keepFromBeingTold(List.of(person)));
    }

    private void hold(String number, long event) {
        jdbc.update("insert into hub.held_event (instance_no, case_digest, event_id) values (3, ?, ?)",
                number.getBytes(StandardCharsets.UTF_8), event);
    }

    private void told(long event, EventType type, MessageKind kind, long replaces, LocalDate on) {
        note(NUMBER, event, type, kind, replaces, on);
    }

    private void note(byte[] number, long event, EventType type, MessageKind kind, long replaces, LocalDate on,
                      String... codes) {
        database.transactions().executeWithoutResult(status ->
                blocks.note(3, List.of(new Told(number, event, type, kind, replaces, List.of(codes), on))));
    }
}
