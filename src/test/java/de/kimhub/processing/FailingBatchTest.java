package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What makes a batch fail each time is put aside; what passes never is. The database itself refuses a row. */
class FailingBatchTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private void refuseRecord(int number, String sqlState) {
        hub.jdbc().sql("""
                create function hub.refuse() returns trigger language plpgsql as $$ begin
                    raise exception 'Testmann' using errcode = '%s'; end $$""".formatted(sqlState)).update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = " + number + ") execute function hub.refuse()").update();
    }

    private static String stock() {
        Exports export = Exports.jobcenter();
        for (int i = 1; i <= 120; i++) {
            export.person("%03dA%06d".formatted(i, i), "Musterfrau", "Beispiel", "05.06.1990");
        }
        return export.toString();
    }

    private long count(String from) {
        return hub.jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void a_record_on_which_the_work_fails_each_time_is_found_and_put_aside() {
        refuseRecord(77, "P0001");
        hub.give("jobcenter", stock());
        hub.run();

        assertThat(hub.source("jobcenter")).satisfies(source -> {
            assertThat(source.received()).isEqualTo(120);
            assertThat(source.accepted()).isEqualTo(119);
            assertThat(source.quarantined()).isEqualTo(1);
        });
        assertThat(count("hub.quarantine where record_no = 77 and code = 'HUB-INT-011' and record is not null"))
                .isEqualTo(1);
        assertThat(hub.jdbc().sql("select message from hub.quarantine").query(String.class).single())
                .doesNotContain("Testmann");
    }

    @Test
    void it_is_processed_when_it_is_replayed_after_the_cause_is_gone() {
        refuseRecord(77, "P0001");
        hub.give("jobcenter", stock());
        hub.run();
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();

        Replay.Result result = hub.bean(Replay.class).replay(java.util.Optional.empty(), java.util.Optional.empty());

        assertThat(result).isEqualTo(new Replay.Result(1, 0, 0));
        assertThat(hub.source("jobcenter").accepted()).isEqualTo(120);
        assertThat(count("hub.record_state")).isEqualTo(120);
        hub.assertEverythingAddsUp();
    }

    @Test
    void a_full_disk_puts_nothing_aside_and_the_work_goes_on_afterwards() {
        refuseRecord(77, "53100");
        hub.give("jobcenter", stock());
        assertThatThrownBy(hub::run).isNotNull();
        assertThat(count("hub.quarantine")).isZero();

        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
        hub.run();

        assertThat(hub.source("jobcenter").accepted()).isEqualTo(120);
        hub.assertEverythingAddsUp();
    }
}
