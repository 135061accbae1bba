package de.kimhub.linkage.review;

import de.kimhub.linkage.review.WaitingPair.Opinion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code identity.review}. */
final class ReviewTable {

    private static final String WAITS = "r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')";
    private static final String DUE = WAITS + " and (r.state in ('OPEN', 'SECOND_OPINION') or r.due_at <= now())";
    private static final String HELD = "r.locked_by = ? and r.locked_until >= now()";
    private static final String FREE = "(r.locked_by is null or r.locked_by = ? or r.locked_until < now())";
    private static final String NOT_VOTED = """
            not exists (select 1 from identity.review_vote v
                         where v.review_id = r.id and v.reviewer = ? and v.closed_at is null
                           and v.at >= r.created_at)""";
    private static final String LIST = """
            select r.id, li.id as left_source, ri.id as right_source, r.bits, r.harm, r.created_at,
                   case when r.locked_until >= now() then r.locked_by end as held_by,
                   (select count(*) from identity.review_vote v
                     where v.review_id = r.id and v.closed_at is null and v.at >= r.created_at) as votes
              from identity.review r
              join identity.source_case l on l.id = r.left_case join hub.instance li on li.no = l.instance_no
              join identity.source_case s on s.id = r.right_case join hub.instance ri on ri.no = s.instance_no
             where\s""" + DUE + " order by r.harm desc, r.created_at, r.id limit ? offset ?";

    private final JdbcTemplate jdbc;

    ReviewTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<WaitingPair> due(int limit, long offset) {
        return jdbc.query(LIST, (row, no) -> waiting(row), limit, offset);
    }

    private static WaitingPair waiting(ResultSet row) throws SQLException {
        return new WaitingPair(row.getLong("id"), row.getString("left_source"), row.getString("right_source"),
                1 / (1 + Math.pow(2, -row.getDouble("bits"))), row.getInt("harm"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Opinion.values()[Math.min(row.getInt("votes"), Opinion.values().length - 1)], row.getString("held_by"));
    }

    long countDue() {
        return jdbc.queryForObject("select count(*) from identity.review r where " + DUE, Long.class);
    }

    Optional<ReviewRow> find(long id) {
        return jdbc.query("select id, left_case, right_case, state, "
                + "case when locked_until >= now() then locked_by end, link_event from identity.review where id = ?",
                (row, no) -> new ReviewRow(row.getLong(1), row.getLong(2), row.getLong(3),
                ReviewState.valueOf(row.getString(4)), row.getString(5), row.getLong(6)), id).stream().findFirst();
    }

    /** The next that the reviewer may look at, skipping what somebody else is just taking. */
    Optional<Long> next(String reviewer) {
        return jdbc.queryForList("select r.id from identity.review r where " + DUE + " and " + FREE + " and " + NOT_VOTED
                + " order by r.harm desc, r.created_at, r.id limit 1 for update of r skip locked", Long.class,
                reviewer, reviewer).stream().findFirst();
    }

    boolean lock(long id, String reviewer, Duration time) {
        return jdbc.update("update identity.review r set locked_by = ?, locked_until = now() + ?::interval where r.id = ? "
                        + "and " + WAITS + " and " + FREE + " and " + NOT_VOTED,
                reviewer, time.toString(), id, reviewer, reviewer) == 1;
    }

    boolean hasVoted(long id, String reviewer) {
        return jdbc.queryForList("select 1 from identity.review r where r.id = ? and " + NOT_VOTED, id, reviewer).isEmpty();
    }

    /** Whether it was the reviewer's, and is no longer. */
    boolean release(long id, String reviewer) {
        return jdbc.update("update identity.review r set locked_by = null, locked_until = null "
                + "where id = ? and " + HELD + " and " + WAITS, id, reviewer) == 1;
    }

    boolean awaitsAnother(long id, String reviewer) {
        return jdbc.update("update identity.review r set locked_by = null, locked_until = null, "
                + "state = 'SECOND_OPINION' where id = ? and " + HELD + " and " + WAITS, id, reviewer) == 1;
    }

    boolean later(long id, String reviewer, LocalDate until) {
        return jdbc.update("update identity.review r set locked_by = null, locked_until = null, state = 'LATER', "
                + "due_at = ? where id = ? and " + HELD + " and " + WAITS, until, id, reviewer) == 1;
    }

    boolean asked(long id, String reviewer, int instanceNo, Duration answer) {
        return jdbc.update("update identity.review r set locked_by = null, locked_until = null, state = 'ASKED', "
                        + "asked_no = ?, due_at = now() + ?::interval where id = ? and " + HELD + " and " + WAITS,
                instanceNo, answer.toString(), id, reviewer) == 1;
    }

    /** The register may have taken the pair for settled by the decision already. */
    boolean decided(ReviewRow review, String reviewer, long linkEvent) {
        return jdbc.update("""
                update identity.review set state = 'DECIDED', link_event = ?, locked_by = null, locked_until = null,
                       decision_id = (select id from identity.pair_decision
                                       where left_case = ? and right_case = ? and undone_at is null)
                 where id = ? and state <> 'DECIDED' and (locked_by is null or locked_by = ? and locked_until >= now())""",
                linkEvent, review.left(), review.right(), review.id(), reviewer) == 1;
    }

    /** The pair whose decision this link event is. */
    Optional<Long> decidedBy(long linkEvent) {
        return jdbc.queryForList("select id from identity.review where state = 'DECIDED' and link_event = ?", Long.class,
                linkEvent).stream().findFirst();
    }

    boolean reopen(long id) {
        return jdbc.update("""
                update identity.review set state = 'OPEN', link_event = null, decision_id = null, locked_by = null,
                       locked_until = null, due_at = now() where id = ? and link_event is not null""", id) == 1;
    }

    /** A decision that linked nothing has no link event to undo. */
    void takeBack(ReviewRow review, String actor) {
        jdbc.update("update identity.pair_decision set undone_at = now(), undone_by = ? where left_case = ? "
                + "and right_case = ? and undone_at is null and not same", actor, review.left(), review.right());
    }

    /** Whether the files are of two persons both of whom have consented to something that stands. */
    boolean bothConsented(ReviewRow review) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select count(distinct s.person_id) = 2 from identity.source_case s
                 where s.id in (?, ?) and exists (
                     select 1 from hub.consent c
                      where c.person_id = s.person_id and c.withdrawn_on is null and not c.test)""", Boolean.class,
                review.left(), review.right()));
    }
}
