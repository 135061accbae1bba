package de.kimhub.delivery;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks for deliveries to be taken back that are laid out and not collected. What comes of it: {@link Recalling}. */
public final class Recalls {

    private static final String ASK = """
            insert into hub.recall (batch_id, recipient_no, lane)
            select distinct b.id, b.recipient_no, b.lane from unnest(?::bigint[]) as e (id) join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any (b.event_ids)
             where b.bytes is not null and b.staged_at is not null and b.state > 0
            on conflict do nothing""";
    private static final String LANES = """
            select distinct r.recipient_no, r.lane from hub.recall r join hub.delivery_batch b on b.id = r.batch_id
             where b.event_ids && ?::bigint[]""";

    private final JdbcTemplate jdbc;

    Recalls(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within the transaction by which these events may be given no longer, or are kept back.
     *
     * @return the lanes to wake after the commit
     */
    public Set<LaneId> ask(Collection<Long> events) {
        Object ids = events.stream().mapToLong(Long::longValue).toArray();
        Set<LaneId> lanes = new LinkedHashSet<>();
        if (jdbc.update(ASK, ids) > 0) {
            jdbc.query(LANES, row -> {
                lanes.add(new LaneId(row.getInt(1), row.getInt(2)));
            }, ids);
        }
        return lanes;
    }
}
