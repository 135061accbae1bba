package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file of which a snapshot has several rows. */
class VanishedPersonTest {

    private static final Path CONNECTOR = Path.of("src/test/resources/connectors/meldungen-csv/connector.yaml");
    private static final String[] HERS = {"NAME", "Musterfrau", "VORNAME", "Beispiela", "GEBURT", "05.06.1990"};
    private static final String[] HIS = {"NAME", "Probenko", "VORNAME", "Boris", "GEBURT", "03.11.1984"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void what_a_vanished_row_said_of_the_person_is_not_said_any_more() throws IOException {
        String snapshot = Files.readString(CONNECTOR).replace("delivery: events", "delivery: snapshot");
        try (TestHub hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), Map.of(
                "connectors/meldungen-csv/connector.yaml", snapshot,
                "connectors/meldungen-csv/receive.yaml", """
                record:
                  key: [NUMMER]
                fields:
                  case.number: {from: AKTE, required: true}
                  event.occurredOn: {from: DATUM, as: date, format: dd.MM.yyyy, required: true}
                  person.names.official.family: {from: NAME, as: name}
                  person.names.official.given: {from: VORNAME, as: name}
                  person.birth.date: {from: GEBURT, as: partial-date, format: dd.MM.yyyy}
                  measure.name: {from: MASSNAHME}
                events:
                  - type: measure.started
                    when: {column: ART, equals: beginn}
                    watch: [MASSNAHME]
                """,
                "instances/reports.yaml", """
                title: Meldungen
                connector: meldungen-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/reports}
                acknowledgements: {transport: file, folder: ack/reports}
                """))) {
            hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                    .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990").toString());
            hub.give("reports", Exports.reports().report("1", "", "Nähkurs", HERS).report("2", "", "Kochkurs", HIS).toString());
            hub.run();
            assertThat(personOf(hub, "reports")).isEqualTo(personOf(hub, "awo"));

            hub.give("reports", Exports.reports().report("2", "", "Kochkurs", HIS).toString());
            hub.run();

            assertThat(hub.jdbc().sql("select count(*) from hub.record_state where vanished").query(Long.class).single())
                    .isEqualTo(1);
            assertThat(personOf(hub, "reports")).isNotEqualTo(personOf(hub, "awo"));
        }
    }

    private static long personOf(TestHub hub, String instance) {
        return hub.jdbc().sql("select s.person_id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                + "where i.id = ?").param(instance).query(Long.class).single();
    }
}
