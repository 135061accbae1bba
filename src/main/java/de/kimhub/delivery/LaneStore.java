package de.kimhub.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code hub.delivery_lane}, and which lanes have something to send. All times are the database's. */
final class LaneStore {

    private static final String STATE = """
            select next_attempt_at <= clock_timestamp() as due, failures
              from hub.delivery_lane where recipient_no = ? and lane = ?""";
    private static final String FAILED = """
            insert into hub.delivery_lane (recipient_no, lane, next_attempt_at, failures, code)
            values (?, ?, clock_timestamp() + ? * interval '1 millisecond', ?, ?)
            on conflict (recipient_no, lane) do update
               set next_attempt_at = excluded.next_attempt_at, failures = excluded.failures, code = excluded.code""";
    private static final String RECOVERED = """
            update hub.delivery_lane set failures = 0, code = null where recipient_no = ? and lane = ?""";
    /** The first position, not "exists": the planner would read another lane's backlog for that. */
    private static final String SOMETHING_LEFT = """
            select ((select position from hub.outbox_item where recipient_no = ? and lane = ?
                      order by position limit 1) is not null
                    or exists (select 1 from hub.delivery_batch where recipient_no = ? and lane = ? and state <> 2)
                    or exists (select 1 from hub.recall where recipient_no = ? and lane = ?))
               and not exists (select 1 from hub.delivery_lane where recipient_no = ? and lane = ?
                                  and next_attempt_at > clock_timestamp())""";
    /** Jumps from lane to lane along the primary key, so that a backlog of a million items costs nothing. */
    private static final String DUE = """
            with recursive waiting as (
                (select recipient_no, lane from hub.outbox_item order by recipient_no, lane limit 1)
                union all
                select next.recipient_no, next.lane from waiting
                 cross join lateral (select o.recipient_no, o.lane from hub.outbox_item o
                                      where (o.recipient_no, o.lane) > (waiting.recipient_no, waiting.lane)
                                      order by o.recipient_no, o.lane limit 1) next),
            unfinished as (
                select recipient_no, lane from waiting
                union select recipient_no, lane from hub.delivery_batch where state <> 2
                union select recipient_no, lane from hub.recall)
            select u.recipient_no, u.lane from unfinished u
              left join hub.delivery_lane l using (recipient_no, lane)
             where l.next_attempt_at is null or l.next_attempt_at <= clock_timestamp()
             order by 1, 2""";

    private final JdbcTemplate jdbc;

    LaneStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    State state(LaneId lane) {
        return jdbc.query(STATE, (row, no) -> new State(row.getBoolean("due"), row.getInt("failures")),
                lane.recipientNo(), lane.lane()).stream().findFirst().orElse(State.NEVER_FAILED);
    }

    void failed(LaneId lane, int failures, Duration wait, String code) {
        jdbc.update(FAILED, lane.recipientNo(), lane.lane(), wait.toMillis(), failures, code);
    }

    void recovered(LaneId lane) {
        jdbc.update(RECOVERED, lane.recipientNo(), lane.lane());
    }

    boolean somethingLeft(LaneId lane) {
        int recipient = lane.recipientNo();
        int no = lane.lane();
        return Boolean.TRUE.equals(jdbc.queryForObject(SOMETHING_LEFT, Boolean.class,
                recipient, no, recipient, no, recipient, no, recipient, no));
    }

    List<LaneId> due() {
        return jdbc.query(DUE, (row, no) -> new LaneId(row.getInt("recipient_no"), row.getInt("lane")));
    }

    /** @param failures in a row so far */
    record State(boolean due, int failures) {

        static final State NEVER_FAILED = new State(true, 0);
    }
}
