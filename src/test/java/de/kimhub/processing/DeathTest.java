package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody died: what rests on their consent ends, also what is queued or laid out; what a law asks for goes on. */
class DeathTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void enrolled() throws IOException {
        for (String made : new String[] {"connectors/amt-csv", "connectors/stelle-csv", "instances"}) {
            Files.createDirectories(folder.resolve("config/test").resolve(made));
        }
        hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), files());
        hub.give("jobcenter", stock());
        hub.run();
        hub.give("awo", Exports.awo().consent("1", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990",
                "EINW_QUELLEN", "jobcenter,auslaenderbehoerde", "EINW_EMPFAENGER", "wohlfahrtsverband,sonstige",
                "AZ_STELLEN", "jobcenter,auslaenderbehoerde,sonstige", "AZ_NUMMERN", "111A111111,A-1,S-1").toString());
        hub.run();
        hub.give("amt", amt("1;A-1;lebt;01.02.2026;"));
        hub.run();
        begins("Nähkurs Muster");
        assertThat(hub.allOf("stelle")).contains("S-1;Nähkurs");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void what_rests_on_a_consent_is_neither_sent_nor_left_lying_and_what_a_law_asks_for_goes_on() {
        hub.isDown("stelle");
        hub.laysOut("awo");
        begins("Kochkurs Muster");
        begins("Malkurs Muster");
        assertThat(hub.lying()).contains("Kochkurs", "Malkurs");

        hub.give("amt", amt("2;A-1;verstorben;01.04.2026;"));
        hub.run();
        begins("Tanzkurs Muster");
        assertThat(hub.lying()).as("laid out for awo").doesNotContain("kurs Muster");
        hub.isUp("stelle");
        hub.run();

        assertThat(hub.allOf("stelle")).as("sealed before it was known; queued then").contains("Kochkurs")
                .doesNotContain("Malkurs", "Tanzkurs");
        assertThat(hub.allOf("caritas")).as("by a law").contains("Nähkurs", "Kochkurs", "Malkurs", "Tanzkurs");
        assertThat(hub.lines("awo")).as("what it has is not stopped").noneMatch(line -> line.contains("stopp"));
        assertThat(hub.jdbc().sql("select distinct reason from hub.withdrawn_item").query(String.class).list()).contains("DECEASED");
        assertThat(hub.bean(Consents.class).of(new Consents.File("awo", "AWO-7"), "test")).singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(RecordedConsent.State.DECEASED));
        hub.assertEverythingAddsUp();
    }

    @Test
    void who_the_consent_names_learns_of_the_death_itself_and_a_mistake_is_taken_back() {
        hub.give("amt", amt("2;A-1;verstorben;01.04.2026;"));
        hub.run();
        assertThat(hub.allOf("stelle")).contains("S-1;;01.04.2026");

        hub.give("amt", amt("2;A-1;verstorben;01.04.2026;storniert"));
        hub.run();
        begins("Tanzkurs Muster");
        assertThat(hub.allOf("stelle")).as("the consent counts again").contains("S-1;Tanzkurs");
        hub.assertEverythingAddsUp();
    }

    private static String amt(String line) {
        return "NUMMER;AKTE;ART;DATUM;STATUS\r\n" + line + "\r\n";
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure).toString();
    }

    private void begins(String name) {
        hub.give("jobcenter", stock("Maßnahme", name, "Eintritt", "01.03.2026"));
        hub.run();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        files.put("instances/amt.yaml", """
                title: Amt
                connector: amt-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/amt}
                """);
        files.put("connectors/amt-csv/connector.yaml", """
                title: Ausländerbehörde, die Todesfälle mitteilt (nur für Tests)
                authority: auslaenderbehoerde
                interim: true
                purpose: Todesfälle
                legalBasis: nur für Tests
                retention: P7D
                receive:
                  delivery: events
                  format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"'}
                """);
        files.put("connectors/amt-csv/receive.yaml", """
                record:
                  key: [NUMMER]
                fields:
                  case.number: {from: AKTE, required: true}
                  event.occurredOn: {from: DATUM, as: date, format: dd.MM.yyyy}
                events:
                  - type: case.opened
                    when: {column: ART, equals: lebt}
                  - type: person.deceased
                    when: {column: ART, equals: verstorben}
                    retracts: {column: STATUS, equals: storniert}
                """);
        files.put("instances/stelle.yaml", """
                title: Stelle
                connector: stelle-csv
                municipality: "05758012"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                lanes: 1
                deliver: {transport: file, folder: out/stelle}
                """);
        files.put("connectors/stelle-csv/connector.yaml", """
                title: Stelle (nur für Tests)
                authority: sonstige
                interim: true
                purpose: Maßnahmen
                legalBasis: Einwilligung
                retention: P7D
                capabilities: [retracts]
                deliver:
                  idempotence: ledger
                  format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"', lineEnd: CRLF, byteOrderMark: false}
                """);
        files.put("connectors/stelle-csv/deliver.yaml", """
                events: [measure.started, person.deceased]
                columns:
                  AKTE: {from: recipient.case, required: true}
                  MASSNAHME: {from: measure.name}
                  DATUM: {from: event.occurredOn, as: date, format: dd.MM.yyyy}
                  HUB_ID: {from: delivery.id, required: true}
                  ERSETZT: {from: delivery.replaces}
                """);
        files.put("sharing.yaml", """
                rules:
                  - id: mit-einwilligung
                    from: jobcenter
                    to: ["instance:awo", sonstige]
                    events: [measure.started]
                    fields: [event.occurredOn, "measure.*"]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    retention: P1Y
                  - id: todesfall
                    from: auslaenderbehoerde
                    to: sonstige
                    events: [person.deceased]
                    fields: [event.occurredOn]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    retention: P1Y
                  - id: nach-gesetz
                    from: jobcenter
                    to: "instance:caritas"
                    events: [measure.started]
                    fields: [event.occurredOn, "measure.*"]
                    purpose: case-management
                    legalBasis: ein Gesetz, nur für Tests
                    consent: not-needed
                    unknownPerson: first-contact
                    retention: P1Y
                """);
        return files;
    }
}
