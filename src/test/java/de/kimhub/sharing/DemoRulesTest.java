package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.PersonalData;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped rules are the routing matrix: what it does not allow, no rule allows. */
class DemoRulesTest {

    private static final Party JOBCENTER = new Party("jobcenter-herford", "jobcenter");
    private static final Party NATURALISATION = new Party("einbuergerung-kreis-herford", "einbuergerungsbehoerde");
    private static final Party ASSOCIATION = new Party("awo-buende", "wohlfahrtsverband");
    private static final Party MUNICIPAL = new Party("case-management-hiddenhausen", "kommunales-case-management");
    private static final Party COORDINATION = new Party("ki-herford", "ki-koordination");
    private static final Party IMMIGRATION = new Party("abh-kreis-herford", "auslaenderbehoerde");
    private static final Party FEDERAL = new Party("bamf-herford", "bamf");
    private static final Party COURSES = new Party("sprachkurs-vhs-herford", "sprachkurstraeger");

    private final List<Problem> problems = new ArrayList<>();
    private final SharingRules rules = SharingFile.read(file(), problems);

    @Test
    void everyRuleIsComplete() {
        assertThat(problems).isEmpty();
        assertThat(ConfigFile.SHARING.check(file(), problems)).as("%s", problems).isTrue();
        assertThat(rules.rules()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void nobodyGetsADirectIdentifierOrASpecialCategory() {
        assertThat(rules.rules()).flatExtracting(SharingRule::fields)
                .extracting(Field::personalData)
                .doesNotContain(PersonalData.DIRECT_IDENTIFIER, PersonalData.SPECIAL_CATEGORY);
        assertThat(rules.rules()).flatExtracting(SharingRule::fields).noneMatch(Field::isPerson);
    }

    @Test
    void whatConcernsAPersonNeedsConsent() {
        assertThat(rules.rules()).filteredOn(rule -> !rule.needsConsent())
                .allMatch(rule -> rule.events().stream().noneMatch(EventType::concernsPerson));
        assertThat(rules.rules()).filteredOn(SharingRule::firstContact)
                .allMatch(rule -> rule.events().stream().noneMatch(EventType::concernsPerson));
    }

    @Test
    void whatACounsellorTellsNeedsReleaseFromSecrecy() {
        assertThat(rules.rules()).filteredOn(rule -> rule.from().contains("wohlfahrtsverband")
                || rule.from().contains("kommunales-case-management")).isNotEmpty()
                .allMatch(rule -> rule.needsSecrecyRelease()
                        || rule.events().stream().noneMatch(EventType::concernsPerson));
    }

    @Test
    void anAssociationLearnsOfMeasuresButNotOfBenefits() {
        assertThat(between(JOBCENTER, ASSOCIATION)).containsExactlyInAnyOrder(
                EventType.MEASURE_STARTED, EventType.MEASURE_ENDED);
        assertThat(rules.between(JOBCENTER, ASSOCIATION, EventType.MEASURE_ENDED)).singleElement()
                .extracting(SharingRule::fields).asString().doesNotContain("endReason");
        assertThat(between(JOBCENTER, MUNICIPAL)).isEqualTo(between(JOBCENTER, ASSOCIATION));
    }

    @Test
    void counsellingAndConsentsStayWithTheCounsellor() {
        assertThat(rules.rules()).flatExtracting(SharingRule::events).doesNotContain(
                EventType.CONSULTATION_HELD, EventType.GOAL_AGREED, EventType.APPOINTMENT_MISSED,
                EventType.CONSENT_GIVEN, EventType.CONSENT_WITHDRAWN);
        assertThat(between(ASSOCIATION, JOBCENTER)).isEmpty();
        assertThat(between(ASSOCIATION, NATURALISATION)).isEmpty();
    }

    @Test
    void theCoordinationLearnsOfConferencesAndOfWhatConcernsNoPerson() {
        assertThat(between(ASSOCIATION, COORDINATION)).containsExactlyInAnyOrder(EventType.CASE_CONFERENCE_HELD,
                EventType.STRUCTURAL_ISSUE_RAISED, EventType.STRUCTURAL_ISSUE_RESOLVED);
        assertThat(between(JOBCENTER, COORDINATION)).noneMatch(EventType::concernsPerson);
        assertThat(between(NATURALISATION, COORDINATION)).noneMatch(EventType::concernsPerson);
    }

    @Test
    void ofTheImmigrationOfficeOthersLearnStatusAppointmentsAndCoursesAndTheTitleOnlyCoarsely() {
        assertThat(between(IMMIGRATION, ASSOCIATION)).contains(EventType.RESIDENCE_STATUS_REPORTED,
                        EventType.APPOINTMENT_OFFERED, EventType.COURSE_ENTITLED, EventType.COURSE_OBLIGED)
                .allMatch(type -> type.code().matches("(residence|appointment|course)\\..*"))
                .isEqualTo(between(IMMIGRATION, MUNICIPAL));
        assertThat(rules.rules()).flatExtracting(SharingRule::fields).extracting(Field::path)
                .contains("residence.titleCoarse").doesNotContain("residence.title");
        assertThat(rules.rules()).flatExtracting(SharingRule::events)
                .noneMatch(type -> type.code().startsWith("person."));
        assertThat(between(IMMIGRATION, NATURALISATION)).containsExactly(EventType.RESIDENCE_STATUS_REPORTED);
        assertThat(between(IMMIGRATION, COORDINATION)).noneMatch(EventType::concernsPerson);
    }

    @Test
    void whatRunsOverTheDirectoryOfAuthoritiesIsNotToldASecondTime() {
        assertThat(between(IMMIGRATION, FEDERAL)).isEmpty();
        assertThat(between(FEDERAL, IMMIGRATION)).isEmpty();
        for (Party sender : List.of(NATURALISATION, ASSOCIATION, MUNICIPAL, COORDINATION, COURSES, JOBCENTER)) {
            assertThat(between(sender, IMMIGRATION)).isEmpty();
            assertThat(between(sender, FEDERAL)).isEmpty();
        }
    }

    @Test
    void theFederalOfficeTellsOfCoursesOnly() {
        assertThat(between(FEDERAL, ASSOCIATION)).containsExactlyInAnyOrder(EventType.COURSE_ADMITTED,
                EventType.COURSE_NOT_ADMITTED, EventType.COURSE_STARTED, EventType.COURSE_COMPLETED,
                EventType.COURSE_ABORTED, EventType.COURSE_TEST_RESULT);
        assertThat(between(FEDERAL, NATURALISATION)).containsExactlyInAnyOrder(EventType.COURSE_COMPLETED,
                EventType.COURSE_TEST_RESULT);
    }

    @Test
    void nothingReachesTheJobcenterOrACourseProvider() {
        for (Party sender : List.of(NATURALISATION, ASSOCIATION, MUNICIPAL, COORDINATION, COURSES, JOBCENTER,
                IMMIGRATION, FEDERAL)) {
            assertThat(between(sender, JOBCENTER)).isEmpty();
            assertThat(between(sender, COURSES)).isEmpty();
        }
    }

    private List<EventType> between(Party sender, Party recipient) {
        return Arrays.stream(EventType.values()).filter(type -> !rules.between(sender, recipient, type).isEmpty())
                .toList();
    }

    private static ConfigNode file() {
        return new ConfigReader(Path.of("").toAbsolutePath())
                .read(Path.of("config/demo/sharing.yaml"), new ArrayList<>()).orElseThrow();
    }
}
