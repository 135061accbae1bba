package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A recipient whose file has an error when the hub starts. */
class AbsentRecipientTest {

    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub start(String... broken) throws IOException {
        return new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(broken));
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("1A", "Musterfrau", "Beispiela", "05.06.1990", measure).toString();
    }

    private void enrol() throws IOException {
        try (TestHub hub = start()) {
            hub.give("awo", Exports.awo()
                    .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                    .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter",
                            "AZ_NUMMERN", "1A").toString());
            hub.give("jobcenter", stock());
            hub.run();
        }
    }

    @Test
    void what_it_is_entitled_to_waits_until_its_file_is_mended() throws IOException {
        enrol();
        try (TestHub hub = start("awo")) {
            hub.give("jobcenter", stock(SEWING));
            hub.run();
            assertThat(hub.recipient("awo").waiting()).isEqualTo(1);
        }
        try (TestHub hub = start()) {
            hub.run();
            assertThat(hub.lines("awo")).singleElement().asString().startsWith("AWO-7;").contains("Nähkurs Muster");
            hub.assertEverythingAddsUp();
        }
    }
}
