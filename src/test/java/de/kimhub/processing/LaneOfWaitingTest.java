package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.delivery.Outbox;
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

/** What waited from before a consent is decided as nobody's, and goes by a law: in the lane of its file, like the rest of it. */
class LaneOfWaitingTest {

    private static final int LANES = 32;
    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void whatWaitedFromBeforeAConsentGoesInTheLaneOfItsFile() throws IOException {
        Files.createDirectories(folder.resolve("config/test/connectors/stelle-csv"));
        Files.createDirectories(folder.resolve("config/test/instances"));
        try (TestHub hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), TOOL_AND_LAW)) {
            hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Beispielfrau", PERSON[1], PERSON[2])
                    .consent("2", "AWO-7", "Beispielfrau", PERSON[1], PERSON[2]).toString());
            hub.run();
            measure(hub);
            measure(hub, "Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026");
            assertThat(hub.recipient("stelle").inReview()).as("in doubt whose it is").isEqualTo(1);

            hub.give("caritas", Exports.awo().entry("1", "CAR-1", "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2])
                    .consent("2", "CAR-1", PERSON[0], PERSON[1], PERSON[2], "AZ_STELLEN", "jobcenter", "AZ_NUMMERN",
                            "111A111111").toString());
            hub.run();
            hub.run();
            measure(hub, "Maßnahme", "Kochkurs Muster", "Eintritt", "01.04.2026");

            long file = hub.jdbc().sql("select s.id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                    + "where i.id = 'jobcenter'").query(Long.class).single();
            assertThat(hub.allOf("caritas")).as("said before the consent").doesNotContain("Nähkurs");
            assertThat(hub.lines("stelle")).hasSize(2);
            assertThat(hub.jdbc().sql("select distinct lane from hub.delivery_batch b join hub.instance i on i.no = b.recipient_no "
                    + "where i.id = 'stelle'").query(Integer.class).list()).containsExactly(Outbox.lane(file, LANES));
            assertThat(Outbox.lane(file, LANES)).as("else this would prove nothing").isNotEqualTo(Outbox.lane(0, LANES));
            hub.assertEverythingAddsUp();
        }
    }

    private static void measure(TestHub hub, String... measure) {
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", PERSON[0], PERSON[1], PERSON[2], measure).toString());
        hub.run();
    }

    private static final Map<String, String> TOOL_AND_LAW = Map.of("instances/stelle.yaml", """
            title: Stelle
            connector: stelle-csv
            municipality: "05758012"
            mode: live
            release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
            lanes: %d
            deliver: {transport: file, folder: out/stelle}
            """.formatted(LANES), "connectors/stelle-csv/connector.yaml", """
            title: Stelle (nur für Tests)
            authority: sonstige
            interim: true
            purpose: Maßnahmen
            legalBasis: ein Gesetz
            retention: P7D
            deliver:
              idempotence: ledger
              format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"', lineEnd: CRLF, byteOrderMark: false}
            """, "connectors/stelle-csv/deliver.yaml", """
            events: [measure.started]
            columns:
              MASSNAHME: {from: measure.name}
              HUB_ID: {from: delivery.id, required: true}
            """, "sharing.yaml", """
            rules:
              - id: mit-einwilligung
                from: jobcenter
                to: wohlfahrtsverband
                events: [measure.started]
                fields: [event.occurredOn, "measure.*"]
                purpose: case-management
                legalBasis: Einwilligung
                consent: required
                retention: P1Y
              - id: nach-gesetz
                from: jobcenter
                to: "instance:stelle"
                events: [measure.started]
                fields: [event.occurredOn, "measure.*"]
                purpose: case-management
                legalBasis: ein Gesetz, nur für Tests
                consent: not-needed
                unknownPerson: first-contact
                retention: P1Y
            """);
}
