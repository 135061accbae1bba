package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that somebody wrote to open what the law closes: they open nothing, and the message names the law. */
class HardBlocksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Party SCHOOL = new Party("schule-a", "schule");
    private static final Party IMMIGRATION = new Party("abh-a", "auslaenderbehoerde");
    private static final Party STEERING = new Party("lenkung-a", "lenkungsgruppe");
    private static final Party JOBCENTER = new Party("jc-a", "jobcenter");
    private static final Map<String, String> KINDS = Map.of("schule-a", "schule", "abh-a", "auslaenderbehoerde",
            "lenkung-a", "lenkungsgruppe", "jc-a", "jobcenter", "ebh-a", "einbuergerungsbehoerde");

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> ofInstances = new ArrayList<>();

    private Sharing rules(String from, String to, String fields) throws IOException {
        Path file = Files.writeString(folder.resolve("sharing.yaml"), """
                rules:
                  - id: oeffnen
                    from: [%s]
                    to: [%s]
                    events: [person.changed, residence.granted, school.placed]
                    fields: [event.occurredOn, %s]
                    purpose: case-management
                    legalBasis: Versuch
                    consent: not-needed
                    unknownPerson: first-contact
                    retention: P1Y
                """.formatted(from, to, fields));
        ConfigNode node = new ConfigReader(folder).read(file, problems).orElseThrow();
        SharingRules rules = SharingFile.read(node, problems);
        ofInstances.addAll(NamedInstances.problems(node, KINDS));
        return new Sharing(rules);
    }

    private static void assertBlocked(Sharing sharing, Party sender, Party recipient, String law) {
        for (EventType type : EventType.values()) {
            assertThat(sharing.decide(sender, recipient, type, List.of(), true, TODAY))
                    .isEqualTo(new SharingDecision.Withhold(Reason.BLOCKED));
            assertThat(sharing.stillAllowed("oeffnen", sender, recipient, type, List.of(), true, TODAY))
                    .as("also what was queued before").isEqualTo(new SharingDecision.Withhold(Reason.BLOCKED));
            assertThat(sharing.rulesFor(sender, recipient, type)).isEmpty();
        }
        assertThat(Sharing.forbiddenBy(sender, recipient)).get().asString().contains(law);
    }

    @ParameterizedTest
    @CsvSource({"schule, auslaenderbehoerde", "'jobcenter, schule', 'bamf, auslaenderbehoerde'"})
    void nothingOfASchoolReachesAnImmigrationOffice(String from, String to) throws IOException {
        assertBlocked(rules(from, to, "school.level"), SCHOOL, IMMIGRATION, "§ 87 Abs. 1 AufenthG");
        assertThat(problems).singleElement().asString().contains("HUB-SHR-006", "§ 87(1) AufenthG");
    }

    @ParameterizedTest
    @CsvSource({"instance:schule-a, instance:abh-a", "schule, instance:abh-a", "instance:schule-a, auslaenderbehoerde"})
    void norDoesItByARuleForSingleInstances(String from, String to) throws IOException {
        assertBlocked(rules(from, to, "school.level"), SCHOOL, IMMIGRATION, "§ 87 Abs. 1 AufenthG");
        assertThat(problems).isEmpty();
        assertThat(ofInstances).singleElement().asString().contains("HUB-SHR-006", "§ 87(1) AufenthG");
    }

    @Test
    void theSteeringGroupGetsNoRecord() throws IOException {
        assertBlocked(rules("jobcenter", "lenkungsgruppe", "person.sex"), JOBCENTER, STEERING, "Art. 5 Abs. 1 c DSGVO");
        assertThat(problems).singleElement().asString().contains("HUB-SHR-006", "Art. 5(1)(c) DSGVO", "TIntG");
    }

    @Test
    void norDoesItByARuleForOneInstance() throws IOException {
        assertBlocked(rules("jobcenter", "instance:lenkung-a", "person.sex"), JOBCENTER, STEERING,
                "Art. 5 Abs. 1 c DSGVO");
        assertThat(ofInstances).singleElement().asString().contains("HUB-SHR-006", "Art. 5(1)(c) DSGVO");
    }

    @ParameterizedTest
    @CsvSource({"person.identifiers.azr.value, § 10(4) AZRG", "person.identifiers.azr.issuer, § 10(4) AZRG",
            "person.identifiers.kundennummer.value, § 51a SGB II", "person.identifiers.bgNummer.value, § 51a SGB II"})
    void numbersThatALawBindsAreNamedByNoRule(String field, String law) throws IOException {
        for (String to : List.of("wohlfahrtsverband", "einbuergerungsbehoerde", "instance:ebh-a", "instance:abh-a")) {
            problems.clear();
            assertThat(rules("jobcenter", to, field).rules().rules()).isEmpty();
            assertThat(problems).singleElement().asString().contains("HUB-SHR-004", law);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wohlfahrtsverband", "einbuergerungsbehoerde", "instance:ebh-a"})
    void aGroupOfFieldsLeavesThemOut(String to) throws IOException {
        Sharing sharing = rules("jobcenter", to, "\"person.*\"");
        assertThat(problems).isEmpty();
        assertThat(sharing.rules().rules()).singleElement().extracting(SharingRule::fields).asString()
                .contains("person.sex").doesNotContain("person.identifiers.");
        assertThat(rules("jobcenter", to, "\"person.identifiers.*\"").rules().rules()).isEmpty();
    }

    @Test
    void notEvenARuleThatCameAnotherWayGivesThem() {
        Set<Field> all = Set.copyOf(CanonicalSchema.fields());
        SharingRule everything = new SharingRule("alles", Set.of("jobcenter"), Set.of("jobcenter"),
                Set.of(EventType.PERSON_CHANGED), all, "case-management", "Versuch", false, false, true, Period.ofYears(1));
        assertThat(everything.fieldsFor(JOBCENTER)).extracting(Field::path).contains("person.sex")
                .noneMatch(path -> path.startsWith("person.identifiers."))
                .doesNotContain("case.number", "consent.fileNumber", "consent.id", "residence.title");
    }

    @Test
    void theExactTitleIsNamedForNobodyElse() throws IOException {
        rules("auslaenderbehoerde", "jobcenter", "residence.title");
        assertThat(problems).singleElement().asString().contains("HUB-SHR-008", "Art. 5(1)(c) DSGVO");

        Sharing sharing = rules("auslaenderbehoerde", "instance:jc-a", "residence.title");
        assertThat(ofInstances).singleElement().asString().contains("HUB-SHR-008", "Art. 5(1)(c) DSGVO");
        assertThat(sharing.rules().rules().getFirst().fieldsFor(JOBCENTER)).extracting(Field::path)
                .containsExactly("event.occurredOn");
    }

    @ParameterizedTest
    @CsvSource({"school.name, true", "school.level, true", "course.provider, true", "measure.provider, true",
            "appointment.place, true", "event.municipality, true", "person.addresses.main.town, true",
            "course.kind, false", "measure.name, false", "appointment.at, false", "unit.telephone, false"})
    void whatSaysWhereSomebodyIsIsHiddenUnderABlock(String field, boolean hidden) {
        assertThat(HardBlocks.isContact(CanonicalSchema.field(field))).isEqualTo(hidden);
    }
}
