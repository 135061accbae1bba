package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.delivery.OpenTasks;
import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was sealed and sent under a consent that is withdrawn may be used no longer: each recipient learns it once. */
class StopNoticeTest {

    private static final Consents.File FILE = new Consents.File("awo", "AWO-7");
    private static final String BY = "Anna Beispiel";
    private static final LocalDate TODAY = LocalDate.now();

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final AtomicBoolean dies = new AtomicBoolean();
    private TestHub hub;

    @BeforeEach
    void enrolled() throws IOException {
        Files.createDirectories(folder.resolve("config/test/connectors/altes-csv"));
        Files.createDirectories(folder.resolve("config/test/instances"));
        Checkpoints killing = name -> {
            if (name.equals("consent.before-commit") && dies.getAndSet(false)) {
                throw new IllegalStateException("killed");
            }
        };
        hub = new TestHub(database, folder, 50, killing, Set.of(), TOOLS_AND_RULES);
        hub.give("jobcenter", stock());
        hub.run();
        give("E-1");
        aMeasureBegins("Nähkurs Muster");
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    @Test
    void eachRecipientIsToldOnceUnderItsOwnFileNumberAndWithoutAReason() {
        String given = hub.lines("awo").getLast();

        withdraw();
        hub.run();
        hub.run();

        assertThat(hub.lines("awo")).hasSize(2);
        assertThat(hub.lines("awo").getLast()).startsWith("AWO-7;").contains(";stopp;", column(given, 12))
                .doesNotContain("Nähkurs", "iderruf", "inwillig");
        assertThat(hub.bean(CorrectionTasks.class).open()).as("its tool takes no such notice").singleElement()
                .satisfies(task -> assertThat(hub.jdbc().sql("select id from hub.instance where no = ?")
                        .param(task.recipientNo()).query(String.class).single()).isEqualTo("amtsstube"));
        assertThat(hub.allOf("amtsstube")).contains("AS-1").doesNotContain("stop");
        int amtsstube = hub.bean(CorrectionTasks.class).open().getFirst().recipientNo();
        assertThat(hub.bean(OpenTasks.class).of(amtsstube, 10)).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo(OpenTasks.What.STOP);
            assertThat(line.number()).isEqualTo("AS-1");
            assertThat(hub.allOf("amtsstube")).as("as its tool has it").contains(line.deliveryId());
            assertThat(hub.bean(CorrectionTasks.class).confirm(amtsstube + 1, line.id(), "fremd")).isFalse();
            assertThat(hub.bean(CorrectionTasks.class).confirm(amtsstube, line.id(), "Anna Beispiel")).isTrue();
        });
        assertThat(hub.bean(OpenTasks.class).of(amtsstube, 10)).singleElement().satisfies(line -> {
            assertThat(line.open()).isFalse();
            assertThat(line.confirmedBy()).isEqualTo("Anna Beispiel");
        });
    }

    @Test
    void whatGoesByALawGoesOnAndIsNotStopped() {
        withdraw();
        aMeasureBegins("Schreinern Muster");

        assertThat(hub.allOf("caritas")).contains("Nähkurs", "Schreinern").doesNotContain("stopp");
        assertThat(hub.allOf("awo")).doesNotContain("Schreinern");
    }

    @Test
    void whatWasSealedForWhoIsDownGoesAndTheNoticeBehindIt() {
        hub.isDown("awo");
        aMeasureBegins("Schreinern Muster");
        withdraw();
        hub.isUp("awo");
        hub.run();

        assertThat(hub.lines("awo")).extracting(line -> column(line, 2))
                .containsExactly("neu", "neu", "stopp", "stopp");
    }

    @Test
    void aKilledWithdrawalLeavesNothingAndTheNextOneTellsOnce() {
        dies.set(true);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::withdraw);
        hub.run();
        assertThat(hub.lines("awo")).hasSize(1);

        withdraw();
        hub.run();
        assertThat(hub.lines("awo")).hasSize(2);
    }

    @Test
    void anotherConsentTellsAnewAndItsWithdrawalStopsOnlyThat() {
        withdraw();
        hub.run();
        give("E-2");
        hub.give("jobcenter", stock("Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026"));
        hub.run();
        withdraw();
        hub.run();

        assertThat(hub.lines("awo")).extracting(line -> column(line, 2))
                .containsExactly("neu", "stopp", "stand", "stopp");
        assertThat(column(hub.lines("awo").getLast(), 13)).isEqualTo(column(hub.lines("awo").get(2), 12));
    }

    @Test
    void whatIsLaidOutAndNotCollectedIsTakenBackAndNeedsNoNotice() {
        hub.laysOut("awo");
        aMeasureBegins("Schreinern Muster");
        assertThat(hub.lying()).contains("Schreinern");

        withdraw();
        hub.run();

        assertThat(hub.lying()).doesNotContain("Schreinern");
        hub.collect("awo");
        assertThat(hub.lines("awo")).extracting(line -> column(line, 2)).as("of what it has had before").containsExactly("neu", "stopp");
        give("E-2");
        hub.give("jobcenter", stock("Maßnahme", "Tischlern Muster", "Eintritt", "01.04.2026"));
        hub.run();
        assertThat(hub.lying()).contains("Tischlern");
    }

    @Test
    void whatWasDownloadedOnThePageAndStillLiesThereIsTakenBackAndStopped() {
        hub.laysOut("awo");
        aMeasureBegins("Schreinern Muster");
        hub.jdbc().sql("update hub.delivery_batch set fetched_at = now() where staged_at is not null").update();

        withdraw();
        hub.run();

        assertThat(hub.lying()).doesNotContain("Schreinern");
        hub.collect("awo");
        assertThat(hub.lines("awo")).extracting(line -> column(line, 2)).containsExactly("neu", "stopp", "stopp");
    }

    @Test
    void whatIsLaidOutOfOthersInTheSameFileIsLaidOutAgain() {
        hub.laysOut("awo");
        hub.give("awo", Exports.awo().entry("80", "AWO-8", "fall_eroeffnet", "Testmann", "Probe", "07.08.1991")
                .consent("81", "AWO-8", "Testmann", "Probe", "07.08.1991", "EINW_EMPFAENGER", "wohlfahrtsverband",
                        "AZ_STELLEN", "jobcenter", "AZ_NUMMERN", "222B222222").toString());
        hub.run();
        hub.give("jobcenter", Exports.jobcenter()
                .person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", "Maßnahme", "Schreinern Muster", "Eintritt", "01.04.2026")
                .person("222B222222", "Testmann", "Probe", "07.08.1991", "Maßnahme", "Schreinern Muster", "Eintritt", "01.04.2026")
                .toString());
        hub.run();
        assertThat(hub.lying().lines().filter(line -> line.contains("Schreinern"))).hasSize(2);

        withdraw();
        hub.run();

        assertThat(hub.lying().lines().filter(line -> line.contains("Schreinern"))).singleElement().asString().contains("AWO-8");
    }

    @Test
    void whatASecondConsentAllowsIsNotStopped() {
        give("E-2");
        hub.bean(Consents.class).withdraw(FILE, Optional.of("E-1"), TODAY, BY);
        hub.run();

        assertThat(hub.allOf("awo")).doesNotContain("stopp");
    }

    private void withdraw() {
        hub.bean(Consents.class).withdraw(FILE, Optional.empty(), TODAY, BY);
    }

    private void give(String number) {
        hub.give("awo", Exports.awo().consent(number.substring(2), "AWO-7", "Musterfrau", "Beispiela", "05.06.1990",
                "EINW_EMPFAENGER", "wohlfahrtsverband,kommunales_case_management", "AZ_STELLEN",
                "jobcenter,kommunales_case_management", "AZ_NUMMERN", "111A111111,AS-1").toString());
        hub.run();
    }

    private static String column(String line, int no) {
        return line.split(";", -1)[no];
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure).toString();
    }

    private void aMeasureBegins(String name) {
        hub.give("jobcenter", stock("Maßnahme", name, "Eintritt", "01.03.2026"));
        hub.run();
    }

    private static final Map<String, String> TOOLS_AND_RULES = Map.of("instances/awo.yaml", """
            title: AWO, alles in einer Reihe
            connector: wohlfahrt-csv
            municipality: "05758004"
            lanes: 1
            receive: {transport: file, folder: in/awo}
            acknowledgements: {transport: file, folder: ack/awo}
            deliver: {transport: file, folder: out/awo}
            """, "instances/amtsstube.yaml", """
            title: Amtsstube
            connector: altes-csv
            municipality: "05758012"
            mode: live
            release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
            deliver: {transport: file, folder: out/amtsstube}
            """, "connectors/altes-csv/connector.yaml", """
            title: Werkzeug, das nur Neues aufnimmt (nur für Tests)
            authority: kommunales-case-management
            interim: true
            purpose: Maßnahmen
            legalBasis: Einwilligung nach Art. 6 Abs. 1 lit. a DSGVO
            retention: P7D
            deliver:
              idempotence: ledger
              format: {type: csv, charset: UTF-8, delimiter: ";", quote: '"', lineEnd: CRLF, byteOrderMark: false}
            """, "connectors/altes-csv/deliver.yaml", """
            events: [measure.started]
            columns:
              AKTE: {from: recipient.case, required: true}
              MASSNAHME: {from: measure.name}
              HUB_ID: {from: delivery.id, required: true}
            """, "sharing.yaml", """
            rules:
              - id: mit-einwilligung
                from: jobcenter
                to: ["instance:awo", kommunales-case-management]
                events: [measure.started]
                fields: [event.occurredOn, "measure.*"]
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
}
