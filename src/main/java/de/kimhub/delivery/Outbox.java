package de.kimhub.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits for delivery, in the order in which it was added. */
public final class Outbox {

    private static final String ADD = """
            insert into hub.outbox_item (recipient_no, lane, event_id, rule)
            select * from unnest(?::smallint[], ?::smallint[], ?::bigint[], ?::text[])""";

    private final JdbcTemplate jdbc;

    Outbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the items within the caller's transaction, which must be the only one that works on their cases: then the
     * order of a case's items is the order in which they were added.
     *
     * @return the lanes that have something new; to be woken after the commit
     */
    public Set<LaneId> add(List<QueuedItem> items) {
        int count = items.size();
        if (count == 0) {
            return Set.of();
        }
        Short[] recipients = new Short[count];
        Short[] lanes = new Short[count];
        long[] events = new long[count];
        String[] rules = new String[count];
        Set<LaneId> touched = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            QueuedItem item = items.get(i);
            recipients[i] = (short) item.recipientNo();
            lanes[i] = (short) item.lane();
            events[i] = item.eventId();
            rules[i] = item.rule();
            touched.add(new LaneId(item.recipientNo(), item.lane()));
        }
        jdbc.update(ADD, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("int2", recipients));
            statement.setArray(2, statement.getConnection().createArrayOf("int2", lanes));
            statement.setObject(3, events);
            statement.setObject(4, rules);
        });
        return touched;
    }

    /** @return whether it was not given because the file was another person's: then it can be added again */
    public boolean takeKeptBack(int recipientNo, long eventId) {
        return jdbc.update("delete from hub.withdrawn_item where recipient_no = ? and event_id = ? and reason = ?",
                recipientNo, eventId, Withdrawal.OTHER_PERSONS_FILE) > 0;
    }

    /**
     * The lane of a source's case at a recipient. It never changes, also when the case is linked to another person.
     *
     * @param caseId {@code identity.source_case.id}; 0 for events that concern no person
     */
    public static int lane(long caseId, int lanes) {
        long mixed = (caseId ^ caseId >>> 33) * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 29, lanes);
    }
}
