package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** On a server of their own, since roles belong to the whole server. Each begins without any. */
class RolesTest {

    private static EmbeddedPostgres server;
    private static JdbcTemplate superuser;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        superuser = new JdbcTemplate(server.getPostgresDatabase());
    }

    @AfterEach
    void dropDatabaseAndRoles() {
        List.of("plain", "hub").forEach(name -> superuser.execute("drop database if exists " + name + " with (force)"));
        superuser.queryForList("select rolname from pg_roles where rolname not like 'pg\\_%' and not rolname = current_user",
                String.class).forEach(role -> superuser.execute("drop role " + role));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void without_the_right_to_create_roles_all_else_is_migrated_and_the_grants_are_made_later() {
        superuser.execute("create role plain login");
        superuser.execute("create database plain owner plain");
        migrate(as("plain", "plain"));
        JdbcTemplate plain = new JdbcTemplate(as("plain", "plain"));
        plain.update("insert into pseudonym.epoch (domain, epoch, state, fingerprint) values ('eins', 1, 1, '\\x00')");
        assertThat(superuser.queryForList("select rolname from pg_roles where rolname like 'kimhub%'")).isEmpty();
        assertThat(plain.queryForObject("select pseudonym.grant_roles()::text", String.class))
                .isEqualTo("{kimhub_pseudonym,kimhub_steering}");

        superuser.execute("create role kimhub_pseudonym nologin");
        superuser.execute("create role kimhub_steering nologin");
        assertThat(plain.queryForObject("select pseudonym.grant_roles()::text", String.class)).isEqualTo("{}");
        assertThat(plain.queryForObject("select steering.grant_roles()", Boolean.class)).isFalse();
        superuser.execute("create role plain_worker login in role kimhub_pseudonym");
        assertThat(new JdbcTemplate(as("plain_worker", "plain"))
                .queryForObject("select count(*) from pseudonym.epoch", Integer.class)).isEqualTo(1);
        assertRefused("plain_worker", "plain", "select * from identity.persona");
    }

    @Test
    void the_steering_role_reads_nothing_of_identities_pseudonyms_or_events() throws SQLException {
        superuser.execute("create database hub");
        migrate(server.getDatabase("postgres", "hub"));
        superuser.execute("create role steering_page login in role kimhub_steering");
        superuser.execute("create role pseudonym_service login in role kimhub_pseudonym");
        JdbcTemplate hub = new JdbcTemplate(server.getDatabase("postgres", "hub"));
        hub.update("insert into identity.person default values");

        List<String> tables = hub.queryForList("select schemaname || '.' || tablename from pg_tables "
                + "where schemaname in ('identity', 'pseudonym', 'hub', 'steering')", String.class);
        assertThat(tables).contains("identity.person", "identity.persona", "pseudonym.issued", "hub.event", "steering.unit",
                "steering.base_group");
        tables.forEach(table -> assertRefused("steering_page", "hub", "select * from " + table));
        assertRefused("steering_page", "hub", "set role postgres");
        assertRefused("steering_page", "hub", "set role kimhub_pseudonym");
        assertRefused("steering_page", "hub", "select pseudonym.grant_roles()");
        assertRefused("steering_page", "hub", "create table identity.copy as select 1");

        // What is refused is the role's doing: others of the same server get in.
        try (Connection service = as("pseudonym_service", "hub").getConnection()) {
            assertThat(service.createStatement().executeQuery("select * from pseudonym.issued").next()).isFalse();
            service.createStatement().executeUpdate("insert into pseudonym.change (domain, kind, old_epoch, old_body, "
                    + "new_epoch, new_body) values ('eins', 0, 1, 'A', 1, 'B')");
        }
        superuser.execute("create role facts_service login in role kimhub_facts");
        try (Connection service = as("facts_service", "hub").getConnection()) {
            assertThat(service.createStatement().executeQuery("select * from steering.unit").next()).isFalse();
        }
        tables.stream().filter(table -> !table.startsWith("steering."))
                .forEach(table -> assertRefused("facts_service", "hub", "select * from " + table));
        assertRefused("pseudonym_service", "hub", "update pseudonym.reidentification set approved = true");
        assertRefused("pseudonym_service", "hub", "delete from pseudonym.reidentification");
        tables.stream().filter(table -> !table.startsWith("pseudonym."))
                .forEach(table -> assertRefused("pseudonym_service", "hub", "select * from " + table));
        assertThat(hub.queryForObject("select count(*) from identity.person", Integer.class)).isEqualTo(1);
        whoeverElseGetsAtIdentitiesIsReported(hub);
    }

    private void whoeverElseGetsAtIdentitiesIsReported(JdbcTemplate hub) {
        String report = "select array_to_string(pseudonym.grant_roles(), '; ')";
        assertThat(hub.queryForObject(report, String.class)).isEmpty();
        superuser.execute("grant pg_read_all_data to kimhub_steering");
        superuser.execute("create role stranger login");
        hub.execute("grant usage on schema identity to stranger");
        hub.execute("grant select on identity.persona to stranger");

        assertThat(hub.queryForObject(report, String.class)).isEqualTo("kimhub_steering is a member of pg_read_all_data; "
                + "stranger was granted select on identity.persona; stranger was granted usage on schema identity");
    }

    private void assertRefused(String user, String database, String statement) {
        assertThatThrownBy(() -> {
            try (Connection connection = as(user, database).getConnection()) {
                connection.createStatement().execute(statement);
            }
        }).as(user + ": " + statement).isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState()).isEqualTo("42501"));
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).schemas("hub").defaultSchema("hub").load().migrate();
    }

    private static DataSource as(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + server.getPort() + "/" + database);
        source.setUser(user);
        return source;
    }
}
