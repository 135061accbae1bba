package de.kimhub.privacy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Proves that what has a period is deleted in time, and that nothing has none (DIN 66398). Figures only. */
@Component
public class RetentionReport {

    private static final String COLUMNS = """
            select table_schema || '.' || table_name as name, column_name from information_schema.columns c
             where table_schema in ('hub', 'identity', 'pseudonym', 'steering', 'cube') and table_name <> 'flyway_schema_history'
               and exists (select from pg_tables t where t.schemaname = c.table_schema and t.tablename = c.table_name)
             order by 1, 2""";

    private final JdbcTemplate jdbc;
    private final List<PersonalDataHolder> holders;

    RetentionReport(JdbcTemplate jdbc, List<PersonalDataHolder> holders) {
        this.jdbc = jdbc;
        this.holders = holders;
    }

    /**
     * @param oldest      start of the period of the oldest that is there; {@code null}: nothing is
     * @param lastDeleted day on which something of it was deleted last; {@code null}: never yet
     * @param deleted     how many records since it is counted
     * @param overdue     what should be deleted since a day or more and is not
     */
    public record Line(DeletionClass rule, OffsetDateTime oldest, LocalDate lastDeleted, long deleted, long overdue) {
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (PersonalDataHolder holder : holders) {
            Map<String, Object> deleted = jdbc.queryForMap("select max(day) as day, coalesce(sum(count), 0) as count "
                    + "from hub.deletion where class = ?", holder.dataKind());
            LocalDate day = deleted.get("day") == null ? null : LocalDate.parse(deleted.get("day").toString());
            for (DeletionClass rule : holder.classes()) {
                lines.add(new Line(rule, rule.oldest().isEmpty() ? null : jdbc.queryForObject(rule.oldest(), OffsetDateTime.class),
                        day, ((Number) deleted.get("count")).longValue(),
                        rule.overdue().isEmpty() ? 0 : jdbc.queryForObject(rule.overdue(), Long.class)));
            }
        }
        return lines;
    }

    /**
     * Columns in the database of which nobody says how long what stands in them stays: neither a deletion class, nor that
     * there is nothing of a person in them ({@link NothingPersonal}).
     */
    public List<String> unclassified() {
        Set<String> classified = holders.stream().flatMap(holder -> holder.classes().stream())
                .flatMap(rule -> rule.columns().stream()).collect(Collectors.toSet());
        Map<String, List<String>> there = new HashMap<>();
        List<String> unclassified = new ArrayList<>();
        jdbc.query(COLUMNS, row -> {
            String table = row.getString(1);
            String column = table + "." + row.getString(2);
            if (!classified.contains(table) && !classified.contains(column)
                    && !NothingPersonal.holds(table, row.getString(2))) {
                unclassified.add(column);
            }
            there.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
        });
        classified.stream().filter(name -> !there.containsKey(name) && there.values().stream()
                .noneMatch(columns -> columns.contains(name))).sorted().forEach(name -> unclassified.add(name
                + " (gibt es nicht)"));
        return unclassified;
    }
}
