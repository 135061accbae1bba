package de.kimhub.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recipients that hold something wrong and whose tool takes no corrections or retractions: somebody must be told,
 * until it is confirmed.
 */
public final class CorrectionTasks {

    private static final String ADD = """
            insert into hub.correction_task (recipient_no, event_id) select ?, unnest(?::bigint[])
            on conflict (recipient_no, event_id) do nothing""";
    private static final String OPEN = """
            select id, recipient_no, event_id, created_at from hub.correction_task
             where confirmed_at is null order by id""";
    private static final String CONFIRM = """
            update hub.correction_task set confirmed_at = clock_timestamp() where id = ? and confirmed_at is null""";

    private final JdbcTemplate jdbc;

    CorrectionTasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(int recipientNo, long[] eventIds) {
        jdbc.update(ADD, recipientNo, eventIds);
    }

    /** Those that nobody confirmed yet, the oldest first. */
    public List<Task> open() {
        return jdbc.query(OPEN, (row, no) -> new Task(row.getLong("id"), row.getInt("recipient_no"),
                row.getLong("event_id"), row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }

    /** @return whether it was open */
    public boolean confirm(long id) {
        return jdbc.update(CONFIRM, id) == 1;
    }

    /** @param eventId the correction, retraction or stop that the tool cannot take */
    public record Task(long id, int recipientNo, long eventId, Instant createdAt) {
    }
}
