package de.kimhub.runtime.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** PostgreSQL's own programs, found by asking the running server. */
final class ServerPrograms {

    private ServerPrograms() {
    }

    /** Open connections are cut, transactions rolled back. */
    static void stop(DataSource database, Path cluster) throws SQLException, IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        command.addAll(List.of(folder(database).resolve("pg_ctl").toString(), "-D", cluster.toString(), "stop", "-m",
                "fast", "-w", "-t", "60"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Path folder(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement()
                        .executeQuery("select setting from pg_config where name = 'BINDIR'")) {
            rows.next();
            return Path.of(rows.getString(1));
        }
    }
}
