package de.kimhub.steering.release;

import de.kimhub.steering.catalogue.TableDefinition;
import de.kimhub.steering.release.PlannedTable.Category;
import de.kimhub.steering.release.PlannedTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes tables into the cube. In the transaction of the release. */
@Component
class CubeWriter {

    private static final String TABLE = """
            insert into cube.published_table (release_id, id, position, indicator, title, definition, explanation, unit, population, source,
                                              consent_coverage, first_period, withheld)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    CubeWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said of a table besides its numbers. @param withheld {@code null}: it is shown */
    record About(String definition, String source, String consentCoverage, String firstPeriod, String withheld) {
    }

    void table(String release, int position, TableDefinition table, About about) {
        jdbc.update(TABLE, release, table.id(), position, table.indicator(), table.title(), about.definition(), table.explanation(),
                table.unit(), table.population(), about.source(), about.consentCoverage(), about.firstPeriod(), about.withheld());
    }

    void content(String release, PlannedTable table, ReleasePlan plan) {
        String id = table.definition().id();
        List<Object[]> categories = new ArrayList<>();
        int place = 0;
        for (PlannedTable.Dimension dimension : table.dimensions()) {
            jdbc.update("insert into cube.dimension (release_id, table_id, name, position, label, kind) values (?, ?, ?, ?, ?, ?)", release,
                    id, dimension.axis().code(), ++place, dimension.axis().label(), dimension.axis().kind());
            int position = 0;
            for (Category one : dimension.categories()) {
                categories.add(new Object[] {release, id, dimension.axis().code(), one.code(), position++, one.label(), one.lower(),
                        one.upper(), one.note()});
            }
        }
        jdbc.batchUpdate("insert into cube.category (release_id, table_id, dimension, code, position, label, lower, upper, note) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", categories);
        List<Object[]> cells = table.cells().stream().map(cell -> {
            String sign = sign(cell, plan);
            return new Object[] {release, id, String.join("|", cell.codes()), sign == null ? plan.value(cell.what()) : null, sign};
        }).toList();
        jdbc.batchUpdate("insert into cube.cell (release_id, table_id, codes, value, sign) values (?, ?, string_to_array(?, '|'), ?, ?)",
                cells);
    }

    private static String sign(Cell cell, ReleasePlan plan) {
        return !cell.known() ? "." : plan.isHidden(cell.what()) ? "*" : null;
    }

    /** Its numbers, for the checksum. */
    static Stream<String> lines(PlannedTable table, ReleasePlan plan) {
        return table.cells().stream().map(cell -> {
            String sign = sign(cell, plan);
            return table.definition().id() + ";" + String.join("|", cell.codes()) + ";" + (sign == null ? plan.value(cell.what()) : sign);
        });
    }
}
