package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom a recipient was told of stays told of, whoever the files turn out to belong to. */
class FirstContactsTest {

    private static final int RECIPIENT = 5;

    @RegisterExtension
    final Database database = new Database();

    private JdbcTemplate jdbc;
    private FirstContacts contacts;
    private long alone;
    private long other;
    private long file;

    @BeforeEach
    void aFileThatARecipientWasToldOf() {
        jdbc = new JdbcTemplate(database.dataSource());
        contacts = new FirstContacts(jdbc);
        alone = jdbc.queryForObject("insert into identity.person default values returning id", Long.class);
        other = jdbc.queryForObject("insert into identity.person default values returning id", Long.class);
        file = jdbc.queryForObject("insert into identity.source_case (instance_no, case_digest, person_id) values (3, 'x', ?)"
                + " returning id", Long.class, alone);
        jdbc.update("insert into hub.event (id, document_id, record_no, case_id, occurred_on, instance_no, type, kind, state, rules,"
                + " payload) overriding system value select n, 1, n, case when n = 10 then ? end, current_date, 3, 42, 0, 0, 'v', ''"
                + " from generate_series(10, 12) n", file);
        assertThat(contacts.make(RECIPIENT, alone, 10)).isTrue();
    }

    @Test
    void whoIsFoundToBeSomebodyElseIsNotMadeKnownASecondTime() {
        jdbc.update("update identity.source_case set person_id = ? where id = ?", other, file);
        contacts.follow(List.of(file));

        assertThat(contacts.make(RECIPIENT, other, 11)).isFalse();
        assertThat(contacts.make(RECIPIENT, alone, 12)).as("whoever stays behind was not made known").isTrue();
    }

    @Test
    void ofTwoWhoWereBothMadeKnownAndAreOneTheFirstCounts() {
        contacts.make(RECIPIENT, other, 11);
        jdbc.update("update identity.source_case set person_id = ? where id = ?", other, file);
        contacts.follow(List.of(file));

        assertThat(jdbc.queryForList("select event_id from hub.first_contact", Long.class)).containsExactly(11L);
    }

    @Test
    void whoseFilesDidNotMoveStaysAsItIs() {
        contacts.follow(List.of(file));
        assertThat(jdbc.queryForList("select person_id from hub.first_contact", Long.class)).containsExactly(alone);
    }
}
