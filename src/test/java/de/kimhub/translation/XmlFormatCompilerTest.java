package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlFormatCompilerTest {

    private static List<Problem> problems(String descriptor, String receive) {
        List<Problem> problems = new ArrayList<>();
        Connectors.compile(descriptor, receive, null, CodeLists.canonical(), problems);
        return problems;
    }

    private static Problem only(String descriptor, String receive) {
        List<Problem> problems = problems(descriptor, receive);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static Problem path(String path) {
        return only(XmlConnectors.FORMAT, XmlConnectors.receive().replace("nachricht/am", path));
    }

    @Test
    void aPathThatIsNoneSaysWhatOneLooksLikeAndWhereItStands() {
        for (String wrong : List.of("/a", "a//b", "a/", "a b", "a[0]", "a[first()]", "..", "a/*", "a[b=c]", "text()")) {
            Problem problem = path("\"" + wrong + "\"");
            assertThat(problem.code()).as(wrong).isEqualTo(TranslationProblem.CFG_XML_PATH);
            assertThat(problem.place().file()).isEqualTo("receive.yaml");
            assertThat(problem.place().line()).isEqualTo(11);
            assertThat(problem.text()).contains("'" + wrong + "'", "a path has steps such as name");
        }
        assertThat(path("\"@a/b\"").text()).contains("an attribute stands last");
        assertThat(path("\"x:a\"").text()).contains("the prefix 'x' is not declared", "[m]");
    }

    @Test
    void aFormatWithoutRecordsOrWithDoubtfulPrefixesIsRefused() {
        String format = XmlConnectors.FORMAT;

        assertThat(only(format.replaceAll("records: .*", "records: []"), XmlConnectors.receive()).text())
                .contains("'records' names no element");
        assertThat(only(format.replace("\"m:Meldung.2\"", "\"a/m:Meldung.2\""), XmlConnectors.receive()).text())
                .contains("A record is one element");
        assertThat(only(format.replace("      m: {", "      xmlns: {\"1\": urn:x}\n      m: {"),
                XmlConnectors.receive()).text()).contains("'xmlns' cannot be a prefix");
        assertThat(only(format.replace("melder:2605", "melder:2611"), XmlConnectors.receive()).text())
                .contains("declared twice");
        assertThat(only(format.replace("\"@version\"", "\"@test\""), XmlConnectors.receive()).code())
                .isEqualTo(TranslationProblem.CFG_COLUMN_USE);
    }

    @Test
    void theNewWordsHoldForAllFormats() {
        String csv = "receive: {delivery: events, format: {type: csv}}";
        String receive = """
                record: {key: [nr], replaces: [alt], test: {column: probe, equals: ja}, sameKey: refuse}
                fields:
                  case.number: {firstOf: [az, aktenzeichen]}
                  event.occurredOn: {from: am}
                events: [{type: case.opened}]
                """;
        Translator translator = Connectors.receiving(csv, receive);
        String head = "nr;alt;probe;az;aktenzeichen;am\n";

        var first = Connectors.accepted(Connectors.translate(translator, head + "1;;nein;;B-1;2026-02-01\n", "UTF-8"));
        var second = Connectors.accepted(Connectors.translate(translator, head + "2;1;ja;A-2;B-2;2026-02-01\n", "UTF-8"));

        assertThat(first.caseNumber()).isEqualTo("B-1");
        assertThat(first.replaces()).isNull();
        assertThat(first.test()).isFalse();
        assertThat(second.caseNumber()).isEqualTo("A-2");
        assertThat(second.replaces()).isEqualTo("1");
        assertThat(second.test()).isTrue();
        assertThat(translator.refusesChangedRecords()).isTrue();
        assertThat(only(csv.replace("events", "snapshot"), receive).text()).contains("'sameKey: refuse' needs");
        assertThat(only(csv, receive.replace("firstOf:", "from: az, firstOf:")).text())
                .contains("one of 'from' and 'firstOf'");
    }
}
