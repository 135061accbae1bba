package de.kimhub.linkage.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the tables of a register hold. */
final class RegisterFigures {

    /** Linux counts so many in a second. */
    private static final double TICKS = 100;

    private final JdbcTemplate jdbc;

    RegisterFigures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long files() {
        return number("select count(*) from identity.source_case");
    }

    long lastFile() {
        return number("select coalesce(max(id), 0) from identity.source_case");
    }

    long keys() {
        return number("select count(*) from identity.blocking_key");
    }

    /** Of all tables and indexes of persons, in bytes. */
    long size() {
        return number("select sum(pg_total_relation_size(oid)) from pg_class where relnamespace = 'identity'::regnamespace"
                + " and relkind = 'r'");
    }

    /** Of the indexes of the keys, in bytes. */
    long keyIndexes() {
        return number("select pg_indexes_size('identity.blocking_key')");
    }

    /** Processor time that the database has used for this connection pool, in seconds; NaN where it cannot be seen. */
    double databaseSeconds() {
        double ticks = 0;
        for (long process : jdbc.queryForList("select pid from pg_stat_activity where datname = current_database()"
                + " and backend_type = 'client backend'", Long.class)) {
            try {
                String line = Files.readString(Path.of("/proc/" + process + "/stat"));
                String[] cells = line.substring(line.lastIndexOf(')') + 2).split(" ");
                ticks += Double.parseDouble(cells[11]) + Double.parseDouble(cells[12]);
            } catch (IOException elsewhere) {
                return Double.NaN;
            }
        }
        return ticks / TICKS;
    }

    long crowdedKeys() {
        return number("select count(*) from identity.crowded_key where not finest");
    }

    /** Files that share a key with one that was opened since, on average. */
    double candidates(long since) {
        return number("""
                select count(*) from (select distinct n.case_id, o.case_id from identity.blocking_key n
                    join identity.blocking_key o using (key) where n.case_id > ? and o.case_id < n.case_id) p""", since)
                / (double) number("select count(*) from identity.source_case where id > ?", since);
    }

    /** Share of the second files opened since that have a person together with another file. */
    double linked(long since) {
        long second = number("select count(*) from identity.source_case where id > ? and instance_no = 2", since);
        return second == 0 ? 1 : number("""
                select count(*) from identity.source_case s where id > ? and instance_no = 2 and exists
                    (select 1 from identity.source_case o where o.person_id = s.person_id and o.id <> s.id)""", since)
                / (double) second;
    }

    private long number(String sql, Object... parameters) {
        return jdbc.queryForObject(sql, Long.class, parameters);
    }
}
