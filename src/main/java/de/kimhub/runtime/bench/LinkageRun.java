package de.kimhub.runtime.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.measuring.LinkageBench;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Linkage measured in a database of its own, in this process. */
record LinkageRun(Path folder, List<Integer> sizes, int seededFrom, long seed, PrintWriter out) {

    private static final String DATABASE = "linkage";

    LinkageReport report() throws IOException {
        KeyVault vault = new KeyFolder(folder.resolve("keys")).open();
        try (EmbeddedParts parts = EmbeddedParts.open(folder.resolve("data"), true, false, 0)) {
            EmbeddedDatabase cluster = parts.database().orElseThrow();
            cluster.create(DATABASE);
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(cluster.dataSource(DATABASE));
            pool.setMaximumPoolSize(LinkageBench.THREADS + 1);
            try (HikariDataSource database = new HikariDataSource(pool)) {
                Flyway.configure().dataSource(database).load().migrate();
                return new LinkageReport(new LinkageBench(database, vault, seed, seededFrom, out).run(sizes));
            }
        }
    }
}
