package de.kimhub.translation;

import static de.kimhub.translation.Connectors.accepted;
import static de.kimhub.translation.Connectors.records;
import static de.kimhub.translation.XmlConnectors.bytes;
import static de.kimhub.translation.XmlConnectors.collection;
import static de.kimhub.translation.XmlConnectors.message;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlTransformTest {

    private static final String RECEIVE = """
            record: {key: [id]}
            fields:
              case.number: {from: az, required: true}
              event.occurredOn: {from: am, required: true}
            events:
              - type: case.opened
                when: {column: "name()", equals: "m:Meldung.1"}
            """;

    @TempDir
    Path folder;

    private Translator translator(String body, List<Problem> problems) throws IOException {
        Files.createDirectories(folder.resolve("transform"));
        Files.writeString(folder.resolve("transform/flat.xsl"), """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                  xmlns:m="urn:beispiel:melder:2611" xmlns:r="http://xml.apache.org/xalan/java/java.lang.Runtime"
                  exclude-result-prefixes="m r">
                """ + body + "\n</xsl:stylesheet>\n");
        String format = XmlConnectors.FORMAT.replace("  unusedColumns: [\"kopf/*\", \"//@listVersionID\", \"@version\"]",
                "  xslt: flat.xsl");
        return Connectors.compile(format, RECEIVE, null, CodeLists.canonical(), Stylesheets.of(folder), Schemas.NONE,
                problems);
    }

    private Translator translator(String body) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Translator translator = translator(body, problems);
        assertThat(problems).isEmpty();
        return translator;
    }

    private static final String FLAT = """
            <xsl:template match="/m:Meldung.1"><zeile>
              <id><xsl:value-of select="nachricht/uuid"/></id>
              <az><xsl:value-of select="concat('F-', m:zeichen/az)"/></az>
              <am><xsl:value-of select="nachricht/am"/></am>
              <xsl:comment><xsl:value-of select="//vor"/></xsl:comment>
            </zeile></xsl:template>
            """;

    @Test
    void theColumnsAreThoseOfTheResultAndTheNameThatOfTheRecord() throws IOException {
        Translator flat = translator(FLAT);

        List<RawRecord> records = records(flat, bytes(collection(message(1), message(2))));

        assertThat(records).extracting(record -> accepted(flat.translate((RawRecord.Readable) record)).caseNumber())
                .containsExactly("F-A-1", "F-A-2");
        assertThat(accepted(flat.translate((RawRecord.Readable) records.getFirst())).findings()).isEmpty();
    }

    @Test
    void aRecordOnWhichTheStylesheetFailsIsRefusedAlone() throws IOException {
        for (String failing : List.of(
                "<xsl:message terminate=\"yes\"><xsl:value-of select=\".\"/></xsl:message>",
                "<xsl:call-template name=\"again\"/>",
                "<xsl:value-of select=\"document('file:///etc/passwd')\"/>",
                "<xsl:call-template name=\"deep\"/>")) {
            Translator translator = translator(FLAT.replace("<az>", "<xsl:if test=\"nachricht/uuid = 'u-2'\">" + failing
                    + "</xsl:if><az>") + """
                    <xsl:template name="again"><a/><xsl:call-template name="again"/></xsl:template>
                    <xsl:template name="deep"><a><xsl:call-template name="deep"/></a></xsl:template>
                    """);

            List<RawRecord> records = records(translator, bytes(collection(message(1), message(2), message(3))));

            assertThat(records).as(failing).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-023", "read");
            assertThat(records.toString()).doesNotContain("u-2").doesNotContain("A-2");
        }
    }

    @Test
    void aStylesheetReachesNothingButItsRecord() throws Exception {
        XmlSecurityTest.noConnection(port -> {
            String address = "http://127.0.0.1:" + port + "/x";
            for (String reaching : List.of("<xsl:include href=\"" + address + "\"/>",
                    "<xsl:import href=\"" + address + "\"/>")) {
                List<Problem> problems = new ArrayList<>();
                translator(reaching + FLAT, problems);
                assertThat(Connectors.codes(problems)).as(reaching).contains("HUB-CFG-116");
            }
            Translator document = translator(FLAT.replace("<az>", "<x><xsl:copy-of select=\"document('" + address
                    + "')\"/></x><az>"));
            assertThat(records(document, bytes(collection(message(1))))).extracting(XmlReadingTest::code)
                    .containsExactly("HUB-XML-023");
        });
        List<Problem> problems = new ArrayList<>();
        Translator java = translator(FLAT.replace("<az>", "<x><xsl:value-of select=\"r:getRuntime()\"/></x><az>"), problems);
        assertThat(java == null || records(java, bytes(collection(message(1)))).getFirst() instanceof RawRecord.Unreadable)
                .isTrue();
    }

    @Test
    void whatIsWrongWithAStylesheetHasItsFileAndLine() throws IOException {
        List<Problem> problems = new ArrayList<>();

        translator("<xsl:template match=\"/\">\n<xsl:value-of select=\"((\"/></xsl:template>", problems);

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.place().file()).isEqualTo("transform/flat.xsl");
            assertThat(problem.place().line()).isPositive();
        });
    }

    @Test
    void aStylesheetThatIsNestedWithoutEndIsAProblem() throws IOException {
        List<Problem> problems = new ArrayList<>();

        translator("<xsl:template match=\"/\">" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</xsl:template>", problems);

        assertThat(Connectors.codes(problems)).contains("HUB-CFG-116");
    }

    @Test
    void anEmptyResultRefusesTheRecord() throws IOException {
        Translator nothing = translator("<xsl:template match=\"/\"/>");

        assertThat(records(nothing, bytes(collection(message(1))))).extracting(XmlReadingTest::code)
                .containsExactly("HUB-XML-023");
    }
}
