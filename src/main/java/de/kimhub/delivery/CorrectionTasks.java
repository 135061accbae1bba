package de.kimhub.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recipients that hold something wrong and whose tool takes no corrections or retractions: somebody must be told,
 * until it is confirmed. What is to be done says {@link OpenTasks}.
 */
public final class CorrectionTasks {

    private static final String ADD = """
            insert into hub.correction_task (recipient_no, event_id) select ?, unnest(?::bigint[])
            on conflict (recipient_no, event_id) do nothing""";
    private static final String OPEN = """
            select id, recipient_no, event_id, created_at from hub.correction_task
             where confirmed_at is null order by id""";
    private static final String CONFIRM = """
            update hub.correction_task set confirmed_at = clock_timestamp(), confirmed_by = ?
             where id = ? and recipient_no = ? and confirmed_at is null""";
    private static final String WITHDRAW = """
            delete from hub.correction_task where recipient_no = ? and event_id = ? and confirmed_at is null""";
    private static final String CONFIRMED = """
            select event_id from hub.correction_task where confirmed_at is not null and event_id = any (?)""";

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

    /**
     * That it is done at this recipient. Whoever calls notes it in the audit log.
     *
     * @return whether it was open, and this recipient's
     */
    public boolean confirm(int recipientNo, long id, String by) {
        return jdbc.update(CONFIRM, by, id, recipientNo) == 1;
    }

    /** What should have been told holds no longer. In the caller's transaction. */
    public void withdraw(int recipientNo, long eventId) {
        jdbc.update(WITHDRAW, recipientNo, eventId);
    }

    /** Those of the events of which the recipient's people know, as somebody confirmed. */
    public Set<Long> confirmed(Collection<Long> eventIds) {
        return eventIds.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList(CONFIRMED, Long.class,
                (Object) eventIds.stream().mapToLong(Long::longValue).toArray()));
    }

    /** @param eventId the correction, retraction or stop that the tool cannot take */
    public record Task(long id, int recipientNo, long eventId, Instant createdAt) {
    }
}
