package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.privacy.RetentionRun;
import de.kimhub.testing.Database;
import de.kimhub.testing.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * One woman at Ausländerbehörde, AWO and Jobcenter, with the shipped connectors, instances and rules: what each tool
 * holds before her consent, with it, under an Auskunftssperre, and after she withdrew.
 */
class OnePersonTest {

    private static final String[] HER = {"Musterfrau", "Beispiela", "05.06.1990"};
    private static final String[] FOREIGN_TO_AWO = {"111A111111", "222B222222", OfficeMessages.APPLICATION, OfficeMessages.AZR,
            OfficeMessages.KENNZIFFER, "BG-7", "Verborgener Weg", "Müsterfrau", "Anders"};

    @RegisterExtension
    final Database database = new Database();
    @RegisterExtension
    final Database another = new Database();

    @TempDir
    Path folder;

    private OfficeMessages abh = new OfficeMessages();
    private TestHub hub;

    @BeforeEach
    void theDemosInstallation() throws IOException {
        hub = start(database, "one");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void whatEachToolHoldsFromTheFirstMessageToAfterTheWithdrawal() {
        before();
        theToolsHold("before the consent: only what a law demands", """
                AWO       | -
                Amt       | ohne Fallnummer, massnahme_begonnen, neu, Nähkurs Muster, Werkstatt Muster
                Jobcenter | -
                ABH       | -
                """);
        consent();
        theToolsHold("with the consent: nothing of what was before, and the Jobcenter knows whose rows are wanted", """
                AWO       | -
                Amt       | ohne Fallnummer, massnahme_begonnen, neu, Nähkurs Muster, Werkstatt Muster
                Jobcenter | Teilnehmende: "111A111111"
                ABH       | -
                """);
        stands("Nähkurs Muster", "");
        tell(abh.appointment("2026-03-10", "2026-04-20", "Raum 114"));
        theToolsHold("the unchanged row of the number that she showed is the status; the next message tells the next", """
                AWO       | AWO-7, massnahme_begonnen, stand, Nähkurs Muster, 01.03.2026, Werkstatt Muster
                          | AWO-7, termin_angeboten, neu, 20.04.2026 09:30, Raum 114, Vorsprache
                Amt       | ohne Fallnummer, massnahme_begonnen, neu, Nähkurs Muster, Werkstatt Muster
                          | ohne Fallnummer, massnahme_begonnen, stand, Nähkurs Muster, Werkstatt Muster
                Jobcenter | Teilnehmende: "111A111111"
                ABH       | -
                """);
        hub.isDown("awo");
        tell(abh.appointment("2026-03-11", "2026-04-21", "Raum 115"));
        tell(abh.appointment("2026-03-12", "2026-04-22", "Raum 116"));
        tell(abh.block("2026-03-13"));
        hub.isUp("awo");
        hub.run();
        theToolsHold("blocked: 115 was under way, 116 waited; what says where she is may be used no longer", """
                AWO       | AWO-7, massnahme_begonnen, stand, Nähkurs Muster, 01.03.2026, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 20.04.2026 09:30, Raum 114, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 21.04.2026 09:30, Raum 115, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 22.04.2026 09:30, Vorsprache
                Amt       | ohne Fallnummer, massnahme_begonnen, neu, Nähkurs Muster, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | ohne Fallnummer, massnahme_begonnen, stand, Nähkurs Muster, Werkstatt Muster - NICHT WEITER VERWENDEN
                Jobcenter | Teilnehmende: "111A111111"
                ABH       | quittungVonSachverhalten.quittung.0020
                """);
        tell(abh.blockGone("2026-03-15"));
        tell(abh.appointment("2026-03-16", "2026-04-24", "Raum 118"));
        hub.laysOut("awo");
        stands("Nähkurs Muster", "30.06.2026");
        theToolsHold("lifted by what is missing: places are told again; the end of the measure lies ready for the AWO", """
                AWO       | AWO-7, massnahme_begonnen, stand, Nähkurs Muster, 01.03.2026, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 20.04.2026 09:30, Raum 114, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 21.04.2026 09:30, Raum 115, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 22.04.2026 09:30, Vorsprache
                          | AWO-7, termin_angeboten, neu, 24.04.2026 09:30, Raum 118, Vorsprache
                Amt       | ohne Fallnummer, massnahme_begonnen, neu, Nähkurs Muster, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | ohne Fallnummer, massnahme_begonnen, stand, Nähkurs Muster, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | ohne Fallnummer, massnahme_beendet, neu, Nähkurs Muster, Werkstatt Muster
                Jobcenter | Teilnehmende: "111A111111"
                ABH       | quittungVonSachverhalten.quittung.0020
                          | quittungVonSachverhalten.quittung.0020
                liegt aus | AWO-7, massnahme_beendet, neu, Nähkurs Muster, 01.03.2026, 30.06.2026, Werkstatt Muster
                """);
        long queued = hub.give("jobcenter", stock("Schreinern Muster", ""));
        hub.bean(Processing.class).work(queued);
        assertThat(waitingForAwo()).as("queued, and nobody delivers yet").isPositive();
        withdrawal();
        assertThat(String.join("", hub.laidOut())).as("taken back").doesNotContain("Nähkurs", "Schreinern");
        hub.collect("awo");
        theToolsHold("withdrawn: neither what was queued nor what lay ready is hers any more; the law's delivery goes on", """
                AWO       | AWO-7, massnahme_begonnen, stand, Nähkurs Muster, 01.03.2026, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 20.04.2026 09:30, Raum 114, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 21.04.2026 09:30, Raum 115, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 22.04.2026 09:30, Vorsprache - NICHT WEITER VERWENDEN
                          | AWO-7, termin_angeboten, neu, 24.04.2026 09:30, Raum 118, Vorsprache - NICHT WEITER VERWENDEN
                Amt       | ohne Fallnummer, massnahme_begonnen, neu, Nähkurs Muster, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | ohne Fallnummer, massnahme_begonnen, stand, Nähkurs Muster, Werkstatt Muster - NICHT WEITER VERWENDEN
                          | ohne Fallnummer, massnahme_beendet, neu, Nähkurs Muster, Werkstatt Muster
                          | ohne Fallnummer, massnahme_begonnen, neu, Schreinern Muster, Werkstatt Muster
                Jobcenter | -
                ABH       | quittungVonSachverhalten.quittung.0020
                          | quittungVonSachverhalten.quittung.0020
                """);
        String after = new Shelves(hub).table();
        tell(abh.status("2026-03-20", "05"));
        tell(abh.appointment("2026-03-21", "2026-04-30", "Raum 119"));
        hub.collect("awo");
        assertThat(new Shelves(hub).table()).isEqualTo(after);
        hub.assertEverythingAddsUp();
    }

    @Test
    void whatIsLaidOutComesAgainWithoutThePlaceWhenABlockComes() {
        before();
        consent();
        hub.laysOut("awo");
        tell(abh.appointment("2026-03-10", "2026-04-20", "Raum 114"));
        assertThat(String.join("", hub.laidOut())).contains("Raum 114");

        tell(abh.block("2026-03-13"));

        assertThat(hub.lying()).contains("20.04.2026 09:30").doesNotContain("Raum 114");
        hub.assertEverythingAddsUp();
    }

    @Test
    void aBlockThatTheFederalOfficeTellsOfEndsWithTheMessageThatSaysNothingOfIt() {
        before();
        consent();
        hub.give("bamf", "sperre.xml", bytes(abh.toFederalOffice("2026-03-13", true)));
        tell(abh.appointment("2026-03-14", "2026-04-20", "Raum 114"));
        hub.give("bamf", "ohne.xml", bytes(abh.toFederalOffice("2026-03-15", false)));
        tell(abh.appointment("2026-03-16", "2026-04-21", "Raum 115"));

        assertThat(new Shelves(hub).table()).contains("""
                AWO       | AWO-7, termin_angeboten, neu, 20.04.2026 09:30, Vorsprache
                          | AWO-7, termin_angeboten, neu, 21.04.2026 09:30, Raum 115, Vorsprache
                """);
    }

    @Test
    void whatTravelsToNobodyWaitsForAConsentAndGoesAfterSevenDays() {
        before();
        assertThat(hub.jdbc().sql("select distinct unnest(withheld) from hub.event where instance_no in (select no from "
                + "hub.instance where id in ('abh', 'jobcenter'))").query(String.class).list())
                .contains("awo:NOT_ENROLLED", "caritas:NOT_ENROLLED").doesNotContain("amt:NOT_ENROLLED", "ki:NOT_ENROLLED");
        String[] hers = {OfficeMessages.APPLICATION, OfficeMessages.AZR, "AWO-7"};
        assertThat(DatabaseSearch.of(hub).holding(hers)).as("the search finds what is there").isNotEmpty();

        age(6);
        assertThat(DatabaseSearch.of(hub).holding("AWO-7")).containsKey("identity.source_case.case_number");
        age(2);

        assertThat(DatabaseSearch.of(hub).holding(hers).keySet()).as("but the copies of the files, which stay 30 days")
                .isSubsetOf("hub.document_chunk.bytes");
    }

    /** The same messages of each office, once of one person and once of people whom no other office knows. */
    @Test
    void nobodysReceiptSaysWhetherAnotherOfficeKnowsThePerson() throws IOException {
        List<List<String>> known = receiptsWhenTheAwoHas(HER, "111A111111");
        hub.close();
        abh = new OfficeMessages();
        hub = start(another, "another");
        List<List<String>> unknown = receiptsWhenTheAwoHas(new String[] {"Fremd", "Frieda", "09.09.1970"}, "999Z999999");

        assertThat(known).isEqualTo(unknown);
        assertThat(known).allSatisfy(ofOne -> assertThat(ofOne).isNotEmpty());
    }

    private List<List<String>> receiptsWhenTheAwoHas(String[] person, String shown) {
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", person[0], person[1], person[2]).toString());
        hub.run();
        stands("", "");
        tell(abh.registered("2026-02-01"));
        tell(abh.block("2026-02-02"));
        tell(abh.status("2026-02-03", "kein Schlüssel"));
        stands("Nähkurs Muster", "");
        hub.give("awo", Exports.awo().consent("2", "AWO-7", person[0], person[1], person[2], "EINW_QUELLEN",
                        "jobcenter,auslaenderbehoerde", "AZ_STELLEN", "jobcenter", "AZ_NUMMERN", shown)
                .entry("3", "AWO-7", "beratung", person[0], person[1], "31.02.1990").toString());
        hub.run();
        return Stream.of("awo", "jobcenter", "abh").map(tool -> hub.files(tool + "/ack").stream().map(receipt -> receipt
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.+Z]+", "ZEIT").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID"))
                .toList()).toList();
    }

    private void theToolsHold(String when, String table) {
        assertThat(new Shelves(hub).table()).as(when).isEqualTo(table);
        assertThat(hub.files("caritas")).as("an association that does not have her").isEmpty();
        assertThat(hub.files("ki")).as("not named in the consent").isEmpty();
        assertThat(hub.files("jobcenter")).isEmpty();
        assertThat(hub.files("abh")).isEmpty();
        assertThat(hub.allOf("awo") + hub.allOf("awo/ack") + hub.lying() + hub.allOf("amt")).as("numbers and names of others")
                .doesNotContain(FOREIGN_TO_AWO);
        assertThat(hub.allOf("jobcenter/list") + hub.allOf("jobcenter/ack") + hub.allOf("abh/ack"))
                .doesNotContain("AWO", "222B222222", HER[2], "nwillig");
        assertThat(hub.allOf("amt")).doesNotContain("AWO-7", HER[0]);
    }

    private int waitingForAwo() {
        return hub.jdbc().sql("select count(*) from hub.outbox_item o join hub.instance i on i.no = o.recipient_no "
                + "where i.id = 'awo'").query(Integer.class).single();
    }

    private void age(int days) {
        for (String[] one : new String[][] {{"identity.source_case", "seen_at"}, {"identity.person", "created_at"},
                {"hub.source_document", "finished_at"}}) {
            hub.jdbc().sql("update " + one[0] + " set " + one[1] + " = " + one[1] + " - interval '" + days + " days'").update();
        }
        hub.bean(RetentionRun.class).run();
    }

    /** A first stock that tells of nobody; then a measure begins, the Ausländerbehörde confirms, the AWO opens a case. */
    private void before() {
        stands("", "");
        tell(abh.registered("2026-02-01"));
        tell(abh.status("2026-02-02", "01"));
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", HER[0], HER[1], HER[2]).toString());
        stands("Nähkurs Muster", "");
    }

    /** She showed letters of three offices; the Jobcenter writes her in another way, and has a namesake of hers. */
    private void consent() {
        hub.give("awo", Exports.awo().consent("2", "AWO-7", HER[0], HER[1], HER[2], "EINW_QUELLEN",
                "jobcenter,auslaenderbehoerde,bamf", "AZ_STELLEN", "jobcenter,auslaenderbehoerde,auslaenderbehoerde,bamf",
                "AZ_NUMMERN", String.join(",", "111A111111", OfficeMessages.APPLICATION, OfficeMessages.AZR,
                        OfficeMessages.KENNZIFFER)).toString());
        hub.run();
    }

    private void withdrawal() {
        hub.give("awo", Exports.awo().entry("9", "AWO-7", "widerruf", HER[0], HER[1], HER[2], "EINW_NUMMER", "E-2").toString());
        hub.run();
    }

    private void tell(String message) {
        hub.give("abh", "nachricht.xml", bytes(message));
        hub.run();
    }

    private void stands(String measure, String until) {
        hub.give("jobcenter", stock(measure, until));
        hub.run();
    }

    private static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    private static String stock(String measure, String until) {
        return Exports.jobcenter().person("111A111111", "Anders", "Müsterfrau", "01.01.1991", "BG-Nummer", "BG-7", "Ort",
                        "Verborgener Weg", "Maßnahme", measure, "Träger", measure.isEmpty() ? "" : "Werkstatt Muster", "Eintritt",
                        measure.isEmpty() ? "" : "01.03.2026", "Austritt", until)
                .person("222B222222", HER[0], HER[1], HER[2], "Maßnahme", "Kochkurs Muster", "Eintritt", "01.02.2026").toString();
    }

    private TestHub start(Database database, String name) throws IOException {
        Path at = folder.resolve(name);
        Files.createDirectories(at.resolve("config/test/instances"));
        return new TestHub(database, at, 500, Checkpoints.NONE, Set.of(), installation());
    }

    /** As the demo has it; and an office to which a law tells of measures: no shipped rule does that of a person. */
    private static Map<String, String> installation() {
        Path demo = Path.of("config/demo");
        Map<String, String> files = new HashMap<>();
        Map.of("abh", "abh-kreis-herford", "bamf", "bamf-herford", "awo", "awo-buende", "jobcenter", "jobcenter-herford",
                "caritas", "caritas-herford").forEach((id, shipped) -> files.put("instances/" + id + ".yaml",
                read(demo.resolve("instances/" + shipped + ".yaml"))));
        files.put("hub.yaml", read(demo.resolve("hub.yaml")));
        files.put("sharing.yaml", read(demo.resolve("sharing.yaml")).replace("\nfacts:", BY_LAW + "\nfacts:"));
        files.put("instances/amt.yaml", """
                title: Amt
                connector: wohlfahrt-csv
                authority: sonstige
                municipality: "05758012"
                deliver: {transport: file, folder: out/amt}
                """ + Released.LIVE);
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String BY_LAW = """

              - id: nach-gesetz
                from: jobcenter
                to: "instance:amt"
                events: [measure.started, measure.ended]
                fields: [event.occurredOn, measure.name, measure.provider]
                purpose: case-management
                legalBasis: ein Gesetz, nur für Tests
                consent: not-needed
                unknownPerson: first-contact
                retention: P1Y
            """;
}
