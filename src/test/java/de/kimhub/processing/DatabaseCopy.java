package de.kimhub.processing;

import de.kimhub.testing.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup of all rows, taken within the database, and put back as they were. */
final class DatabaseCopy {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Map<String, String> copies = new LinkedHashMap<>();

    private DatabaseCopy(Database database) {
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.transactions = database.transactions();
    }

    static DatabaseCopy of(Database database) {
        DatabaseCopy copy = new DatabaseCopy(database);
        copy.jdbc.execute("create schema backup");
        copy.tables().forEach(table -> {
            String name = "backup." + table.replace('.', '_');
            copy.jdbc.execute("create table " + name + " as table " + table);
            copy.copies.put(table, name);
        });
        return copy;
    }

    private List<String> tables() {
        return new ArrayList<>(jdbc.queryForList("select schemaname || '.' || tablename from pg_tables "
                + "where schemaname in ('hub', 'identity', 'pseudonym') order by 1", String.class));
    }

    void restore() {
        transactions.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            jdbc.execute("truncate " + String.join(", ", copies.keySet()) + " cascade");
            copies.forEach((table, copy) -> jdbc.execute("insert into " + table + " overriding system value table " + copy));
        });
        jdbc.execute("drop schema backup cascade");
    }
}
