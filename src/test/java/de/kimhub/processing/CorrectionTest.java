package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source whose corrections have numbers of their own and name the report that they correct. */
class CorrectionTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        start(3, "correction");
    }

    private void start(int batchSize, String sameKey) throws IOException {
        start(batchSize, sameKey, "");
    }

    /** @param leftOut of the mapping */
    private void start(int batchSize, String sameKey, String leftOut) throws IOException {
        if (hub != null) {
            hub.close();
        }
        String mapping = Files.readString(Path.of("src/test/resources/connectors/meldungen-csv/receive.yaml"));
        hub = new TestHub(database, folder, batchSize, Checkpoints.NONE, Set.of(), Map.of("instances/reports.yaml", """
                title: Meldungen
                connector: meldungen-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/reports}
                acknowledgements: {transport: file, folder: ack/reports}
                """, "connectors/meldungen-csv/receive.yaml",
                mapping.replace("replaces:", "sameKey: " + sameKey + "\n  replaces:").replace(leftOut, "")));
        if (hub.jdbc().sql("select count(*) from hub.consent").query(Long.class).single() == 0) {
            hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                    .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990").toString());
            hub.run();
        }
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void give(Exports reports) {
        hub.give("reports", reports.toString());
        hub.run();
    }

    private Replay.Result replay() {
        Replay.Result result = hub.bean(Replay.class).replay(Optional.empty(), Optional.empty());
        hub.run();
        return result;
    }

    /** What the association has: its lines without those that another one replaces or takes back. */
    private List<String> held() {
        return Held.measures(hub.lines("awo"));
    }

    private void fail(String number) {
        hub.jdbc().sql("create function hub.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'P0001'; end $$").update();
        hub.jdbc().sql("create trigger refuse before insert or update on hub.record_state for each row when "
                + "(new.record_no = " + number + ") execute function hub.refuse()").update();
    }

    private void mend() {
        hub.jdbc().sql("drop trigger refuse on hub.record_state").update();
        hub.jdbc().sql("drop function hub.refuse").update();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_report_that_names_another_one_corrects_it(int batchSize) throws IOException {
        start(batchSize, "correction");
        give(Exports.reports().report("A", "", "Nähkurs").report("B", "A", "Kochkurs"));

        assertThat(held()).containsExactly("Kochkurs");
        give(Exports.reports().report("C", "B", "Malkurs"));
        assertThat(held()).containsExactly("Malkurs");
        assertThat(hub.lines("awo").getLast()).contains(";korrektur;");
        assertThat(hub.source("reports").accepted()).isEqualTo(3);
    }

    @Test
    void whoever_names_an_older_version_corrects_what_stands_now() {
        give(Exports.reports().report("A", "", "Nähkurs"));
        give(Exports.reports().report("B", "A", "Kochkurs"));
        give(Exports.reports().report("C", "A", "Malkurs"));

        assertThat(held()).containsExactly("Malkurs");
    }

    @Test
    void a_correction_that_takes_back_takes_back_what_stands_now() {
        give(Exports.reports().report("A", "", "Nähkurs").report("B", "A", "Kochkurs"));
        give(Exports.reports().report("C", "A", "Kochkurs", "STATUS", "storniert"));

        assertThat(held()).isEmpty();
    }

    @Test
    void a_corrected_report_that_is_sent_again_is_a_repeat() {
        give(Exports.reports().report("A", "", "Nähkurs").report("B", "A", "Kochkurs"));
        give(Exports.reports().report("A", "", "Nähkurs"));

        assertThat(hub.source("reports").repeated()).isEqualTo(1);
        assertThat(held()).containsExactly("Kochkurs");
    }

    @Test
    void a_corrected_report_that_is_sent_again_is_no_status_of_today_either() {
        give(Exports.reports().report("A", "", "Nähkurs").report("B", "A", "Kochkurs"));
        hub.give("awo", Exports.awo().consent("3", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
        give(Exports.reports().report("A", "", "Nähkurs"));
        assertThat(held()).containsExactly("Kochkurs");

        give(Exports.reports().report("B", "A", "Kochkurs"));
        assertThat(hub.lines("awo").getLast()).contains("Kochkurs", ";stand;");
    }

    @Test
    void a_report_that_names_an_unknown_one_is_a_report_like_any_other() {
        give(Exports.reports().report("B", "never seen", "Kochkurs"));

        assertThat(held()).containsExactly("Kochkurs");
        assertThat(hub.lines("awo").getFirst()).contains(";neu;");
    }

    @Test
    void a_report_that_comes_after_its_correction_tells_nothing() {
        give(Exports.reports().report("B", "A", "Kochkurs"));
        give(Exports.reports().report("A", "", "Nähkurs"));

        assertThat(held()).containsExactly("Kochkurs");
        assertThat(hub.source("reports").repeated()).isEqualTo(1);
    }

    @Test
    void a_report_between_two_that_stand_joins_them() {
        give(Exports.reports().report("C", "B", "Malkurs").report("A", "", "Nähkurs"));
        assertThat(held()).containsExactlyInAnyOrder("Malkurs", "Nähkurs");

        give(Exports.reports().report("B", "A", "Kochkurs"));

        assertThat(held()).containsExactly("Malkurs");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void a_refused_report_that_is_replayed_after_its_correction_does_not_overwrite_it(int batchSize) throws IOException {
        start(batchSize, "correction");
        fail("1");
        give(Exports.reports().report("A", "", "Nähkurs").report("X", "", "Sportkurs", "AKTE", "BG-2"));
        mend();
        give(Exports.reports().report("B", "A", "Kochkurs"));

        assertThat(replay()).isEqualTo(new Replay.Result(1, 0, 0));

        assertThat(held()).containsExactlyInAnyOrder("Sportkurs", "Kochkurs");
        give(Exports.reports().report("A", "", "Nähkurs"));
        assertThat(held()).containsExactlyInAnyOrder("Sportkurs", "Kochkurs");
    }

    @Test
    void a_refused_correction_that_is_replayed_after_a_newer_one_does_not_overwrite_it() {
        give(Exports.reports().report("A", "", "Nähkurs"));
        fail("1");
        give(Exports.reports().report("B", "A", "Kochkurs"));
        mend();
        give(Exports.reports().report("C", "A", "Malkurs"));

        replay();

        assertThat(held()).containsExactly("Malkurs");
        give(Exports.reports().report("B", "A", "Kochkurs"));
        assertThat(held()).containsExactly("Malkurs");
    }

    @Test
    void a_refused_correction_corrects_when_it_is_replayed() {
        give(Exports.reports().report("A", "", "Nähkurs"));
        fail("1");
        give(Exports.reports().report("B", "A", "Kochkurs"));
        mend();

        replay();

        assertThat(held()).containsExactly("Kochkurs");
    }

    @Test
    void the_same_number_with_other_content_is_put_aside_and_nothing_else_happens() throws IOException {
        start(3, "refuse");
        give(Exports.reports().report("A", "", "Nähkurs"));
        give(Exports.reports().report("A", "", "Kochkurs").report("A", "", "Nähkurs"));

        assertThat(held()).containsExactly("Nähkurs");
        assertThat(hub.source("reports").quarantined()).isEqualTo(1);
        assertThat(hub.source("reports").repeated()).isEqualTo(1);
        assertThat(hub.allOf("reports/ack")).contains("HUB-INT-015");
        give(Exports.reports().report("D", "", "Malkurs"));
        assertThat(held()).as("it holds nothing of its case").containsExactly("Nähkurs", "Malkurs");
        assertThat(replay()).isEqualTo(new Replay.Result(0, 1, 0));
    }

    @Test
    void said_again_after_the_mapping_reads_more_it_is_a_repeat_and_only_then() throws IOException {
        start(3, "refuse", "  measure.kind: {from: MASSNAHMEART, optional: true}\n");
        give(Exports.reports().report("A", "", "Nähkurs", "MASSNAHMEART", "eins"));
        start(3, "refuse");
        give(Exports.reports().report("A", "", "Nähkurs", "MASSNAHMEART", "eins").report("D", "", "Malkurs"));

        assertThat(hub.source("reports").quarantined()).isZero();
        assertThat(hub.source("reports").repeated()).isEqualTo(1);
        give(Exports.reports().report("A", "", "Nähkurs", "MASSNAHMEART", "zwei"));
        assertThat(hub.source("reports").quarantined()).as("read by the same version").isEqualTo(1);
    }
}
