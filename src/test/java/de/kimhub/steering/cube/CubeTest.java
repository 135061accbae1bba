package de.kimhub.steering.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.steering.SyntheticReleases;
import de.kimhub.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading releases, and that those connections read nothing else. */
class CubeTest {

    @RegisterExtension
    static final Database DATABASE = new Database();

    private static CubeDatabase pages;

    @BeforeAll
    static void fill() throws SQLException {
        SyntheticReleases.fill(DATABASE.jdbc());
        try (Connection one = DATABASE.dataSource().getConnection()) {
            pages = CubeDatabase.open(one.getMetaData().getURL(), "postgres", "postgres");
        }
    }

    @AfterAll
    static void end() {
        pages.close();
    }

    @Test
    void a_release_is_read_whole() {
        Cube cube = new Cube(pages);
        Release latest = cube.latest().orElseThrow();
        ReleaseContent content = cube.content(latest);

        assertThat(cube.releases()).extracting(Release::id).containsExactly("2026-q3", "2026-q2", "2026-q1", "2025-q4");
        PublishedTable table = content.table("bestand-kommune").orElseThrow();
        assertThat(table.dimensions()).extracting(Dimension::kind)
                .containsExactly(Dimension.Kind.MUNICIPALITY, Dimension.Kind.PERIOD);
        Category now = table.currentPeriod(latest).orElseThrow();
        assertThat(now.code()).isEqualTo("2026-Q3");
        assertThat(table.periodBefore(now).orElseThrow().label()).isEqualTo("2. Quartal 2026");
        Figure total = table.at(Map.of("quartal", now.code()));
        assertThat(total.value()).isGreaterThan(300);
        assertThat(table.at(Map.of("quartal", now.code(), "kommune", "05758028"))).isEqualTo(Figure.UNKNOWN);
        assertThat(content.table("einreise-einbuergerung").orElseThrow().at(List.of("antrag", "2026"))).isEqualTo(Figure.HIDDEN);
        assertThat(content.posts(new Category("05758012", "Herford", null, null, null)).orElseThrow().value()).isEqualTo(6.5);
        assertThat(content.target(content.table("wartezeit-termin").orElseThrow()).orElseThrow().value()).isEqualTo(28);
    }

    /** By name, so that a schema that comes later is tried too. */
    @Test
    void the_pages_connections_read_no_table_outside_the_cube() {
        List<String> tables = DATABASE.jdbc().sql("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables "
                + "where schemaname not in ('pg_catalog', 'information_schema', 'cube')").query(String.class).list();

        assertThat(tables).hasSizeGreaterThan(40);
        assertThat(tables).anyMatch(name -> name.startsWith("identity.")).anyMatch(name -> name.startsWith("pseudonym."))
                .anyMatch(name -> name.startsWith("hub."));
        assertThat(tables).allSatisfy(table -> assertRefused("select count(*) from " + table));
    }

    @Test
    void the_pages_connections_write_nothing_but_hurdles() {
        List<String> tables = DATABASE.jdbc().sql("select tablename from pg_tables where schemaname = 'cube'").query(String.class).list();

        assertThat(tables).contains("release", "cell", "hurdle", "hurdle_history", "feed_token");
        for (String table : tables) {
            assertRefused("delete from cube." + table);
            assertRefused("truncate cube." + table);
            if (!table.equals("hurdle")) {
                assertRefused("insert into cube." + table + " default values");
                assertThat(pages.jdbc().sql("select has_any_column_privilege('cube." + table + "', 'update')").query(Boolean.class)
                        .single()).as(table).isFalse();
            }
        }
        assertRefused("create table cube.mine (x int)");
        assertRefused("select cube.grant_roles()");
    }

    @Test
    void every_version_of_a_hurdle_is_kept() {
        JdbcClient jdbc = pages.jdbc();
        long id = jdbc.sql("insert into cube.hurdle (title, theme, changed_by) values ('Vordruck nur auf Deutsch', 'aufenthalt', 'eins') "
                + "returning id").query(Long.class).single();
        jdbc.sql("update cube.hurdle set approved = true, state = 'lenkungsgruppe', changed_by = 'zwei' where id = ?").param(id).update();

        assertThat(jdbc.sql("select version || ' ' || state || ' ' || changed_by from cube.hurdle_history where hurdle_id = ? "
                + "order by version").param(id).query(String.class).list()).containsExactly("1 gemeldet eins", "2 lenkungsgruppe zwei");
        assertThatThrownBy(() -> DATABASE.jdbc().sql("delete from cube.hurdle_history").update())
                .hasMessageContaining("never changed");
    }

    /** A login of the pages' own cannot even put the role down. */
    @Test
    void a_login_of_their_own_reads_the_cube_and_nothing_else() throws SQLException {
        DATABASE.jdbc().sql("create role steering_login login password 'x' in role kimhub_steering").update();
        try (Connection one = DATABASE.dataSource().getConnection();
             CubeDatabase own = CubeDatabase.open(one.getMetaData().getURL(), "steering_login", "x")) {
            assertThat(new Cube(own).releases()).hasSize(4);
            assertThatThrownBy(() -> own.jdbc().sql("select count(*) from hub.account").query().listOfRows()).rootCause()
                    .hasMessageContaining("permission denied");
            own.jdbc().sql("reset role").update();
            assertThatThrownBy(() -> own.jdbc().sql("select count(*) from hub.account").query().listOfRows()).rootCause()
                    .hasMessageContaining("permission denied");
        } finally {
            DATABASE.jdbc().sql("drop role steering_login").update();
        }
    }

    private static void assertRefused(String sql) {
        assertThatThrownBy(() -> pages.jdbc().sql(sql).query().listOfRows()).as(sql).rootCause()
                .hasMessageContaining("permission denied");
    }
}
