package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Files become another person's while a recipient gets nothing. */
class MovesTakenOutTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void who_gets_nothing_when_files_are_parted_takes_it_back_when_it_is_there_again() throws IOException {
        String[] person = {"Musterfrau", "Beispiela", "05.06.1990"};
        try (TestHub hub = new TestHub(database, folder, 50)) {
            hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", person[0], person[1], person[2])
                    .consent("2", "AWO-7", person[0], person[1], person[2], "AZ_STELLEN", "jobcenter", "AZ_NUMMERN",
                            "111A111111").toString());
            hub.run();
            hub.give("jobcenter", Exports.jobcenter().person("111A111111", person[0], person[1], person[2]).toString());
            hub.run();
            hub.give("jobcenter", Exports.jobcenter().person("111A111111", person[0], person[1], person[2], "Maßnahme",
                    "Nähkurs Muster", "Eintritt", "01.03.2026").toString());
            hub.run();
            assertThat(Held.measures(hub.lines("awo"))).containsExactly("Nähkurs Muster");

            String withoutWayOut = """
                    title: awo
                    connector: wohlfahrt-csv
                    municipality: "05758004"
                    mode: live
                    release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                    receive: {transport: file, folder: in/awo}
                    """;
            try (TestHub meanwhile = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(),
                    Map.of("instances/awo.yaml", withoutWayOut))) {
                split(meanwhile);
            }
            hub.run();

            assertThat(Held.measures(hub.lines("awo"))).isEmpty();
            assertThat(hub.lines("awo").getLast()).startsWith("AWO-7;").contains(";storno;");
            hub.assertEverythingAddsUp();
        }
    }

    private static void split(TestHub hub) {
        long file = hub.jdbc().sql("select s.id from identity.source_case s join hub.instance i "
                + "on i.no = s.instance_no where i.id = 'jobcenter'").query(Long.class).single();
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(PersonRegister.class).split(
                hub.jdbc().sql("select person_id from identity.source_case where id = ?").param(file).query(Long.class)
                        .single(), Set.of(file), "TEST", "pruefer"));
    }
}
