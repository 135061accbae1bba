package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A source that changes what it sends: one finding per kind and place, with a count. */
class DriftTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 2, Checkpoints.NONE, Set.of(), Map.of("instances/reports.yaml", """
                title: Meldungen
                connector: meldungen-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/reports}
                """));
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void give(String text) {
        hub.give("reports", text);
        hub.run();
    }

    private List<String> findings() {
        return hub.jdbc().sql("select code || ' ' || field || ' ' || count || ' ' || first_document || '-' || last_document "
                + "from hub.finding order by 1").query(String.class).list();
    }

    @Test
    void an_unknown_code_of_an_optional_field_is_one_finding_with_its_count() {
        give(Exports.reports().report("A", "", "Nähkurs", "MASSNAHMEART", "gibt es nicht")
                .report("B", "", "Nähkurs", "MASSNAHMEART", "auch nicht")
                .report("C", "", "Nähkurs", "MASSNAHMEART", "nie").toString());
        give(Exports.reports().report("D", "", "Nähkurs", "MASSNAHMEART", "nie").toString());

        assertThat(findings()).containsExactly("HUB-MAP-003 MASSNAHMEART 4 1-2");
        assertThat(hub.source("reports").accepted()).isEqualTo(4);
        assertThat(hub.jdbc().sql("select message from hub.finding").query(String.class).single())
                .doesNotContain("gibt es nicht", "auch nicht", "nie");
    }

    @Test
    void an_unknown_code_that_refuses_its_record_is_a_finding_too() {
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990", "THEMA",
                "gibt es nicht").toString());
        hub.run();

        assertThat(hub.source("awo").quarantined()).isEqualTo(1);
        assertThat(findings()).containsExactly("HUB-MAP-003 THEMA 1 1-1");
    }

    @Test
    void a_new_and_a_vanished_column_are_one_finding_each_however_many_records_there_are() {
        String changed = Exports.reports().report("A", "", "Nähkurs").report("B", "", "Malkurs").toString()
                .replace("MASSNAHMEART", "GANZ_NEU");
        give(changed);
        give(changed);

        assertThat(findings()).containsExactly("HUB-CSV-006 MASSNAHMEART 2 1-2", "HUB-CSV-007 no. 12 2 1-2");
    }
}
