package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeListsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String HEADER = "theirs;canonical;text;validFrom;validUntil\n";

    @TempDir
    Path folder;

    private CodeLists with(String rows, List<Problem> problems) throws IOException {
        Files.writeString(folder.resolve("geschlecht.csv"), rows);
        return CodeLists.load(folder, problems);
    }

    private CodeList list(String rows) throws IOException {
        List<Problem> problems = new ArrayList<>();
        CodeLists lists = with(HEADER + rows, problems);
        assertThat(problems).isEmpty();
        return lists.find("geschlecht").orElseThrow();
    }

    @Test
    void anOldTitleIsTakenAndNeverGiven() {
        CodeList titles = CodeLists.canonical().find("aufenthaltstitel").orElseThrow();

        assertThat(titles.in("AERL-STAT-001", LocalDate.of(2026, 11, 1)).canonical()).isEqualTo("AERL-STAT-001");
        assertThat(titles.out("AERL-STAT-001", LocalDate.of(2026, 11, 1))).isNull();
        assertThat(titles.out("AERL-STAT-025", LocalDate.of(2026, 11, 1))).isNotNull();
        assertThat(CodeLists.canonical().text("aufenthaltstitel", "AERL-STAT-001")).isPresent();
    }

    @Test
    void everyListOfTheCanonicalModelIsThereAndNamesItsOrigin() throws IOException {
        for (String name : CanonicalSchema.fields().stream().map(Field::codeList).filter(Objects::nonNull).distinct().toList()) {
            assertThat(CodeLists.canonical().codes(name)).as(name).isNotEmpty();
            try (var in = getClass().getResourceAsStream("/codelists/" + name + ".csv")) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).as(name)
                        .startsWith("# ").contains("Version")
                        .containsPattern("\ncode;text;validFrom;validUntil;synonyms(;stockOnly)?\n");
            }
        }
    }

    @Test
    void everyCanonicalCodeMeansItself() {
        CodeLists lists = CodeLists.canonical();
        for (Field field : CanonicalSchema.fields()) {
            for (String code : lists.codes(field.codeList() == null ? "" : field.codeList())) {
                CodeList.Row row = lists.find(field.codeList()).orElseThrow().in(code, DAY);
                assertThat(row).as(field.codeList() + " " + code).isNotNull();
                assertThat(row.canonical()).isEqualTo(code);
            }
        }
    }

    @Test
    void officialListsAreComplete() {
        CodeLists lists = CodeLists.canonical();

        assertThat(lists.codes("staatsangehoerigkeit")).hasSize(211);
        assertThat(lists.codes("sprache")).hasSize(508);
        assertThat(lists.codes("aufenthaltstitel")).hasSize(272);
        assertThat(lists.codes("aufenthaltstitel-grob")).containsExactly("STAT-01", "STAT-02", "STAT-03", "STAT-04");
        assertThat(lists.text("geschlecht", "d")).contains("divers");
        assertThat(lists.hasCode("stelle", "wohlfahrtsverband")).isTrue();
    }

    @Test
    void aTextThatMayMeanTwoCodesIsUnknown() {
        CodeList list = new CodeList("test", true, List.of(row("a", "1", null, null), row("a", "2", null, null)));

        assertThat(list.in("a", DAY)).isNull();
    }

    @Test
    void theDayDecidesWhichRowCounts() throws IOException {
        CodeList list = list("1;m;alt;;2025-12-31\n1;w;neu;2026-01-01;\n");

        assertThat(list.in("1", LocalDate.of(2025, 12, 31)).canonical()).isEqualTo("m");
        assertThat(list.in("1", LocalDate.of(2026, 1, 1)).canonical()).isEqualTo("w");
        assertThat(list.out("m", LocalDate.of(2025, 12, 31))).isEqualTo("1");
        assertThat(list.out("m", LocalDate.of(2026, 1, 1))).isNull();
    }

    @Test
    void aCodeThatIsNoLongerValidIsRefused() {
        String receive = """
                fields:
                  case.number: {from: A}
                  event.occurredOn: {from: B, format: dd.MM.yyyy}
                  person.sex: {from: C, codelist: geschlecht}
                events: [{type: case.opened}]
                """;
        String descriptor = "receive: {delivery: events, format: {type: csv}}";
        assertThat(translated(descriptor, receive, "A;B;C\n1;31.12.2025;1\n")).isInstanceOf(Translation.Accepted.class);
        assertThat(Connectors.refusals(translated(descriptor, receive, "A;B;C\n1;01.01.2026;1\n")))
                .containsExactly("HUB-MAP-004");
    }

    private Translation translated(String descriptor, String receive, String document) {
        try {
            List<Problem> problems = new ArrayList<>();
            Translator translator = Connectors.compile(descriptor, receive, null,
                    with(HEADER + "1;m;;;2025-12-31\n", problems), problems);
            assertThat(problems).isEmpty();
            return Connectors.translate(translator, document, "UTF-8");
        } catch (IOException unexpected) {
            throw new java.io.UncheckedIOException(unexpected);
        }
    }

    @Test
    void theFirstOfSeveralTheirsGoesOut() throws IOException {
        assertThat(list("mann;m\nmännlich;m\n").out("m", DAY)).isEqualTo("mann");
    }

    @Test
    void codesAreTextAndFoundInAnyCapitals() throws IOException {
        CodeList list = list("01;m\nFRAU  X;w\n");

        assertThat(list.in("1", DAY)).isNull();
        assertThat(list.in("frau x", DAY).canonical()).isEqualTo("w");
    }

    @Test
    void brokenListsAreProblemsWithTheirLine() throws IOException {
        List<Problem> problems = new ArrayList<>();
        with(HEADER + "1;m\n1;w\n;x\n2;d;;gestern\n", problems);

        assertThat(problems).hasSize(3).allSatisfy(problem ->
                assertThat(problem.code()).isEqualTo(TranslationProblem.CFG_LIST_FORMAT));
        assertThat(problems).extracting(problem -> problem.place().line()).containsExactly(4L, 5L, 3L);
    }

    @Test
    void aListWithoutItsHeaderOrInAnotherCharsetIsAProblem() throws IOException {
        List<Problem> problems = new ArrayList<>();
        with("code;text\n1;m\n", problems);
        Files.write(folder.resolve("geschlecht.csv"), (HEADER + "ä;m\n").getBytes(StandardCharsets.ISO_8859_1));
        CodeLists.load(folder, problems);

        assertThat(problems).hasSize(2);
    }

    private static CodeList.Row row(String theirs, String canonical, LocalDate from, LocalDate until) {
        return new CodeList.Row(theirs, canonical, "", from, until, 1);
    }
}
