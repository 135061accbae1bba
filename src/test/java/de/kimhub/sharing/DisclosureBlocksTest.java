package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.DisclosureBlocks.Told;
import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class DisclosureBlocksTest {

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
        told(10, EventType.DISCLOSURE_BLOCK_SET, MessageKind.EVENT, 0, DAY);
        assertThat(blocks.of(List.of(person, 4711L))).containsExactly(person);

        told(11, EventType.DISCLOSURE_BLOCK_LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).isEmpty();
    }

    @Test
    void aLateLiftOfAnEarlierDayLiftsNothing() {
        told(10, EventType.DISCLOSURE_BLOCK_SET, MessageKind.EVENT, 0, DAY);
        told(11, EventType.DISCLOSURE_BLOCK_LIFTED, MessageKind.EVENT, 0, DAY.minusDays(1));
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aLiftThatIsHeldOrTakenBackLiftsNothing() {
        told(10, EventType.DISCLOSURE_BLOCK_SET, MessageKind.EVENT, 0, DAY);
        told(11, EventType.DISCLOSURE_BLOCK_LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        jdbc.update("insert into hub.held_event (instance_no, case_digest, event_id) values (3, 'x', 11)");
        assertThat(blocks.of(List.of(person))).containsExactly(person);

        jdbc.update("delete from hub.held_event");
        assertThat(blocks.of(List.of(person))).isEmpty();
        told(12, EventType.DISCLOSURE_BLOCK_LIFTED, MessageKind.RETRACTION, 11, DAY.plusDays(1));
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aNumberThatTheClientShowedIsEnough() {
        told(10, EventType.DISCLOSURE_BLOCK_SET, MessageKind.EVENT, 0, DAY);
        jdbc.update("delete from identity.source_case");
        assertThat(blocks.of(List.of(person))).isEmpty();

        jdbc.update("insert into hub.consent_file_number (consent_id, instance_no, case_digest)"
                + " select id, 3, 'x' from hub.consent");
        assertThat(blocks.of(List.of(person))).containsExactly(person);
    }

    @Test
    void aStandingBlockIsNeverDeleted() {
        told(10, EventType.DISCLOSURE_BLOCK_SET, MessageKind.EVENT, 0, DAY);
        jdbc.update("update identity.disclosure_block set noted_at = now() - interval '9 years'");
        assertThat(blocks.deleteExpired()).isZero();

        told(11, EventType.DISCLOSURE_BLOCK_LIFTED, MessageKind.EVENT, 0, DAY.plusDays(1));
        assertThat(blocks.deleteExpired()).as("lifted today").isZero();
        jdbc.update("update identity.disclosure_block set noted_at = now() - interval '31 days'");
        assertThat(blocks.deleteExpired()).isEqualTo(2);
    }

    private void told(long event, EventType type, MessageKind kind, long replaces, LocalDate on) {
        database.transactions().executeWithoutResult(status ->
                blocks.note(3, List.of(new Told(NUMBER, event, type, kind, replaces, on))));
    }
}
