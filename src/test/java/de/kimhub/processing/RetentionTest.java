package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.privacy.RetentionRun;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What has stayed as long as it may is deleted, and nothing else. */
class RetentionTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 100);
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990")
                .entry("3", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991").toString());
        hub.give("jobcenter", Exports.jobcenter().person("1A", "Fehlermann", "Beispiel", "31.02.1990").toString());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private void age(int days) {
        for (String column : new String[] {"identity.source_case.seen_at", "identity.person.created_at",
                "hub.source_document.finished_at", "hub.quarantine.created_at"}) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            hub.jdbc().sql("update " + table + " set " + name + " = " + name + " - interval '" + days + " days'")
                    .update();
        }
    }

    private long count(String from) {
        return hub.jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void before_the_time_nothing_is_deleted() {
        age(6);
        assertThat(hub.bean(RetentionRun.class).run()).isZero();
        assertThat(count("identity.source_case")).isEqualTo(2);
    }

    @Test
    void who_does_not_enrol_in_time_is_forgotten_and_who_does_stays() {
        age(8);
        hub.bean(RetentionRun.class).run();

        assertThat(count("identity.source_case")).isEqualTo(1);
        assertThat(count("identity.person")).isEqualTo(1);
        assertThat(count("hub.consent")).isEqualTo(1);
        assertThat(count("hub.document_chunk")).as("transport copies").isZero();
        assertThat(count("hub.quarantine where record is not null")).as("refused records stay 90 days").isEqualTo(1);
    }

    @Test
    void what_was_forgotten_is_still_recognised_as_a_repeat() {
        age(8);
        hub.bean(RetentionRun.class).run();
        hub.give("awo", Exports.awo().entry("3", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991")
                .toString());
        hub.run();

        assertThat(hub.source("awo").repeated()).isEqualTo(1);
    }

    @Test
    void refused_records_go_after_ninety_days() {
        age(91);
        hub.bean(RetentionRun.class).run();

        assertThat(count("hub.quarantine where record is not null")).isZero();
    }
}
