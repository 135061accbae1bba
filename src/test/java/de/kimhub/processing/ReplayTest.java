package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is replayed never overwrites what its source said since. */
class ReplayTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;
    private Runnable beforeCommit = () -> { };

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50, point -> {
            if (point.equals("processing.before-commit")) {
                Runnable once = beforeCommit;
                beforeCommit = () -> { };
                once.run();
            }
        });
        hub.give("jobcenter", stock());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString();
    }

    private void refusedMeasure() {
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = 1) execute function hub.refuse()").update();
        hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"));
        hub.run();
        assertThat(hub.source("jobcenter").quarantined()).isEqualTo(1);
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
    }

    private Replay.Result replay() {
        return hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());
    }

    private long events() {
        return hub.jdbc().sql("select count(*) from hub.event").query(Long.class).single();
    }

    @Test
    void what_was_said_again_unchanged_since_is_newer_than_the_refused_record() {
        refusedMeasure();
        hub.give("jobcenter", stock());
        hub.run();

        replay();

        assertThat(events()).isZero();
    }

    @Test
    void a_replay_beside_a_batch_of_the_same_source_sees_what_the_batch_says() throws Exception {
        refusedMeasure();
        CompletableFuture<?>[] replaying = new CompletableFuture<?>[1];
        beforeCommit = () -> {
            replaying[0] = CompletableFuture.runAsync(this::replay);
            try {
                replaying[0].get(500, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException waits) {
                // it goes on when the batch is committed
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        hub.give("jobcenter", stock("Maßnahme", "Kochkurs Muster", "Eintritt", "01.04.2026"));
        hub.run();
        replaying[0].get(20, TimeUnit.SECONDS);
        hub.run();

        assertThat(events()).isEqualTo(1);
        assertThat(hub.jdbc().sql("select max(document_id) from hub.record_state").query(Long.class).single())
                .isEqualTo(3);
    }
}
