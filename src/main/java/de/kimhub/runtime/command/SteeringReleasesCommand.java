package de.kimhub.runtime.command;

import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;

/** Lists what was published. */
@Command(name = "releases", mixinStandardHelpOptions = true, description = "Zeigt alle Veröffentlichungen: wann, wie viele Tabellen, was "
        + "zurückgehalten wurde.")
final class SteeringReleasesCommand extends SteeringTask {

    private static final String RELEASES = """
            select r.id, r.label, r.published_at, count(t.id) filter (where t.withheld is null) as shown,
                   count(t.id) filter (where t.withheld is not null) as withheld
              from cube.release r left join cube.published_table t on t.release_id = r.id
             group by r.id order by r.position""";

    @Override
    int at(RunningHub hub, PrintWriter out) {
        hub.bean(JdbcTemplate.class).query(RELEASES, row -> {
            Timestamp at = row.getTimestamp("published_at");
            out.printf("%s  %s, veröffentlicht am %s: %d Tabellen, %d zurückgehalten%n", row.getString("id"), row.getString("label"),
                    GermanDay.of(at.toLocalDateTime().toLocalDate()), row.getInt("shown"), row.getInt("withheld"));
        });
        return ExitCodes.WELL;
    }
}
