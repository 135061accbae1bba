package de.kimhub.runtime.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

class KeptConnectionTest {

    @RegisterExtension
    final Database database = new Database();
    private KeptConnection kept;

    @BeforeEach
    void unpooled() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("postgres");
        source.setPassword("postgres");
        kept = new KeptConnection(source);
    }

    private int server() {
        return new JdbcTemplate(kept).queryForObject("select pg_backend_pid()", Integer.class);
    }

    @Test
    void whoAsksAgainGetsTheSameConnection() {
        assertThat(server()).isEqualTo(server());
    }

    @Test
    void anotherIsMadeWhenTheDatabaseEndedIt() {
        int first = server();

        database.jdbc().sql("select pg_terminate_backend(?, 5000)").param(first).query(Boolean.class).single();

        assertThat(server()).isNotEqualTo(first);
    }

    @Test
    void twoAtOnceHaveOneEachAlsoWhenOneWasGivenBackTwice() throws SQLException {
        Connection earlier = kept.getConnection();
        earlier.close();
        Connection first = kept.getConnection();
        earlier.close();
        try (Connection second = kept.getConnection()) {
            assertThat(server(second)).isNotEqualTo(server(first));
        } finally {
            first.close();
        }
    }

    private static int server(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
