package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslatorsTest {

    private static List<String> problems(String descriptor, String receive, String deliver, CodeLists lists) {
        List<Problem> problems = new ArrayList<>();
        Translator translator = Connectors.compile(descriptor, receive, deliver, lists, problems);
        assertThat(translator == null).isEqualTo(!problems.isEmpty());
        return problems.stream().map(problem -> problem.code().code() + " " + problem.place()).toList();
    }

    private static List<String> receiveProblems(String receive) {
        return problems(Connectors.JOBCENTER, receive, null, CodeLists.canonical());
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        assertThat(receiveProblems("""
                record: {key: [Kundennummer]}
                fields:
                  case.nummer: {from: Kundennummer}
                  person.sex: {from: Geschlecht, codelist: sex}
                  person.birth.date: {from: Geburtsdatum, as: date, format: tt.mm.jjjj, requried: true}
                  person.deathDate: {from: Tod, as: upper}
                  unit.name: {}
                  person.maritalStatus: {constant: XX}
                events:
                  - type: measure.begun
                    when: {column: Eintritt}
                  - type: measure.started
                    when: {column: Eintritt, matches: "("}
                """)).contains("HUB-CFG-104 receive.yaml:3", "HUB-CFG-108 receive.yaml:4", "HUB-CFG-114 receive.yaml:5",
                "HUB-CFG-102 receive.yaml:5", "HUB-CFG-107 receive.yaml:6", "HUB-CFG-101 receive.yaml:7",
                "HUB-CFG-103 receive.yaml:8", "HUB-CFG-105 receive.yaml:10", "HUB-CFG-101 receive.yaml:11",
                "HUB-CFG-115 receive.yaml:12", "HUB-CFG-114 receive.yaml:13", "HUB-CFG-113 receive.yaml:12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "case.number: {from: Kundennummer}|case.number: {from: Kundennummer, separator: ','}|HUB-CFG-103",
            "{constant: Jobcenter Herford}|{constant: „Jobcenter“}|HUB-CFG-103",
            "{constant: Jobcenter Herford}|{from: A, constant: B}|HUB-CFG-101",
            "required: true}|required: ja}|HUB-CFG-103",
            "as: partial-date|as: birth-date|HUB-CFG-103"})
    void smallMistakesAreFound(String right, String wrong, String code) {
        String receive = Connectors.JOBCENTER_RECEIVE.replace("case.number: {from: Kundennummer, required: true}",
                "case.number: {from: Kundennummer}");
        assertThat(receiveProblems(receive.replace(right, wrong))).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith(code));
    }

    @Test
    void aColumnIsEitherReadOrUnused() {
        assertThat(problems(Connectors.JOBCENTER.replace("Bemerkung", "Bemerkung, PLZ"), Connectors.JOBCENTER_RECEIVE,
                null, CodeLists.canonical())).containsExactly("HUB-CFG-112 connector.yaml:3");
    }

    @Test
    void aDirectionNeedsBothItsDeclarationAndItsMapping() {
        assertThat(problems(Connectors.JOBCENTER, null, null, CodeLists.canonical()))
                .containsExactly("HUB-CFG-101 connector.yaml:2");
        assertThat(problems("title: x", null, "events: [case.opened]", CodeLists.canonical()))
                .containsExactly("HUB-CFG-101 connector.yaml:1");
    }

    @Test
    void deliverMistakesAreFound() {
        assertThat(problems("deliver: {idempotence: none, format: {type: csv, charset: ISO-8859-1}}", null, """
                events: [case.open]
                columns:
                  A: {from: case.nummer}
                  B: {from: measure.name, as: date}
                  C: {from: event.type, codelist: nirgends}
                  D: {from: measure.name, as: reverse}
                  Ș: {constant: x}
                  F: {from: before.event.occurredOn, maxLength: viele}
                """, CodeLists.canonical())).containsExactlyInAnyOrder("HUB-CFG-105 deliver.yaml:1",
                "HUB-CFG-104 deliver.yaml:3", "HUB-CFG-107 deliver.yaml:4", "HUB-CFG-108 deliver.yaml:5",
                "HUB-CFG-106 deliver.yaml:6", "HUB-CFG-103 deliver.yaml:7", "HUB-CFG-103 deliver.yaml:8");
    }

    @Test
    void codeListsMustBeUsedAndMeanCanonicalCodes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("geschlecht.csv"), "theirs;canonical;text;validFrom;validUntil\n1;mann;;;\n");
        Files.writeString(folder.resolve("farbe.csv"), "theirs;canonical;text;validFrom;validUntil\n1;rot;;;\n");
        List<Problem> problems = new ArrayList<>();
        CodeLists lists = CodeLists.load(folder, problems);

        assertThat(problems).isEmpty();
        assertThat(problems(Connectors.JOBCENTER, Connectors.JOBCENTER_RECEIVE, null, lists))
                .containsExactly("HUB-CFG-110 receive.yaml:11", "HUB-CFG-111 codelists/farbe.csv");
    }

    @Test
    void codesAreUniqueAndHaveGermanTexts() {
        assertThat(Arrays.stream(TranslationProblem.values()).map(TranslationProblem::code).collect(Collectors.toSet()))
                .hasSameSizeAs(TranslationProblem.values());
        assertThat(TranslationProblem.values()).allSatisfy(problem -> {
            assertThat(problem.germanText()).matches("[A-ZÄÖÜ].{20,}[.?]");
            assertThat(problem.xinneresCode()).matches("[STVX]\\d{3}");
        });
    }
}
