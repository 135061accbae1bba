package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A source that reads a list gets the numbers of its own files of whom something is wanted, and nothing else. */
class EnrolmentListTest {

    private static final String HEADER = "AKTENZEICHEN\r\n";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void aLongListIsNotMadeInEverySweep() {
        assertThat(EnrolmentLists.pause(500)).isZero();
        assertThat(EnrolmentLists.pause(100_000)).hasSeconds(100);
    }

    @Test
    void theListIsLaidOutWholeWhenItChangesAndNamesNobodyElse() throws IOException {
        Files.createDirectories(folder.resolve("config/test/instances"));
        try (TestHub hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), Map.of("instances/jobcenter.yaml", """
                title: Jobcenter
                connector: jobcenter-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/jobcenter}
                enrolment: {transport: file, folder: list/jobcenter}
                """))) {
            hub.run();
            assertThat(list(hub)).as("nobody takes part yet").isEqualTo(HEADER);

            hub.give("awo", Exports.awo().consent("1", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN",
                    "jobcenter", "AZ_NUMMERN", "111A111111").toString());
            hub.give("caritas", Exports.awo().consent("2", "CAR-3", "Testmann", "Probe", "07.08.1991").consent("3", "CAR-4",
                    "Anders", "Andrea", "01.02.1980", "EINW_QUELLEN", "einbuergerungsbehoerde", "AZ_STELLEN",
                    "einbuergerungsbehoerde", "AZ_NUMMERN", "EBH-9").toString());
            hub.run();
            assertThat(list(hub)).as("shown by the client, before the Jobcenter told of it")
                    .isEqualTo(HEADER + "\"111A111111\"\r\n");

            hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990")
                    .person("222B222222", "Testmann", "Probe", "07.08.1991")
                    .person("333C333333", "Fremd", "Frieda", "09.09.1970").toString());
            hub.run();
            assertThat(list(hub)).as("linked by the name, besides").isEqualTo(HEADER + "\"111A111111\"\r\n\"222B222222\"\r\n");
            assertThat(String.join("", hub.files("jobcenter/list"))).doesNotContain("AWO", "CAR", "EBH", "333C", "Muster");
            int laidOut = hub.files("jobcenter/list").size();
            hub.run();
            assertThat(hub.files("jobcenter/list")).as("nothing changed").hasSize(laidOut);

            hub.bean(Consents.class).withdraw(new Consents.File("awo", "AWO-7"), Optional.empty(), LocalDate.now(), "Anna");
            hub.isDown("jobcenter");
            hub.run();
            hub.isUp("jobcenter");
            hub.run();
            assertThat(list(hub)).isEqualTo(HEADER + "\"222B222222\"\r\n");
            assertThat(hub.files("jobcenter/list")).as("each once").doesNotHaveDuplicates();
            hub.assertEverythingAddsUp();
        }
    }

    private static String list(TestHub hub) {
        return List.copyOf(hub.files("jobcenter/list")).getLast();
    }
}
