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

/** A body that has no file of a person who consented learns once who would like to be met, and no more. */
class FirstContactTest {

    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void whoHasNoFileLearnsOnceWhoItIsAndWhoHasOneEverythingUnderItsOwnNumber() throws IOException {
        Files.createDirectories(folder.resolve("config/test/instances"));
        Files.createDirectories(folder.resolve("config/test/connectors/beratung-csv"));
        try (TestHub hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), TOOL_AND_RULES)) {
            hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2])
                    .entry("2", "AWO-7", "vermittlung", PERSON[0], PERSON[1], PERSON[2], "WEITER_AN", "sonstige", "THEMA", "wohnen")
                    .toString());
            hub.run();
            assertThat(hub.files("beratung")).as("without a consent").isEmpty();

            hub.give("awo", Exports.awo().consent("3", "AWO-7", PERSON[0], PERSON[1], PERSON[2], "EINW_QUELLEN",
                    "wohlfahrtsverband", "EINW_EMPFAENGER", "sonstige").toString());
            hub.give("awo", referral("4", "wohnen") );
            hub.give("awo", referral("5", "arbeit"));
            hub.run();

            assertThat(hub.lines("beratung")).singleElement().asString().startsWith(";Musterfrau;Beispiela;1990-06-05;")
                    .contains("wohnen").doesNotContain("AWO-7", "Musterweg", "32257");
            assertThat(hub.jdbc().sql("select reason from hub.withdrawn_item").query(String.class).list())
                    .containsExactly("FIRST_CONTACT_MADE");

            hub.give("awo", Exports.awo().consent("6", "AWO-7", PERSON[0], PERSON[1], PERSON[2], "EINW_QUELLEN",
                    "wohlfahrtsverband", "EINW_EMPFAENGER", "sonstige", "AZ_STELLEN", "sonstige", "AZ_NUMMERN", "B-5").toString());
            hub.give("awo", referral("7", "ausbildung_studium"));
            hub.run();
            assertThat(hub.lines("beratung")).hasSize(2);
            assertThat(hub.lines("beratung").getLast()).startsWith("B-5;").contains("ausbildung-studium", "Musterweg");
            hub.assertEverythingAddsUp();
        }
    }

    private static String referral(String number, String theme) {
        return Exports.awo().entry(number, "AWO-7", "vermittlung", PERSON[0], PERSON[1], PERSON[2], "WEITER_AN", "sonstige",
                "THEMA", theme, "STRASSE", "Musterweg", "PLZ", "32257").toString();
    }

    private static final Map<String, String> TOOL_AND_RULES = Map.of("instances/beratung.yaml", """
            title: Beratungsstelle
            connector: beratung-csv
            municipality: "05758012"
            mode: live
            release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
            deliver: {transport: file, folder: out/beratung}
            """, "connectors/beratung-csv/connector.yaml", """
            title: Beratungsstelle, die Erstkontakte aufnimmt (nur für Tests)
            authority: sonstige
            interim: true
            purpose: Vermittlung
            legalBasis: Einwilligung
            retention: P7D
            deliver:
              idempotence: ledger
              format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"', lineEnd: CRLF, byteOrderMark: false}
            """, "connectors/beratung-csv/deliver.yaml", """
            events: [case.referred]
            columns:
              AKTE: {from: recipient.case}
              NAME: {from: person.names.official.family}
              VORNAME: {from: person.names.official.given}
              GEBURT: {from: person.birth.date}
              THEMA: {from: consultation.theme}
              STRASSE: {from: person.addresses.main.street}
              PLZ: {from: person.addresses.main.postalCode}
              HUB_ID: {from: delivery.id, required: true}
            """, "sharing.yaml", """
            rules:
              - id: vermittlung
                from: wohlfahrtsverband
                to: "instance:beratung"
                events: [case.referred]
                fields: [event.occurredOn, "person.names.official.*", person.birth.date, "person.addresses.main.*",
                         consultation.theme]
                purpose: case-management
                legalBasis: Einwilligung
                consent: required
                unknownPerson: first-contact
                retention: P1Y
            """);
}
