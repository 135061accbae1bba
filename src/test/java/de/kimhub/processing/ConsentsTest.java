package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kimhub.processing.ConsentRefused.Refusal;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Consents that people record take the way of those that tools tell. */
class ConsentsTest {

    private static final Consents.File FILE = new Consents.File("awo", "AWO-7");
    private static final LocalDate TODAY = LocalDate.now();
    private static final String BY = "Anna Beispiel";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("jobcenter", stock());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    @Test
    void aConsentByHandInAFileOfNoToolLetsTheStatusOfTodayComeUnderTheOwnFileNumber() {
        RecordedConsent recorded = consents().give(FILE, form(null, Set.of(), person()), BY);
        aMeasureBegins("Nähkurs Muster");

        assertThat(recorded.state()).isEqualTo(RecordedConsent.State.IN_FORCE);
        assertThat(recorded.number()).startsWith("H-");
        assertThat(recorded.collectedBy()).isEqualTo(BY);
        assertThat(recorded.shownAt()).containsExactly("jobcenter");
        assertThat(recorded.representative()).isTrue();
        assertThat(hub.lines("awo")).isNotEmpty().allMatch(line -> line.startsWith("AWO-7;"));
        assertThat(hub.allOf("awo")).contains("Nähkurs Muster").doesNotContain("111A111111");
        assertThat(hub.jdbc().sql("select count(*) from hub.audit_entry where actor = ? and action = 'consent-given'")
                .param(BY).query(Long.class).single()).isEqualTo(1);
        assertThat(hub.source("awo").accepted()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsNotGivenAfterAWithdrawalByHandAndTheOtherConsentStays() {
        consents().give(FILE, form("F-1", Set.of(), person()), BY);
        consents().give(FILE, form("F-2", Set.of("kurs"), null), BY);
        hub.run();
        hub.isDown("awo");
        aMeasureBegins("Nähkurs Muster");
        hub.run();
        hub.give("jobcenter", stock("Maßnahme", "Schreinern Muster", "Eintritt", "01.04.2026"));
        hub.run();

        List<RecordedConsent> withdrawn = consents().withdraw(FILE, Optional.of("F-1"), TODAY, BY);
        hub.isUp("awo");
        hub.run();

        assertThat(withdrawn).extracting(RecordedConsent::number).containsExactly("F-1");
        assertThat(hub.allOf("awo")).as("sealed before").contains("Nähkurs").doesNotContain("Schreinern");
        assertThat(consents().of(FILE, BY)).extracting(RecordedConsent::state)
                .containsExactly(RecordedConsent.State.WITHDRAWN, RecordedConsent.State.IN_FORCE);
        assertThat(consents().of(new Consents.File("caritas", "AWO-7"), BY)).isEmpty();
    }

    @Test
    void aConsentForOtherKindsOfDataLetsNothingThrough() {
        consents().give(FILE, form(null, Set.of("kurs", "einbuergerung"), person()), BY);
        aMeasureBegins("Nähkurs Muster");

        assertThat(hub.files("awo")).isEmpty();
        assertThat(hub.jdbc().sql("select withheld::text from hub.event order by id desc limit 1").query(String.class).single())
                .contains("awo:CONSENT_DOES_NOT_COVER");
    }

    @Test
    void aConsentThatTheToolToldEarlierAndTheHubReadsLaterStaysWithdrawn() {
        consents().give(FILE, form("F-1", Set.of(), person()), BY);
        hub.give("awo", Exports.awo().consent("1", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990").toString());
        consents().withdraw(FILE, Optional.empty(), TODAY, BY);
        hub.run();
        aMeasureBegins("Nähkurs Muster");

        assertThat(consents().of(FILE, BY)).hasSize(2).allMatch(one -> one.withdrawnOn() != null);
        assertThat(hub.files("awo")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithoutAValue() {
        ConsentForm wrong = new ConsentForm(null, TODAY.plusDays(2), Set.of(), Set.of("geheimdienst"), Set.of("wohlfahrtsverband"),
                Set.of("alles"), TODAY, "", "xx", false, false, List.of(new ConsentForm.Shown("bamf", "B-1")), null);

        assertThatExceptionOfType(ConsentRefused.class).isThrownBy(() ->
                consents().give(new Consents.File("nirgends", "AWO-7"), wrong, " ")).satisfies(refused -> {
                    assertThat(refused.refusals()).extracting(Refusal::where).containsExactlyInAnyOrder("by", "purposes",
                            "sources", "dataCategories", "formVersion", "formLanguage", "givenOn", "validUntil", "shown", "file");
                    assertThat(refused.getMessage()).contains("Erlaubt: ", "[HUB-CNS-010]").doesNotContain("AWO-7", "B-1",
                            "geheimdienst");
                });
        assertThatExceptionOfType(ConsentRefused.class).isThrownBy(() -> consents().give(FILE, form(null, Set.of(), null), BY))
                .withMessageContaining("HUB-CNS-003");
        assertThatExceptionOfType(ConsentRefused.class).isThrownBy(() ->
                consents().withdraw(FILE, Optional.empty(), TODAY, BY)).withMessageContaining("HUB-CNS-003");
        consents().give(FILE, form("F-1", Set.of(), person()), BY);
        assertThatExceptionOfType(ConsentRefused.class).isThrownBy(() -> consents().give(FILE, form("F-1", Set.of(), null), BY))
                .withMessageContaining("HUB-CNS-011");
        assertThatExceptionOfType(ConsentRefused.class).isThrownBy(() ->
                consents().withdraw(FILE, Optional.of("F-9"), TODAY, BY)).withMessageContaining("HUB-CNS-012");
        assertThat(hub.jdbc().sql("select count(*) from hub.source_document d join hub.instance i on i.no = d.instance_no "
                + "where i.id = 'awo'").query(Long.class).single()).as("nothing of what was refused is left").isEqualTo(1);
    }

    private Consents consents() {
        return hub.bean(Consents.class);
    }

    private static ConsentForm form(String number, Set<String> data, ConsentForm.Person person) {
        return new ConsentForm(number, TODAY, Set.of("case-management"), Set.of("jobcenter"), Set.of("wohlfahrtsverband"),
                data, null, "2026-1", "deu", true, true, List.of(new ConsentForm.Shown("jobcenter", "111A111111")), person);
    }

    private static ConsentForm.Person person() {
        return new ConsentForm.Person("Musterfrau", "Beispiela", LocalDate.of(1990, 6, 5));
    }

    private static String stock(String... measure) {
        return Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString();
    }

    private void aMeasureBegins(String name) {
        hub.give("jobcenter", stock("Maßnahme", name, "Eintritt", "01.03.2026"));
        hub.run();
    }
}
