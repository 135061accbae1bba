package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Parcel;
import de.kimhub.delivery.TransportException;
import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JdbcTransportTest {

    private static final String ROWS = """
            [{"Hub \\"Id\\"":"d-1","DATUM":"2026-11-02","STAND":null,"ART":"neu; drop table inbox"},
             {"Hub \\"Id\\"":"d-2","DATUM":"2026-11-03","STAND":"5","ART":"Müller"}]""";

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;
    private Map<String, String> access;

    @BeforeEach
    void makeTables() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            access = Map.of("url", connection.getMetaData().getURL(), "user", connection.getMetaData().getUserName());
        }
        run("create table inbox (\"Hub \"\"Id\"\"\" text primary key, \"DATUM\" date, \"STAND\" integer, \"ART\" text)");
        run("create table receipts (batch_id bigint primary key, digest text not null)");
        run("create schema verfahren");
        run("""
                create table verfahren.antrag (nr bigint primary key, gestellt date, name text, offen boolean,
                    geaendert timestamptz not null default now())""");
    }

    @Test
    void writesABatchAndItsReceiptOnce() throws Exception {
        Instance recipient = recipient("inbox");
        try (TestHub hub = new TestHub(folder, recipient)) {
            assertThat(hub.transport.stages(recipient, parcel(1, ROWS))).isFalse();
            hub.transport.send(recipient, parcel(1, ROWS));
            hub.transport.send(recipient, parcel(1, ROWS));
            assertThat(count("inbox")).isEqualTo(2);
            assertThat(count("receipts")).isEqualTo(1);
            assertThat(database.jdbc().sql("select \"DATUM\" || '|' || \"STAND\" || '|' || \"ART\" from inbox "
                    + "where \"STAND\" is not null").query(String.class).single()).isEqualTo("2026-11-03|5|Müller");
        }
    }

    @Test
    void doesNotTakeAnotherBatchOfTheSameNumberForDelivered() throws Exception {
        Instance recipient = recipient("inbox");
        try (TestHub hub = new TestHub(folder, recipient)) {
            hub.transport.send(recipient, parcel(1, ROWS));
            assertThatThrownBy(() -> hub.transport.send(recipient, parcel(1, ROWS.replace("d-", "e-"))))
                    .isInstanceOfSatisfying(TransportException.class,
                            e -> assertThat(e.code()).isEqualTo("HUB-RUN-025"));
            assertThat(count("inbox")).isEqualTo(2);
        }
    }

    @Test
    void leavesNeitherRowsNorReceiptOfABatchThatTheTableRefuses() throws Exception {
        Instance recipient = recipient("inbox");
        try (TestHub hub = new TestHub(folder, recipient)) {
            String bad = ROWS.replace("2026-11-03", "gestern");
            assertThatThrownBy(() -> hub.transport.send(recipient, parcel(1, bad)))
                    .isInstanceOfSatisfying(TransportException.class,
                            e -> assertThat(e.code()).isEqualTo("HUB-RUN-022"))
                    .hasMessageNotContaining("gestern");
            assertThat(count("inbox") + count("receipts")).isZero();
            hub.transport.send(recipient, parcel(2, ROWS));
        }
    }

    @Test
    void aTableNameIsNothingButAName() throws Exception {
        Instance recipient = recipient("inbox\" select 1; drop table inbox; --");
        try (TestHub hub = new TestHub(folder, recipient)) {
            assertThatThrownBy(() -> hub.transport.send(recipient, parcel(1, ROWS)))
                    .isInstanceOf(TransportException.class);
            assertThat(count("inbox")).isZero();
        }
    }

    @Test
    void saysThatADatabaseCannotBeReachedAndLeavesTheOthersAlone() throws Exception {
        Instance good = recipient("inbox");
        Instance away = TestHub.delivering("weg", "jdbc", Map.of("url", "jdbc:postgresql://127.0.0.1:1/x",
                "user", "x", "table", "t", "receiptTable", "r"));
        try (TestHub hub = new TestHub(folder, good, away)) {
            assertThatThrownBy(() -> hub.transport.send(away, parcel(1, ROWS))).isInstanceOfSatisfying(
                    TransportException.class, e -> assertThat(e.code()).isEqualTo("HUB-RUN-021"));
            hub.transport.send(good, parcel(1, ROWS));
            assertThat(count("inbox")).isEqualTo(2);
        }
    }

    @Test
    void readsAViewInPagesAndEveryRowOnce() throws Exception {
        run("insert into verfahren.antrag select n, date '2026-01-01' + n, 'Name ' || n, n % 2 = 0, "
                + "timestamptz '2026-11-01 10:00+00' + (n / 3) * interval '1 second' from generate_series(1, 25) n");
        try (TestHub hub = new TestHub(folder, source("PT10S"))) {
            await().until(() -> hub.intake.news.size() == 25);
            assertThat(hub.intake.pages).startsWith(10, 10, 5);
            assertThat(hub.intake.news.get(1)).containsEntry("nr", "2").containsEntry("gestellt", "2026-01-03")
                    .containsEntry("name", "Name 2").containsEntry("offen", "true");
            assertThat(hub.intake.news.get(1).get("geaendert")).startsWith("2026-11-01T1");

            run("update verfahren.antrag set name = null, geaendert = '2026-11-01 10:01+00' where nr = 3");
            await().until(() -> hub.intake.news.size() == 26);
            assertThat(hub.intake.news.get(25)).containsEntry("nr", "3").containsEntry("name", null);
        }
    }

    @Test
    void readsARowThatBecomesVisibleLaterThanItsTimeOfChange() throws Exception {
        run("insert into verfahren.antrag (nr, geaendert) values (1, '2026-11-01 10:00+00')");
        try (TestHub hub = new TestHub(folder, source("PT5M"))) {
            await().until(() -> hub.intake.news.size() == 1);
            run("insert into verfahren.antrag (nr, geaendert) values (2, '2026-11-01 09:57+00')");
            await().until(() -> hub.intake.news.size() == 2);
            run("insert into verfahren.antrag (nr, geaendert) values (3, '2026-11-01 10:00+00')");
            await().until(() -> hub.intake.news.size() == 3);
        }
    }

    private Instance recipient(String table) {
        Map<String, String> parameters = new HashMap<>(access);
        parameters.putAll(Map.of("table", table, "receiptTable", "public.receipts"));
        return TestHub.delivering("eb", "jdbc", parameters);
    }

    private Instance source(String overlap) {
        Map<String, String> parameters = new HashMap<>(access);
        parameters.putAll(Map.of("view", "verfahren.antrag", "changedAt", "geaendert", "id", "nr", "pageSize", "10",
                "overlap", overlap, "delay", "100"));
        return TestHub.receiving("eb", "jdbc", parameters);
    }

    private static Parcel parcel(long number, String rows) {
        return new Parcel(number, false, "rows-" + number + ".json", rows.getBytes(StandardCharsets.UTF_8));
    }

    private long count(String table) {
        return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private void run(String sql) {
        database.jdbc().sql(sql).update();
    }
}
