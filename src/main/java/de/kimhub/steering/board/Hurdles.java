package de.kimhub.steering.board;

import de.kimhub.steering.board.Hurdle.Content;
import de.kimhub.steering.cube.CubeDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code cube.hurdle}; every version of a hurdle is kept by the database. */
@Component
class Hurdles {

    private static final String OPEN_FIRST = " order by state = 'geloest', due nulls last, raised_on, id";

    private final JdbcClient jdbc;

    Hurdles(CubeDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** An earlier state of a hurdle, and who made it so. */
    record Version(int version, LocalDateTime changedAt, String changedBy, Content content, HurdleState state, boolean approved) {
    }

    /** What the KI has approved: the others may still hold what must not stand there. */
    List<Hurdle> approved() {
        return jdbc.sql("select * from cube.hurdle where approved" + OPEN_FIRST).query(Hurdles::hurdle).list();
    }

    List<Hurdle> all() {
        return jdbc.sql("select * from cube.hurdle order by approved, state = 'geloest', due nulls last, raised_on, id")
                .query(Hurdles::hurdle).list();
    }

    Optional<Hurdle> find(long id) {
        return jdbc.sql("select * from cube.hurdle where id = ?").param(id).query(Hurdles::hurdle).optional();
    }

    List<Version> history(long id) {
        return jdbc.sql("select * from cube.hurdle_history where hurdle_id = ? order by version desc").param(id)
                .query((row, no) -> new Version(row.getInt("version"), LocalDateTime.ofInstant(row.getObject("changed_at",
                        OffsetDateTime.class).toInstant(), ZoneId.of("Europe/Berlin")), row.getString("changed_by"), content(row),
                        state(row), row.getBoolean("approved"))).list();
    }

    long raise(Content content, String by) {
        return jdbc.sql("insert into cube.hurdle (title, theme, description, changed_by) values (?, ?, ?, ?) returning id")
                .params(content.title(), content.theme(), content.description(), by).query(Long.class).single();
    }

    /** @return false when somebody changed it since {@code version} */
    boolean change(long id, int version, Content content, HurdleState state, boolean approved, String by) {
        return jdbc.sql("update cube.hurdle set title = ?, theme = ?, description = ?, working_group = ?, decision = ?, "
                        + "responsible = ?, due = ?, state = ?, approved = ?, changed_by = ? where id = ? and version = ?")
                .params(content.title(), content.theme(), content.description(), content.workingGroup(), content.decision(),
                        content.responsible(), content.due(), state.code(), approved, by, id, version).update() == 1;
    }

    private static Hurdle hurdle(ResultSet row, int no) throws SQLException {
        return new Hurdle(row.getLong("id"), content(row), state(row), row.getBoolean("approved"),
                row.getObject("raised_on", LocalDate.class), row.getObject("state_since", LocalDate.class), row.getString("source"),
                row.getInt("version"));
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(row.getString("title"), row.getString("theme"), row.getString("description"),
                row.getString("working_group"), row.getString("decision"), row.getString("responsible"),
                row.getObject("due", LocalDate.class));
    }

    private static HurdleState state(ResultSet row) throws SQLException {
        return HurdleState.find(row.getString("state")).orElseThrow();
    }
}
