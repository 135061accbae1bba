package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A sender whose file has an error loses nothing, and stops nobody else. */
class AbsentSenderTest {

    private static final String ISSUE = "{\"id\": \"%s\", \"fall_nr\": null, \"ereignis\": \"strukturthema_benannt\", "
            + "\"art\": \"neu\", \"datum\": \"2026-03-09\", \"thema\": \"Wohnen\", \"vermittelt_an\": null, "
            + "\"strukturthema\": \"ST-%1$s\", \"hub_id\": null, \"ersetzt\": null, "
            + "\"geaendert_am\": \"2026-09-30 12:00:00.000000+00\"}";

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
        hub.assertEverythingAddsUp();
        hub.close();
    }

    /** Its events are from then on those of an instance that no file describes. */
    private void isAbsent(long document, boolean absent) {
        hub.jdbc().sql("insert into hub.instance (id) values ('absent') on conflict do nothing").update();
        String name = absent ? "absent" : "ki";
        hub.jdbc().sql("update hub.event set instance_no = (select no from hub.instance where id = ?) "
                + "where document_id = ?").params(name, document).update();
        hub.jdbc().sql("update hub.held_event set instance_no = (select no from hub.instance where id = ?)")
                .param(name).update();
    }

    @Test
    void what_waits_of_it_does_not_stop_what_others_give() {
        long first = hub.give("ki", ISSUE.formatted("1"));
        hub.bean(Processing.class).work(first);
        isAbsent(first, true);
        hub.give("ki", ISSUE.formatted("2"));
        hub.run();
        assertThat(hub.allOf("awo")).contains("ST-2").doesNotContain("ST-1");

        isAbsent(first, false);
        hub.run();

        assertThat(hub.allOf("awo")).contains("ST-1");
    }

    @Test
    void what_is_held_of_it_waits_until_it_can_be_decided() {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990")
                .toString());
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        hub.run();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = 1) execute function hub.refuse()").update();
        long document = hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .entry("2", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
        assertThat(hub.recipient("ki").inReview()).isEqualTo(1);
        isAbsent(document, true);
        hub.jdbc().sql("update hub.quarantine set hold_until = now() - interval '1 second'").update();
        hub.run();

        assertThat(hub.jdbc().sql("select count(*) from hub.held_event").query(Long.class).single()).isEqualTo(1);
        assertThat(hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()).replayed()).isEqualTo(1);
    }
}
