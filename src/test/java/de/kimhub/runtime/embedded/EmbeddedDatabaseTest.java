package de.kimhub.runtime.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.runtime.HubFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void keepsItsDataDurablyAndStopsAtAnOrderlyEnd() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
            assertThat(one(database, "hub", "show fsync")).isEqualTo("on");
            assertThat(one(database, "hub", "show synchronous_commit")).isEqualTo("on");
            assertThat(one(database, "hub", "show full_page_writes")).isEqualTo("on");
            assertThat(one(database, "hub", "show listen_addresses")).isEqualTo("127.0.0.1");
            one(database, "hub", "create table kept as select 42 as n; select 'x'");
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
            assertThat(database.adopted()).isFalse();
            assertThat(one(database, "hub", "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void takesOverTheProcessThatAKilledHubLeftBehindAndStopsIt() throws Exception {
        EmbeddedDatabase orphan = EmbeddedDatabase.open(data);
        ProcessHandle process = Postmaster.of(data.resolve("postgres")).orElseThrow().process();

        EmbeddedDatabase heir = EmbeddedDatabase.open(data);
        assertThat(heir.adopted()).isTrue();
        assertThat(heir.url("hub")).isEqualTo(orphan.url("hub"));
        try (EmbeddedDatabase guest = EmbeddedDatabase.join(data)) {
            assertThat(one(guest, "hub", "select 'here'")).isEqualTo("here");
        }
        assertThat(process.isAlive()).isTrue();

        heir.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void startsAgainAfterItsProcessWasKilledAndItsNumberWentToAnotherProgram() throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.open(data);
        Path pidFile = data.resolve("postgres/postmaster.pid");
        String content = Files.readString(pidFile);
        ProcessHandle process = Postmaster.of(data.resolve("postgres")).orElseThrow().process();
        process.destroyForcibly();
        process.onExit().get();
        killed.close();
        Files.writeString(pidFile, content.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid())));

        try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
            assertThat(database.adopted()).isFalse();
            assertThat(one(database, "hub", "select 'recovered'")).isEqualTo("recovered");
        }
    }

    @Test
    void makesTheClusterAnewWhenAKillInterruptedItsMaking() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/postgresql.conf"), "# half");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
            database.create("eb-verfahren");
            assertThat(one(database, "eb-verfahren", "select current_database()")).isEqualTo("eb-verfahren");
            assertThatThrownBy(() -> database.create("x\"; drop database hub; --")).isInstanceOf(HubFailure.class);
        }
    }

    @Test
    void wantsThePasswordThatOnlyItsOwnerCanRead() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url("hub"), "postgres", "guess").close())
                    .isInstanceOf(SQLException.class);
            assertThat(permissions("postgres.password")).isEqualTo("rw-------");
        }
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    private static String one(EmbeddedDatabase database, String name, String sql) throws SQLException {
        try (Connection connection = database.dataSource(name).getConnection();
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
