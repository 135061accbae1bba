package de.kimhub.steering.cube;

import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.PublishedTable.About;
import de.kimhub.steering.cube.ReleaseContent.DataState;
import de.kimhub.steering.cube.ReleaseContent.Day;
import de.kimhub.steering.cube.ReleaseContent.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema {@code cube}, read. */
final class CubeTables {

    private final JdbcClient jdbc;

    CubeTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Release> releases() {
        return jdbc.sql("select * from cube.release order by position desc").query((row, no) -> new Release(row.getString("id"),
                row.getInt("position"), row.getString("period"), row.getString("label"), day(row, "cut_off"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getString("catalogue"),
                row.getInt("threshold"), row.getString("certificate"), row.getString("checksum"))).list();
    }

    ReleaseContent content(Release release) {
        return new ReleaseContent(release, tables(release.id()),
                of(release, "reference", "kind, name", (row, no) -> new Reference(row.getString("kind"), row.getString("name"),
                        row.getString("dimension"), row.getDouble("value"), row.getString("unit"), row.getString("label"))),
                of(release, "data_state", "position, organisation", (row, no) -> new DataState(row.getString("organisation"),
                        day(row, "last_delivery"), day(row, "due"), row.getString("state"),
                        row.getObject("reviews_open", Boolean.class), row.getString("unknown_share"))),
                of(release, "calendar", "day, kind, title", (row, no) -> new Day(day(row, "day"), row.getString("kind"),
                        row.getString("title"))));
    }

    private List<PublishedTable> tables(String release) {
        Map<String, Map<List<String>, Figure>> cells = new HashMap<>();
        jdbc.sql("select table_id, codes, value, sign from cube.cell where release_id = ?").param(release).query(row -> {
            cells.computeIfAbsent(row.getString("table_id"), id -> new HashMap<>())
                    .put(List.of((String[]) row.getArray("codes").getArray()), figure(row));
        });
        Map<String, List<Dimension>> dimensions = dimensions(release);
        return jdbc.sql("select * from cube.published_table where release_id = ? order by position, id").param(release)
                .query((row, no) -> new PublishedTable(row.getString("id"), row.getInt("indicator"), about(row),
                        dimensions.getOrDefault(row.getString("id"), List.of()),
                        cells.getOrDefault(row.getString("id"), Map.of()))).list();
    }

    private Map<String, List<Dimension>> dimensions(String release) {
        Map<List<String>, List<Category>> categories = new HashMap<>();
        jdbc.sql("select * from cube.category where release_id = ? order by position, code").param(release).query(row -> {
            categories.computeIfAbsent(List.of(row.getString("table_id"), row.getString("dimension")), of -> new ArrayList<>())
                    .add(new Category(row.getString("code"), row.getString("label"), row.getObject("lower", Integer.class),
                            row.getObject("upper", Integer.class), row.getString("note")));
        });
        Map<String, List<Dimension>> dimensions = new LinkedHashMap<>();
        jdbc.sql("select * from cube.dimension where release_id = ? order by table_id, position").param(release).query(row -> {
            String table = row.getString("table_id");
            String name = row.getString("name");
            dimensions.computeIfAbsent(table, id -> new ArrayList<>()).add(new Dimension(name, row.getString("label"),
                    Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    categories.getOrDefault(List.of(table, name), List.of())));
        });
        return dimensions;
    }

    private <T> List<T> of(Release release, String table, String order, RowMapper<T> row) {
        return jdbc.sql("select * from cube." + table + " where release_id = ? order by " + order).param(release.id())
                .query(row).list();
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(row.getString("title"), row.getString("definition"), row.getString("explanation"), row.getString("unit"),
                row.getString("population"), row.getString("source"), row.getString("consent_coverage"),
                row.getString("first_period"), row.getString("withheld"));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        String sign = row.getString("sign");
        return sign == null ? Figure.of(row.getLong("value")) : sign.equals("*") ? Figure.HIDDEN : Figure.UNKNOWN;
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
