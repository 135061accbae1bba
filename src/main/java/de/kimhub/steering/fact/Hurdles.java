package de.kimhub.steering.fact;

import de.kimhub.steering.catalogue.Themes;
import de.kimhub.steering.fact.SteeringInput.StructuralIssue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts structural issues on the group's work list, where the KI edits and approves them. */
@Component
class Hurdles {

    private static final String UNNAMED = "orientierung";

    private final JdbcTemplate jdbc;

    Hurdles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void take(StructuralIssue issue) {
        if (issue.reference() == null) {
            return;
        }
        if (issue.resolved()) {
            jdbc.query("select cube.solve_hurdle(?, ?)", row -> { }, issue.instance(), issue.reference());
        } else {
            String theme = issue.theme() == null ? UNNAMED : issue.theme();
            jdbc.query("select cube.raise_hurdle(?, ?, ?, ?, ?)", row -> { }, issue.instance(), issue.reference(), theme,
                    "Strukturthema: " + Themes.texts().getOrDefault(theme, theme), issue.on());
        }
    }
}
