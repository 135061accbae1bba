package de.kimhub.processing;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.shadow_join}: files that are joined when the source that says so goes live. In the caller's transaction. */
@Component
class ShadowJoins {

    private final JdbcTemplate jdbc;

    ShadowJoins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Join(long caseId, long otherCase) {
    }

    void add(int instanceNo, long caseId, long otherCase) {
        jdbc.update("insert into hub.shadow_join values (?, ?, ?) on conflict do nothing", instanceNo, caseId, otherCase);
    }

    /** What the live ones' consents join; forgets it at the same time. */
    List<Join> take(Collection<Integer> live) {
        return jdbc.query("delete from hub.shadow_join where instance_no = any(?) returning case_id, other_case",
                (row, no) -> new Join(row.getLong(1), row.getLong(2)),
                (Object) live.stream().mapToInt(Integer::intValue).toArray());
    }
}
