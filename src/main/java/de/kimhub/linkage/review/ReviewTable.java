package de.kimhub.linkage.review;

import de.kimhub.linkage.review.ShownPairs.Shown;
import de.kimhub.linkage.review.WaitingPair.Opinion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code identity.review}. */
final class ReviewTable {

    private static final String WAITS = "r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')";
    private static final String DUE = WAITS + " and (r.state in ('OPEN', 'SECOND_OPINION') or r.due_at <= now())";
    private static final String HELD = "r.locked_by = ? and r.locked_until >= now()";
    private static final String FREE = "(r.locked_by is null or r.locked_by = ? or r.locked_until < now())";
    private static final String FREED = """
            locked_by = null, locked_until = null, shown = null, shown_model = null, shown_digest = null""";
    private static final String DIFFERING = "coalesce(r.differ_until <= now(), false)";
    /** Where reviewers differ for too long each may look once more. */
    private static final String NOT_VOTED = """
            not exists (select 1 from identity.review_vote v
                         where v.review_id = r.id and v.reviewer = ? and v.closed_at is null
                           and v.at >= r.created_at
                           and (r.differ_until is null or r.differ_until > now() or v.at >= r.differ_until))""";
    private static final String IN_ORDER = " order by " + DIFFERING + " desc, r.harm desc, r.created_at, r.id";
    private static final String LIST = """
            select r.id, li.id as left_source, ri.id as right_source, r.left_case, r.right_case, r.bits, r.harm,
                   r.created_at, r.differ_until is not null as differ, coalesce(r.differ_until <= now(), false) as differing,
                   case when r.locked_until >= now() then r.locked_by end as held_by,
                   (select count(*) from identity.review_vote v
                     where v.review_id = r.id and v.closed_at is null and v.at >= r.created_at) as votes
              from identity.review r
              join identity.source_case l on l.id = r.left_case join hub.instance li on li.no = l.instance_no
              join identity.source_case s on s.id = r.right_case join hub.instance ri on ri.no = s.instance_no
             where\s""" + DUE + IN_ORDER + " limit ? offset ?";

    private final JdbcTemplate jdbc;

    ReviewTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param pair with the probability that is stored */
    record Due(WaitingPair pair, long left, long right) {
    }

    List<Due> due(int limit, long offset) {
        return jdbc.query(LIST, (row, no) -> new Due(waiting(row), row.getLong("left_case"), row.getLong("right_case")),
                limit, offset);
    }

    private static WaitingPair waiting(ResultSet row) throws SQLException {
        return new WaitingPair(row.getLong("id"), row.getString("left_source"), row.getString("right_source"),
                1 / (1 + Math.pow(2, -row.getDouble("bits"))), row.getInt("harm"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                opinion(row), row.getString("held_by"));
    }

    private static Opinion opinion(ResultSet row) throws SQLException {
        return row.getBoolean("differing") ? Opinion.DIFFERING : row.getBoolean("differ") ? Opinion.THIRD
                : row.getInt("votes") == 0 ? Opinion.FIRST : Opinion.SECOND;
    }

    long countDue() {
        return jdbc.queryForObject("select count(*) from identity.review r where " + DUE, Long.class);
    }

    Optional<ReviewRow> find(long id) {
        return jdbc.query("select id, left_case, right_case, state, "
                + "case when locked_until >= now() then locked_by end, link_event, " + DIFFERING
                        + " from identity.review r where id = ?",
                (row, no) -> new ReviewRow(row.getLong(1), row.getLong(2), row.getLong(3),
                ReviewState.valueOf(row.getString(4)), row.getString(5), row.getLong(6), row.getBoolean(7)), id).stream().findFirst();
    }

    /** Nobody else changes the row until the transaction ends. */
    void keep(long id) {
        jdbc.queryForList("select 1 from identity.review where id = ? for no key update", id);
    }

    /** The next that the reviewer may look at, skipping what somebody else is just taking. */
    Optional<Long> next(String reviewer) {
        return jdbc.queryForList("select r.id from identity.review r where " + DUE + " and " + FREE + " and " + NOT_VOTED
                + IN_ORDER + " limit 1 for update of r skip locked", Long.class,
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
        return jdbc.update("update identity.review r set " + FREED + " where id = ? and " + HELD + " and " + WAITS, id, reviewer) == 1;
    }

    /** @param third how long a third one is waited for, and after that until all were asked; {@code null}: nobody differs */
    boolean awaitsAnother(long id, String reviewer, Period third) {
        return jdbc.update("update identity.review r set " + FREED + """
                , state = 'SECOND_OPINION', differ_until = case when r.differ_until is not null and exists (
                      select 1 from identity.review_vote v where v.review_id = r.id and v.closed_at is null
                         and v.at >= r.created_at and v.at < r.differ_until)
                  then r.differ_until else now() + ?::interval end where id = ? and\s""" + HELD + " and " + WAITS,
                third == null ? null : third.toString(), id, reviewer) == 1;
    }

    /** For the reviewer who has the pair, as long as they have it. */
    void keepShown(long id, String reviewer, Shown shown) {
        jdbc.update("update identity.review set shown = ?, shown_model = ?, shown_digest = ? where id = ? and locked_by = ?",
                shown.explanation(), shown.model(), shown.digest(), id, reviewer);
    }

    Optional<Shown> shown(long id) {
        return jdbc.query("select shown, shown_model, shown_digest from identity.review where id = ? and shown is not null",
                (row, no) -> new Shown(row.getBytes(1), row.getString(2), row.getBytes(3)), id).stream().findFirst();
    }

    boolean later(long id, String reviewer, LocalDate until) {
        return jdbc.update("update identity.review r set " + FREED + ", state = 'LATER', "
                + "due_at = ? where id = ? and " + HELD + " and " + WAITS, until, id, reviewer) == 1;
    }

    boolean asked(long id, String reviewer, int instanceNo, Duration answer) {
        return jdbc.update("update identity.review r set " + FREED + ", state = 'ASKED', "
                        + "asked_no = ?, due_at = now() + ?::interval where id = ? and " + HELD + " and " + WAITS,
                instanceNo, answer.toString(), id, reviewer) == 1;
    }

    /** The register may have taken the pair for settled by the decision already. */
    boolean decided(ReviewRow review, String reviewer, long linkEvent) {
        return jdbc.update("""
                update identity.review set state = 'DECIDED', link_event = ?, locked_by = null, locked_until = null,
                       shown = null, shown_model = null, shown_digest = null, differ_until = null,
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
                       locked_until = null, differ_until = null, due_at = now() where id = ? and link_event is not null""", id) == 1;
    }

    /** A decision that linked nothing has no link event to undo. */
    void takeBack(ReviewRow review, String actor) {
        jdbc.update("update identity.pair_decision set undone_at = now(), undone_by = ? where left_case = ? "
                + "and right_case = ? and undone_at is null and not same", actor, review.left(), review.right());
    }

    boolean isOnePerson(ReviewRow review) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select count(distinct person_id) = 1 from identity.source_case "
                + "where id in (?, ?)", Boolean.class, review.left(), review.right()));
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
