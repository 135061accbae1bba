package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.linkage.explanation.KnownFile;
import de.kimhub.linkage.explanation.KnownFiles;
import de.kimhub.message.Checkpoints;
import de.kimhub.processing.EventExplanation.Today;
import de.kimhub.sharing.DisclosureBlocks;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An Auskunftssperre takes effect in what is sealed from then on, whatever the rules say, until it is lifted. */
class DisclosureBlockTest {

    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};
    private static final String AZR = "990101000017";
    private static final String HEADER = "NUMMER;ERSETZT;AKTE;AZR;ART;DATUM;NAME;VORNAME;GEBURT;STRASSE;ORT;GEMEINDE;TELEFON;STAND\r\n";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;
    private int reports;

    @BeforeEach
    void anOfficeThatTellsAddressesAndHelpersWhoGetThem() throws IOException {
        Map<String, String> files = new HashMap<>(RULES_THAT_GIVE_ADDRESSES);
        for (String name : List.of("amt-csv", "anschrift-csv")) {
            Files.createDirectories(folder.resolve("config/test/connectors/" + name));
        }
        hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), files);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void whatWasQueuedBeforeTheBlockGoesWithoutTheAddressAndComesWithItAfterTheLift() {
        enrolled();
        hub.isDown("helfer");
        told("umzug", "Erstweg", "");          // sealed: it is sent again as it is
        told("umzug", "Zweitweg", "");         // waits behind it
        told("sperre", "", "");
        hub.isUp("helfer");
        hub.run();

        assertThat(hub.lines("helfer")).hasSize(2);
        assertThat(hub.lines("helfer").getFirst()).contains("Erstweg", "05221 000001", "05758012");
        assertThat(hub.lines("helfer").getLast()).contains("H-17").doesNotContain("Zweitweg", "Herford", "05221", "05758012");
        assertThat(hub.bean(CorrectionTasks.class).open()).as("of the first, which its tool cannot be told").hasSize(1);

        told("umzug", "Drittweg", "");
        assertThat(hub.allOf("helfer")).doesNotContain("Zweitweg", "Drittweg");
        told("aufgehoben", "", "");
        told("umzug", "Viertweg", "");
        assertThat(hub.lines("helfer").getLast()).contains("Viertweg", "05221 000001", "05758012");
        hub.assertEverythingAddsUp();
    }

    @Test
    void whatWaitsWhileTheBlockIsLiftedComesWithTheAddress() {
        enrolled();
        told("sperre", "", "");
        hub.isDown("helfer");
        told("umzug", "Erstweg", "");
        told("umzug", "Zweitweg", "");
        told("aufgehoben", "", "");
        hub.isUp("helfer");
        hub.run();

        assertThat(hub.lines("helfer")).hasSize(2);
        assertThat(hub.lines("helfer").getFirst()).as("sealed under the block").doesNotContain("Erstweg");
        assertThat(hub.lines("helfer").getLast()).contains("Zweitweg");
    }

    @Test
    void aBlockThatCameBeforeTheConsentCountsFromTheFirstDelivery() {
        told("sperre", "", "");
        assertThat(database.jdbc().sql("select count(*) from identity.source_case").query(Long.class).single()).isZero();
        enrolled();
        told("umzug", "Erstweg", "");

        assertThat(hub.lines("helfer")).singleElement().asString().contains("H-17").doesNotContain("Erstweg", "05221");
        assertThat(hub.bean(KnownFiles.class).of(database.jdbc().sql("select id from identity.source_case")
                .query(Long.class).list()).values()).isNotEmpty().allMatch(KnownFile::blocked);
    }

    @Test
    void aBlockToldUnderTheAzrNummerCountsForTheFileThatBearsIt() {
        enrolled();
        hub.isDown("helfer");
        told("umzug", "Erstweg", "");
        hub.isUp("helfer");
        hub.run();
        assertThat(hub.allOf("helfer")).contains("Erstweg");
        give("900", AZR, "", "sperre", "");
        told("umzug", "Zweitweg", "");

        assertThat(hub.lines("helfer").getLast()).contains("H-17").doesNotContain("Zweitweg", "05221");
        assertThat(hub.bean(CorrectionTasks.class).open()).as("of the first, which its tool cannot be told").hasSize(1);

        give("901", AZR, "", "aufgehoben", "");
        told("umzug", "Drittweg", "");
        assertThat(hub.lines("helfer").getLast()).contains("Drittweg");
    }

    @Test
    void aBlockToldUnderTheAzrNummerBeforeTheConsentCountsFromTheFirstDelivery() {
        give("900", AZR, "", "sperre", "");
        enrolled();
        told("umzug", "Erstweg", "");

        assertThat(hub.lines("helfer")).singleElement().asString().contains("H-17").doesNotContain("Erstweg", "05221");
        assertThat(hub.bean(KnownFiles.class).of(database.jdbc().sql("select id from identity.source_case")
                .query(Long.class).list()).values()).isNotEmpty().allMatch(KnownFile::blocked);
    }

    @Test
    void aBlockThatTheSourceTakesBackBlocksNoLonger() {
        enrolled();
        String number = told("sperre", "", "");
        told("umzug", "Erstweg", "");
        give(number, "sperre", "", "storniert");
        told("umzug", "Zweitweg", "");

        assertThat(hub.allOf("helfer")).contains("Zweitweg").doesNotContain("Erstweg");
    }

    @Test
    void anotherSourcesBlockCountsForAllFilesOfThePerson() {
        enrolled();
        long person = database.jdbc().sql("select min(person_id) from identity.source_case").query(Long.class).single();
        database.jdbc().sql("insert into identity.disclosure_block (instance_no, case_digest, event_id, says, code, occurred_on)"
                + " select instance_no, case_digest, 4711, 0, '', current_date from identity.source_case s"
                + " join hub.instance i on i.no = s.instance_no where i.id = 'awo'").update();
        told("umzug", "Erstweg", "");

        assertThat(hub.bean(DisclosureBlocks.class).of(List.of(person, 4711L))).containsExactly(person);
        assertThat(hub.lines("helfer")).singleElement().asString().doesNotContain("Erstweg");
    }

    @Test
    void theExplanationNamesTheLawAndNotTheAddress() {
        enrolled();
        told("sperre", "", "");
        told("umzug", "Erstweg", "");
        long event = database.jdbc().sql("select max(id) from hub.event").query(Long.class).single();

        EventExplanation explained = hub.bean(EventExplainer.class).explain(event, "Anna Beispiel").orElseThrow();

        assertThat(explained.recipients()).filteredOn(one -> one.instance().equals("helfer")).singleElement()
                .extracting(EventExplanation.AtRecipient::today).isInstanceOfSatisfying(Today.Gets.class, gets -> {
                    assertThat(gets.fields()).containsExactly("event.occurredOn");
                    assertThat(gets.without()).contains("§ 51 BMG");
                });
        assertThat(explained.toString()).doesNotContain("Erstweg");
    }

    @Test
    void aStandingBlockIsNeverForgottenAndALiftedOneIs() {
        enrolled();
        told("sperre", "", "");
        database.jdbc().sql("update identity.disclosure_block set noted_at = now() - interval '9 years'").update();
        assertThat(hub.bean(DisclosureBlocks.class).deleteExpired()).isZero();

        told("aufgehoben", "", "");
        assertThat(hub.bean(DisclosureBlocks.class).deleteExpired()).as("not at once").isZero();
        database.jdbc().sql("update identity.disclosure_block set noted_at = now() - interval '31 days'").update();
        assertThat(hub.bean(DisclosureBlocks.class).deleteExpired()).isEqualTo(2);
    }

    private void enrolled() {
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2])
                .consent("2", "AWO-7", PERSON[0], PERSON[1], PERSON[2], "EINW_QUELLEN", "auslaenderbehoerde",
                        "EINW_EMPFAENGER", "sonstige", "AZ_STELLEN", "auslaenderbehoerde,sonstige", "AZ_NUMMERN",
                        "ABH-1,H-17").toString());
        hub.run();
    }

    private String told(String kind, String street, String state) {
        String number = "" + ++reports;
        give(number, kind, street, state);
        return number;
    }

    private void give(String number, String kind, String street, String state) {
        give(number, "ABH-1", street, kind, state);
    }

    private void give(String number, String file, String street, String kind, String state) {
        hub.give("amt", HEADER + String.join(";", number, "", file, AZR, kind, "%02d.03.2026".formatted(Math.max(1, reports)), PERSON[0],
                PERSON[1], PERSON[2], street, street.isEmpty() ? "" : "Herford", street.isEmpty() ? "" : "05758012",
                street.isEmpty() ? "" : "05221 000001", state) + "\r\n");
        hub.run();
    }

    private static final Map<String, String> RULES_THAT_GIVE_ADDRESSES = Map.of("instances/amt.yaml", """
            title: Amt
            connector: amt-csv
            municipality: "05758012"
            mode: live
            release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
            receive: {transport: file, folder: in/amt}
            """, "instances/helfer.yaml", """
            title: Helferkreis
            connector: anschrift-csv
            municipality: "05758012"
            mode: live
            release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
            deliver: {transport: file, folder: out/helfer}
            """, "connectors/amt-csv/connector.yaml", """
            title: Amt, das Anschriften mitteilt (nur für Tests)
            authority: auslaenderbehoerde
            interim: true
            purpose: Auskunftssperren
            legalBasis: Einwilligung nach Art. 6 Abs. 1 lit. a DSGVO
            retention: P7D
            receive:
              delivery: events
              format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"', unusedColumns: [ERSETZT]}
            """, "connectors/amt-csv/receive.yaml", """
            record:
              key: [NUMMER]
            fields:
              case.number: {from: AKTE, required: true}
              person.identifiers.azr.value: {from: AZR}
              event.occurredOn: {from: DATUM, as: date, format: dd.MM.yyyy, required: true}
              person.names.official.family: {from: NAME, as: name}
              person.names.official.given: {from: VORNAME, as: name}
              person.birth.date: {from: GEBURT, as: partial-date, format: dd.MM.yyyy}
            events:
              - type: person.moved
                when: {column: ART, equals: umzug}
                retracts: {column: STAND, equals: storniert}
                fields:
                  person.addresses.main.street: {from: STRASSE}
                  person.addresses.main.town: {from: ORT}
                  person.telephone: {from: TELEFON}
                  event.municipality: {from: GEMEINDE, as: ags}
              - type: person.disclosure-block-set
                when: {column: ART, equals: sperre}
                retracts: {column: STAND, equals: storniert}
              - type: person.disclosure-block-lifted
                when: {column: ART, equals: aufgehoben}
                retracts: {column: STAND, equals: storniert}
            """, "connectors/anschrift-csv/connector.yaml", """
            title: Helferkreis, der Anschriften bekommt (nur für Tests)
            authority: sonstige
            interim: true
            purpose: Auskunftssperren
            legalBasis: Einwilligung nach Art. 6 Abs. 1 lit. a DSGVO
            retention: P7D
            deliver:
              idempotence: ledger
              format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"', lineEnd: CRLF, byteOrderMark: false}
            """, "connectors/anschrift-csv/deliver.yaml", """
            events: [person.moved]
            columns:
              AKTE: {from: recipient.case}
              DATUM: {from: event.occurredOn, as: date, format: dd.MM.yyyy, required: true}
              STRASSE: {from: person.addresses.main.street}
              ORT: {from: person.addresses.main.town}
              TELEFON: {from: person.telephone}
              GEMEINDE: {from: event.municipality}
              HUB_ID: {from: delivery.id, required: true}
            """, "sharing.yaml", """
            rules:
              - id: anschriften-an-helfer
                from: auslaenderbehoerde
                to: "instance:helfer"
                events: [person.moved]
                fields: [event.occurredOn, event.municipality, "person.addresses.*", person.telephone]
                purpose: case-management
                legalBasis: Einwilligung
                consent: required
                secrecyRelease: not-needed
                unknownPerson: withhold
                retention: P1Y
            """);
}
