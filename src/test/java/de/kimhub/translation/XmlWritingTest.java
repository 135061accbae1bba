package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlWritingTest {

    private static final String CONNECTOR = """
            deliver:
              idempotence: ledger
              format:
                type: xml
                namespaces: {a: "urn:eins", b: {"2": "urn:zwei:2", "1": "urn:zwei:1"}}
                root: "a:liste"
                record: "a:eintrag"
            """;

    @TempDir
    Path connector;

    @Test
    void pathsBecomeNestedElementsWithThePrefixesAsDeclared() {
        String xml = written("""
                '@id': {from: delivery.id}
                a:fall/nummer: {from: recipient.case}
                a:fall/b:art/@liste: {constant: urn:x}
                a:fall/b:art/code: {from: event.type}
                a:am: {from: event.occurredOn, as: date, format: yyyy-MM-dd}
                """, item(fields()));

        assertThat(xml).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <a:liste xmlns:a="urn:eins" xmlns:b="urn:zwei:2">
                <a:eintrag id="D-1"><a:fall><nummer>AWO-1</nummer><b:art liste="urn:x"><code>measure.started</code></b:art>\
                </a:fall><a:am>2026-03-02</a:am></a:eintrag>
                </a:liste>
                """);
    }

    @Test
    void attributesComeBeforeChildrenWhereverTheyAreDeclared() {
        assertThat(record("""
                a:fall/nummer: {from: recipient.case}
                a:fall/@art: {from: event.kind}
                a:am: {from: event.occurredOn}
                a:am/@genau: {constant: tag}
                """, item(fields()))).isEqualTo("<a:fall art=\"event\"><nummer>AWO-1</nummer></a:fall>"
                + "<a:am genau=\"tag\">2026-03-02</a:am>");
    }

    @Test
    void onlyNeighbouringColumnsShareTheirParents() {
        assertThat(record("""
                x/eins: {constant: 1}
                y: {from: measure.name}
                x/zwei: {constant: 2}
                """, item(fields()))).isEqualTo("<x><eins>1</eins></x><x><zwei>2</zwei></x>");
    }

    @Test
    void emptyColumnsLeaveOutTheirElementAndParentsThatWouldBeEmpty() {
        String columns = """
                massnahme/name: {from: measure.name}
                massnahme/art/@liste: {constant: urn:liste}
                massnahme/art/code: {from: measure.kind}
                unit/@name: {from: unit.name}
                leer: {constant: "x"}
                """;

        assertThat(record(columns, item(fields()))).isEqualTo("<leer>x</leer>");
        assertThat(record(columns, item(fields().toBuilder().set("measure.kind", "sprachkurs").build()))).isEqualTo(
                "<massnahme><art liste=\"urn:liste\"><code>sprachkurs</code></art></massnahme><leer>x</leer>");
        assertThat(record(columns, item(fields().toBuilder().set("unit.name", "Amt").build())))
                .isEqualTo("<unit name=\"Amt\"/><leer>x</leer>");
    }

    @Test
    void severalValuesAreSeveralElementsUnlessASeparatorJoinsThem() {
        FieldValues values = fields().toBuilder()
                .setAll(CanonicalSchema.field("event.documents"), List.of("pass", "geburtsurkunde")).build();

        assertThat(record("unterlagen/code: {from: event.documents}", item(values)))
                .isEqualTo("<unterlagen><code>pass</code><code>geburtsurkunde</code></unterlagen>");
        assertThat(record("unterlagen/code: {from: event.documents, separator: ' '}", item(values)))
                .isEqualTo("<unterlagen><code>pass geburtsurkunde</code></unterlagen>");
        assertThat(record("wer: {from: [recipient.case, delivery.id]}", item(values)))
                .isEqualTo("<wer>AWO-1</wer><wer>D-1</wer>");
    }

    @Test
    void namesAreWrittenAsTheyAreAndMarkupIsEscaped() {
        FieldValues values = fields().toBuilder().set("measure.name", "C\u0327\u0302 <b>&\"'=1").build();

        assertThat(record("n/@a: {from: measure.name}\nn/b: {from: measure.name}", item(values)))
                .isEqualTo("<n a=\"C\u0327\u0302 &lt;b&gt;&amp;&quot;'=1\"><b>C\u0327\u0302 &lt;b&gt;&amp;\"'=1</b></n>");
    }

    @ParameterizedTest
    @CsvSource({"1", "11", "65535", "55296"})
    void anItemWithACharacterThatXmlLacksIsLeftOut(int character) {
        FieldValues values = fields().toBuilder().set("measure.name", "Geheim" + (char) character).build();
        Translator translator = Connectors.delivering(CONNECTOR, deliver("name: {from: measure.name}"));

        Rendering rendering = translator.render(List.of(item(values), item(fields())));

        assertThat(rendering.problems()).containsOnlyKeys(0);
        assertThat(rendering.problems().get(0).code()).isEqualTo(TranslationProblem.NOT_RENDERED_CHARACTER);
        assertThat(rendering.problems().get(0).toString()).doesNotContain("Geheim");
        assertThat(new String(rendering.bytes(), StandardCharsets.UTF_8)).contains("<a:eintrag/>").doesNotContain("Geheim");
    }

    @Test
    void equalItemsGiveEqualBytes() {
        Translator translator = Connectors.delivering(CONNECTOR, deliver("a:n: {from: recipient.case}"));

        assertThat(translator.render(List.of(item(fields()))).bytes())
                .isEqualTo(translator.render(List.of(item(fields()))).bytes());
        assertThat(translator.fileExtension()).contains("xml");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsLine() {
        List<Problem> problems = new ArrayList<>();
        Connectors.compile("""
                deliver:
                  idempotence: ledger
                  format:
                    type: xml
                    namespaces: {xmlx: "urn:x", a: ""}
                    root: "z:liste"
                    charset: windows-1252
                """, null, deliver("""
                z:n: {constant: 1}
                'a b': {constant: 1}
                k/@: {constant: 1}
                t: {constant: 1}
                t/u: {constant: 1}
                u/@d: {from: event.documents}
                v: {from: event.documents}
                v/@x: {constant: 1}
                xml:lang: {constant: de}
                """), CodeLists.canonical(), problems);

        assertThat(problems).allSatisfy(problem -> assertThat(problem.place().line()).isPositive());
        assertThat(problems).extracting(problem -> problem.code().code() + " " + problem.place()).containsExactlyInAnyOrder(
                "HUB-CFG-102 connector.yaml:7", "HUB-CFG-103 connector.yaml:5", "HUB-CFG-103 connector.yaml:5",
                "HUB-CFG-103 connector.yaml:6", "HUB-CFG-101 connector.yaml:4", "HUB-CFG-103 deliver.yaml:3",
                "HUB-CFG-103 deliver.yaml:4", "HUB-CFG-103 deliver.yaml:5", "HUB-CFG-103 deliver.yaml:7",
                "HUB-CFG-103 deliver.yaml:8", "HUB-CFG-103 deliver.yaml:10", "HUB-CFG-103 deliver.yaml:11");
    }

    @Test
    void theDocumentGoesThroughTheStylesheet() throws IOException {
        Rendering rendering = transformed("""
                <xsl:template match="/"><xsl:text>&#10;</xsl:text><nachricht><xsl:for-each select="/a:liste/a:eintrag">\
                <xsl:sort select="name"/><x n="{name}"/></xsl:for-each></nachricht></xsl:template>""",
                item(fields().toBuilder().set("measure.name", "b").build()),
                item(fields().toBuilder().set("measure.name", "a").build()));

        assertThat(rendering.problems()).isEmpty();
        assertThat(new String(rendering.bytes(), StandardCharsets.UTF_8)).contains("<nachricht><x n=\"a\"/><x n=\"b\"/></nachricht>")
                .contains("encoding=\"UTF-8\"");
    }

    @Test
    void anItemOnWhichTheStylesheetFailsStopsNoOther() throws IOException {
        Rendering rendering = transformed("""
                <xsl:template match="/"><n><xsl:apply-templates select="//name"/></n></xsl:template>
                <xsl:template match="name[. = 'schlecht']"><xsl:message terminate="yes">x</xsl:message></xsl:template>""",
                item(fields().toBuilder().set("measure.name", "gut").build()),
                item(fields().toBuilder().set("measure.name", "schlecht").build()));

        assertThat(rendering.problems()).containsOnlyKeys(1);
        assertThat(rendering.problems().get(1).code()).isEqualTo(TranslationProblem.NOT_RENDERED_TRANSFORM);
        assertThat(new String(rendering.bytes(), StandardCharsets.UTF_8)).contains("gut").doesNotContain("schlecht");
    }

    @Test
    void aStylesheetThatIsMissingOrUnusedIsAProblem() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Files.writeString(Files.createDirectories(connector.resolve("transform")).resolve("other.xsl"), "<x/>");

        Translators.compile(Yaml.of("connector.yaml", CONNECTOR + "    xslt: out.xsl\n"), null,
                Yaml.of("deliver.yaml", deliver("n: {constant: 1}")), CodeLists.canonical(), Stylesheets.of(connector),
                Schemas.NONE, problems, Connectors.CLOCK);

        assertThat(Connectors.codes(problems)).containsExactly("HUB-CFG-116", "HUB-CFG-117");
    }

    private Rendering transformed(String templates, OutgoingItem... items) throws IOException {
        Files.writeString(Files.createDirectories(connector.resolve("transform")).resolve("out.xsl"), """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:eins"
                    exclude-result-prefixes="a">%s</xsl:stylesheet>""".formatted(templates));
        List<Problem> problems = new ArrayList<>();
        Translator translator = Translators.compile(Yaml.of("connector.yaml", CONNECTOR + "    xslt: out.xsl\n"), null,
                Yaml.of("deliver.yaml", deliver("name: {from: measure.name}")), CodeLists.canonical(),
                Stylesheets.of(connector), Schemas.NONE, problems, Connectors.CLOCK).orElse(null);
        assertThat(problems).isEmpty();
        return translator.render(List.of(items));
    }

    private static String record(String columns, OutgoingItem item) {
        return written(columns, item).lines().filter(line -> line.contains("eintrag")).findFirst().orElseThrow()
                .replaceAll("</?a:eintrag/?>", "");
    }

    private static String written(String columns, OutgoingItem item) {
        Rendering rendering = Connectors.delivering(CONNECTOR, deliver(columns)).render(List.of(item));
        assertThat(rendering.problems()).isEmpty();
        return new String(rendering.bytes(), StandardCharsets.UTF_8);
    }

    private static String deliver(String columns) {
        return "events: [measure.started]\ncolumns:\n" + columns.indent(2);
    }

    private static FieldValues fields() {
        return FieldValues.builder().set("event.occurredOn", "2026-03-02").build();
    }

    private static OutgoingItem item(FieldValues fields) {
        return new OutgoingItem("D-1", EventType.MEASURE_STARTED, MessageKind.EVENT, "AWO-1", fields, FieldValues.EMPTY, null);
    }
}
