package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.message.MessageKind;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people whom the recipient both knows were taken for one: each of its files gets what is its own person's. */
class MovesOfTwoTest {

    private static final String[] FIRST = {"Musterfrau", "Beispiela", "05.06.1990"};
    private static final String[] SECOND = {"Testmann", "Probe", "07.08.1991"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;
    private Linked joined;

    /** The measure of the first is given under the newer file, which is the second's. */
    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", FIRST[0], FIRST[1], FIRST[2])
                .consent("2", "AWO-7", FIRST[0], FIRST[1], FIRST[2], "AZ_STELLEN", "jobcenter", "AZ_NUMMERN",
                        "111A111111").toString());
        hub.run();
        hub.give("awo", Exports.awo()
                .entry("3", "AWO-8", "fall_eroeffnet", SECOND[0], SECOND[1], SECOND[2])
                .consent("4", "AWO-8", SECOND[0], SECOND[1], SECOND[2], "AZ_STELLEN", "jobcenter", "AZ_NUMMERN",
                        "222B222222").toString());
        hub.run();
        jobcenter();
        joined = join();
        jobcenter("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026");
        assertThat(held()).containsOnlyKeys("AWO-8");
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void jobcenter(String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", FIRST[0], FIRST[1], FIRST[2], measure)
                .person("222B222222", SECOND[0], SECOND[1], SECOND[2]).toString());
        hub.run();
    }

    private List<Long> files() {
        return hub.jdbc().sql("select s.id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                + "where i.id = 'awo' order by s.id").query(Long.class).list();
    }

    private Linked join() {
        List<Long> files = files();
        assertThat(files).hasSize(2);
        return hub.bean(TransactionTemplate.class).execute(status -> hub.bean(PersonRegister.class)
                .decide(new Decision(files.get(0), files.get(1), true, "TEST", "pruefer"), ids -> Set.of()));
    }

    private long file(String instance) {
        return hub.jdbc().sql("select min(s.id) from identity.source_case s join hub.instance i "
                + "on i.no = s.instance_no where i.id = ?").param(instance).query(Long.class).single();
    }

    private Linked part() {
        return hub.bean(TransactionTemplate.class).execute(status ->
                hub.bean(PersonRegister.class).undo(joined.event(), "pruefer"));
    }

    private void nothingIsSealed() {
        hub.isDown("awo");
        hub.jdbc().sql("insert into hub.delivery_lane (recipient_no, lane, next_attempt_at) select no, n, 'infinity' "
                + "from hub.instance, generate_series(0, 7) n where id = 'awo' on conflict (recipient_no, lane) do update "
                + "set next_attempt_at = 'infinity'").update();
    }

    private void goesOn() {
        hub.isUp("awo");
        hub.run();
    }

    /** The measures' names and days that the tool has, by its own file number. */
    private Map<String, Set<String>> held() {
        Map<String, String[]> byId = new HashMap<>();
        for (String line : hub.lines("awo")) {
            String[] cells = line.split(";", -1);
            if (!cells[13].isEmpty()) {
                assertThat(byId.remove(cells[13])[0]).as("where it was given: " + line).isEqualTo(cells[0]);
            }
            if (!cells[2].equals("storno") && line.contains("kurs")) {
                byId.put(cells[12], cells);
            }
        }
        Map<String, Set<String>> held = new TreeMap<>();
        byId.values().forEach(cells ->
                held.computeIfAbsent(cells[0], number -> new TreeSet<>()).add(cells[6] + " " + cells[3]));
        return held;
    }

    private List<String> linesFor(String number) {
        return hub.lines("awo").stream().filter(line -> line.startsWith(number + ";")).toList();
    }

    @Test
    void a_correction_that_waited_when_they_were_parted_does_not_go_to_the_other_persons_file() {
        int before = linesFor("AWO-8").size();
        nothingIsSealed();
        jobcenter("Maßnahme", "Nähkurs Muster", "Eintritt", "02.03.2026");
        assertThat(hub.recipient("awo").waiting()).isEqualTo(1);

        part();
        goesOn();

        assertThat(linesFor("AWO-8").subList(before, linesFor("AWO-8").size())).singleElement()
                .satisfies(line -> assertThat(line).contains(";storno;").doesNotContain("Nähkurs", "02.03.2026",
                        "2026-03-02"));
    }

    @Test
    void what_was_given_under_the_other_persons_file_is_given_under_the_own_once_they_are_parted() {
        part();
        hub.run();
        hub.run();

        assertThat(held()).isEqualTo(Map.of("AWO-7", Set.of("Nähkurs Muster 01.03.2026")));
        assertThat(hub.jdbc().sql("select rules[array_upper(rules, 1)] from hub.delivery_batch where kind = 0 "
                + "order by id desc limit 1").query(String.class).single()).isEqualTo("jobcenter-massnahmen-an-fallmanagement");
    }

    @Test
    void what_waited_is_given_under_the_own_file_as_it_was_corrected() {
        nothingIsSealed();
        jobcenter("Maßnahme", "Nähkurs Muster", "Eintritt", "02.03.2026");
        part();
        goesOn();

        assertThat(held()).isEqualTo(Map.of("AWO-7", Set.of("Nähkurs Muster 02.03.2026")));
    }

    @Test
    void what_comes_after_the_parting_corrects_what_the_own_file_was_given() {
        part();
        hub.run();
        jobcenter("Maßnahme", "Nähkurs Muster", "Eintritt", "02.03.2026");

        assertThat(held()).isEqualTo(Map.of("AWO-7", Set.of("Nähkurs Muster 02.03.2026")));
        assertThat(linesFor("AWO-7").getLast()).contains(";korrektur;");
    }

    @Test
    void once_they_are_one_again_it_stays_where_it_is_and_parted_again_too() {
        part();
        hub.run();
        joined = join();
        hub.run();
        part();
        hub.run();

        assertThat(held()).isEqualTo(Map.of("AWO-7", Set.of("Nähkurs Muster 01.03.2026")));
    }

    @Test
    void a_correction_that_was_kept_back_goes_after_all_where_nothing_need_be_taken_back() {
        nothingIsSealed();
        jobcenter("Maßnahme", "Nähkurs Muster", "Eintritt", "02.03.2026");
        part();
        // as if only the correction had been sealed, on a page of its own
        hub.jdbc().sql("with kept as (delete from hub.outbox_item where event_id in (select id from hub.event where "
                + "kind = ?) returning recipient_no, event_id) insert into hub.withdrawn_item (recipient_no, event_id, "
                + "reason) select recipient_no, event_id, 'OTHER_PERSONS_FILE' from kept")
                .param(MessageKind.CORRECTION.ordinal()).update();
        PersonRegister register = hub.bean(PersonRegister.class);
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            register.split(hub.jdbc().sql("select person_id from identity.source_case where id = ?").param(file("awo"))
                    .query(Long.class).single(), Set.of(file("awo")), "TEST", "pruefer");
            register.decide(new Decision(file("jobcenter"), files().getLast(), true, "TEST", "pruefer"),
                    ids -> Set.of());
        });
        goesOn();

        assertThat(held()).isEqualTo(Map.of("AWO-8", Set.of("Nähkurs Muster 02.03.2026")));
    }

    @Test
    void it_is_not_given_under_the_own_file_once_the_consent_is_withdrawn() {
        nothingIsSealed();
        part();
        hub.jdbc().sql("update hub.consent set withdrawn_on = current_date - 1").update();
        goesOn();

        assertThat(held()).isEmpty();
    }
}
