package de.kimhub.steering.fact;

import de.kimhub.steering.catalogue.Themes;
import de.kimhub.steering.fact.SteeringInput.StructuralIssue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts structural issues on the group's work list, where the KI edits and approves them. */
@Component
class Hurdles {

    private static final String THERE = "select to_regclass('cube.hurdle') is not null";
    private static final String RAISE = """
            insert into cube.hurdle (title, theme, raised_on, source, source_ref, changed_by) values (?, ?, ?, ?, ?, 'hub')
            on conflict (source, source_ref) do nothing""";
    /** What nobody approved yet stays reported, with the news in it. */
    private static final String RESOLVE = """
            update cube.hurdle set state = case when approved then 'geloest' else state end,
                   description = case when approved then description else 'Die Stelle meldet: gelöst.' end, changed_by = 'hub'
             where source = ? and source_ref = ? and state <> 'geloest'""";

    private final JdbcTemplate jdbc;

    Hurdles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void take(StructuralIssue issue) {
        if (issue.reference() == null || !Boolean.TRUE.equals(jdbc.queryForObject(THERE, Boolean.class))) {
            return;
        }
        if (issue.resolved()) {
            jdbc.update(RESOLVE, issue.instance(), issue.reference());
        } else {
            String theme = issue.theme() == null ? "orientierung" : issue.theme();
            jdbc.update(RAISE, "Strukturthema: " + Themes.texts().getOrDefault(theme, theme), theme, issue.on(), issue.instance(),
                    issue.reference());
        }
    }
}
