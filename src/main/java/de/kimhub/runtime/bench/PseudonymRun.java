package de.kimhub.runtime.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kimhub.keys.KeyFolder;
import de.kimhub.pseudonym.PseudonymBench;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Pseudonyms measured in a database of their own, in this process. */
record PseudonymRun(Path folder, int people) {

    private static final String DATABASE = "pseudonyms";

    List<String> lines() throws IOException {
        try (EmbeddedParts parts = EmbeddedParts.open(folder.resolve("data"), true, false, 0)) {
            EmbeddedDatabase cluster = parts.database().orElseThrow();
            cluster.create(DATABASE);
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(cluster.dataSource(DATABASE));
            pool.setMaximumPoolSize(2);
            try (HikariDataSource database = new HikariDataSource(pool)) {
                Flyway.configure().dataSource(database).load().migrate();
                return new PseudonymBench(database, new KeyFolder(folder.resolve("keys")), people).run();
            }
        }
    }
}
