package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a quarantined record of its case keeps its place in the order of the case. */
class HoldOrderTest {

    private static final Pattern DAY = Pattern.compile("\"datum\" ?: ?\"2026-03-(\\d\\d)");

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void enrol() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("ki", "{\"id\": \"1\", \"fall_nr\": \"KI-1\", \"ereignis\": \"fall_aufgenommen\", \"art\": \"neu\", "
                + "\"datum\": \"2026-02-01\", \"thema\": null, \"vermittelt_an\": null, \"strukturthema\": null, "
                + "\"hub_id\": null, \"ersetzt\": null, \"geaendert_am\": \"2026-09-30 12:00:00.000000+00\"}");
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "EINW_QUELLEN",
                        "wohlfahrtsverband,ki_koordination", "EINW_EMPFAENGER", "wohlfahrtsverband,ki_koordination",
                        "AZ_STELLEN", "ki_koordination", "AZ_NUMMERN", "KI-1").toString());
        hub.run();
        hub.jdbc().sql("create table hub.refused (record_no bigint)").update();
        hub.jdbc().sql("""
                create function hub.refuse() returns trigger language plpgsql as $$ begin
                    if exists (select 1 from hub.refused where record_no = new.record_no) then
                        raise exception 'refused' using errcode = 'P0001';
                    end if;
                    return new; end $$""").update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row "
                + "execute function hub.refuse()").update();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void refuse(int... records) {
        hub.jdbc().sql("delete from hub.refused").update();
        for (int record : records) {
            hub.jdbc().sql("insert into hub.refused values (?)").param(record).update();
        }
    }

    /** An export whose n-th record is the n-th of the days, each a conference of its own. */
    private static String conferences(int... days) {
        Exports export = Exports.awo();
        for (int day : days) {
            conference(export, day, "");
        }
        return export.toString();
    }

    private static Exports conference(Exports export, int day, String state) {
        return export.entry("1" + day, "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990",
                "DATUM", "%02d.03.2026".formatted(day), "THEMA", "wohnen", "STATUS", state);
    }

    private List<Integer> given() {
        return DAY.matcher(hub.allOf("ki")).results().map(found -> Integer.valueOf(found.group(1))).toList();
    }

    private Replay.Result replay() {
        Replay.Result result = hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());
        hub.run();
        return result;
    }

    @Test
    void what_comes_between_the_end_of_a_hold_and_the_release_does_not_overtake_what_waited() {
        refuse(1);
        hub.give("awo", conferences(1, 2));
        hub.run();
        hub.jdbc().sql("update hub.quarantine set hold_until = now() - interval '1 second'").update();
        refuse();

        long next = hub.give("awo", conferences(3));
        hub.bean(Processing.class).work(next);
        hub.run();

        assertThat(given()).containsExactly(2, 3);
    }

    @Test
    void a_replayed_record_does_not_overtake_what_was_held_before_it() {
        refuse(1, 3);
        hub.give("awo", conferences(1, 2, 3, 4));
        hub.run();
        assertThat(given()).isEmpty();
        refuse();

        assertThat(replay()).isEqualTo(new Replay.Result(2, 0, 0));

        assertThat(given()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_replayed_record_waits_for_an_earlier_one_of_its_case_that_is_still_refused() {
        refuse(1, 3);
        hub.give("awo", conferences(1, 2, 3, 4));
        hub.run();
        hub.jdbc().sql("update hub.quarantine set code = 'TEST-1' where record_no = 3").update();
        refuse();

        hub.bean(Replay.class).replay(Optional.empty(), Optional.of("TEST-1"));
        hub.run();
        assertThat(given()).isEmpty();
        replay();

        assertThat(given()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void what_was_taken_back_while_it_waited_is_not_given() {
        refuse(1);
        hub.give("awo", conferences(1, 2));
        refuse(1);
        hub.run();
        refuse();
        hub.give("awo", conference(Exports.awo(), 2, "storniert").toString());
        hub.run();
        hub.jdbc().sql("update hub.quarantine set hold_until = now() - interval '1 second'").update();
        hub.run();

        assertThat(given()).isEmpty();
    }
}
