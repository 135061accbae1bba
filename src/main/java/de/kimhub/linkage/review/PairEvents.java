package de.kimhub.linkage.review;

import de.kimhub.linkage.review.PairEvent.By;
import de.kimhub.linkage.review.PairEvent.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The chronicle of two files: what concerned both of them. What concerned one alone would tell of others who know the
 * person.
 */
record PairEvents(JdbcTemplate jdbc) {

    /** Actors that are nobody. */
    private static final Set<String> BY_ITSELF = Set.of("linkage", "retention");
    private static final String OF_BOTH = """
            select e.id, e.at, e.kind, e.actor, e.undoes, e.model, exists (
                       select 1 from identity.pair_decision d where d.reason = 'SHOWN_NUMBER' and (d.id = any(e.decisions)
                          or d.decided_at = e.at and d.left_case = any(e.cases || e.beside)
                             and d.right_case = any(e.cases || e.beside))) as shown
              from identity.link_event e where e.cases && ? and (e.cases || e.beside) @> ? order by e.id""";

    List<PairEvent> of(long left, long right) {
        long[] both = {left, right};
        return jdbc.query(OF_BOTH, (row, no) -> event(row), both, both);
    }

    private static PairEvent event(ResultSet row) throws SQLException {
        By by = row.getBoolean("shown") ? By.SHOWN_NUMBER : BY_ITSELF.contains(row.getString("actor")) ? By.HUB : By.REVIEWER;
        return new PairEvent(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
                What.valueOf(row.getString("kind")), by, row.getLong("undoes"), row.getString("model"));
    }
}
