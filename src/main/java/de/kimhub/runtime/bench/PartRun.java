package de.kimhub.runtime.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kimhub.keys.KeyFolder;
import de.kimhub.privacy.AuditBench;
import de.kimhub.pseudonym.PseudonymBench;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Pseudonyms, or the audit log, measured in a database of their own, in this process. */
record PartRun(Path folder) {

    private static final String DATABASE = "part";

    List<String> pseudonyms(int people) throws IOException {
        return measured(database -> new PseudonymBench(database, keys(), people).run());
    }

    List<String> audit(int entries) throws IOException {
        return measured(database -> new AuditBench(database, keys().open(), folder, entries).run());
    }

    private KeyFolder keys() {
        return new KeyFolder(folder.resolve("keys"));
    }

    private List<String> measured(Part part) throws IOException {
        try (EmbeddedParts parts = EmbeddedParts.open(folder.resolve("data"), true, false, 0)) {
            EmbeddedDatabase cluster = parts.database().orElseThrow();
            cluster.create(DATABASE);
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(cluster.dataSource(DATABASE));
            pool.setMaximumPoolSize(2);
            try (HikariDataSource database = new HikariDataSource(pool)) {
                Flyway.configure().dataSource(database).load().migrate();
                return part.lines(database);
            }
        }
    }

    @FunctionalInterface
    private interface Part {
        List<String> lines(HikariDataSource database) throws IOException;
    }
}
