package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.message.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxedXsltTest {

    private static final String SECRET = "Geheimnis Mustermann";
    private static final byte[] DOCUMENT = "<liste><name>Łukasz Müstermann</name></liste>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    @Test
    void writesWhatTheStylesheetSaysAsUtf8() throws Exception {
        assertThat(result("<xsl:template match='/'><a n='{liste/name}'/></xsl:template>"))
                .isEqualTo("<a n=\"Łukasz Müstermann\"/>");
    }

    @Test
    void documentReadsNoFile() throws Exception {
        Path file = Files.writeString(temp.resolve("geheim.xml"), "<x>" + SECRET + "</x>");

        assertRefusedOrEmpty("<xsl:template match='/'><a><xsl:value-of select=\"document('" + file.toUri()
                + "')\"/></a></xsl:template>");
    }

    @Test
    void documentAsksNoServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            assertRefusedOrEmpty("<xsl:template match='/'><a><xsl:value-of select=\"document('http://127.0.0.1:"
                    + server.getLocalPort() + "/x')\"/></a></xsl:template>");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void otherStylesheetsAreNotIncluded() throws Exception {
        Path other = Files.writeString(temp.resolve("other.xsl"), stylesheet("<xsl:template match='/'><a/></xsl:template>"));

        assertThat(problems("<xsl:include href='" + other.toUri() + "'/>")).isNotEmpty();
        assertThat(problems("<xsl:import href='" + other.toUri() + "'/>")).isNotEmpty();
    }

    @Test
    void extensionFunctionsDoNotRun() {
        Path made = temp.resolve("made");

        assertRefusedOrEmpty("<xsl:template match='/'><a xmlns:f='http://xml.apache.org/xalan/java/java.io.File'>"
                + "<xsl:value-of select=\"f:mkdir(f:new('" + made + "'))\"/></a></xsl:template>");
        assertThat(made).doesNotExist();
    }

    @Test
    void extensionElementsWriteNoFile() {
        Path made = temp.resolve("made.txt");

        assertRefusedOrEmpty("<xsl:template match='/'><redirect:write xmlns:redirect='http://xml.apache.org/xalan/redirect'"
                + " xsl:extension-element-prefixes='redirect' file='" + made + "'>x</redirect:write></xsl:template>");
        assertThat(made).doesNotExist();
    }

    @Test
    void aDocumentTypeIsRefusedInBoth() {
        String dtd = "<!DOCTYPE x [<!ENTITY e \"" + SECRET + "\">]>";

        assertThat(problemsOf(dtd + stylesheet("<xsl:template match='/'><a>&e;</a></xsl:template>"))).isNotEmpty();
        assertThatThrownBy(() -> compiled("<xsl:template match='/'><a/></xsl:template>")
                .transform((dtd + "<x>&e;</x>").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SandboxedXslt.Failed.class);
    }

    @Test
    void recursionWithoutEndFailsOnly() {
        SandboxedXslt endless = compiled("<xsl:template match='/'><xsl:call-template name='t'/></xsl:template>"
                + "<xsl:template name='t'><a><xsl:call-template name='t'/></a></xsl:template>");

        assertThatThrownBy(() -> endless.transform(DOCUMENT)).isInstanceOf(SandboxedXslt.Failed.class);
    }

    @Test
    void messagesAndFailuresPrintAndTellNothing() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(caught);
        System.setErr(caught);
        try {
            assertThatThrownBy(() -> compiled("<xsl:template match='/'><xsl:message terminate='yes'><xsl:value-of"
                    + " select='.'/></xsl:message></xsl:template>").transform(DOCUMENT))
                    .isInstanceOf(SandboxedXslt.Failed.class).hasNoCause().hasMessageNotContaining("Müstermann");
            problems("<xsl:template match='/'><xsl:value-of select='('/></xsl:template>");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatIsWrongNamesFileAndLine() {
        List<Problem> problems = problems("\n<xsl:template match='/'>\n<xsl:nonsense/></xsl:template>");

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(TranslationProblem.CFG_XSLT);
            assertThat(problem.place().file()).isEqualTo("transform/x.xsl");
        });
        assertThat(problems).anySatisfy(problem -> assertThat(problem.place().line()).isEqualTo(3));
    }

    @Test
    void stylesheetsOfAFolderAreFoundByName() throws IOException {
        Files.writeString(Files.createDirectories(temp.resolve("transform")).resolve("a.xsl"),
                stylesheet("<xsl:template match='/'><a/></xsl:template>"));
        List<Problem> problems = new ArrayList<>();

        assertThat(Stylesheets.of(temp).compile("a.xsl", null, problems)).isPresent();
        assertThat(problems).isEmpty();
        assertThat(Stylesheets.of(temp).compile("../transform/a.xsl", null, problems)).isEmpty();
        assertThat(Stylesheets.NONE.compile("a.xsl", null, problems)).isEmpty();
        assertThat(problems).hasSize(2);
    }

    private void assertRefusedOrEmpty(String body) {
        List<Problem> problems = new ArrayList<>();
        SandboxedXslt.compile(stylesheet(body).getBytes(StandardCharsets.UTF_8), "x", problems).ifPresent(xslt -> {
            try {
                assertThat(new String(xslt.transform(DOCUMENT), StandardCharsets.UTF_8)).doesNotContain(SECRET);
            } catch (SandboxedXslt.Failed refused) {
                assertThat(refused).hasNoCause();
            }
        });
    }

    private static String result(String body) throws SandboxedXslt.Failed {
        return new String(compiled(body).transform(DOCUMENT), StandardCharsets.UTF_8);
    }

    private static SandboxedXslt compiled(String body) {
        List<Problem> problems = new ArrayList<>();
        SandboxedXslt xslt = SandboxedXslt.compile(stylesheet(body).getBytes(StandardCharsets.UTF_8), "x", problems)
                .orElse(null);
        assertThat(problems).isEmpty();
        return xslt;
    }

    private static List<Problem> problems(String body) {
        return problemsOf(stylesheet(body));
    }

    private static List<Problem> problemsOf(String stylesheet) {
        List<Problem> problems = new ArrayList<>();
        assertThat(SandboxedXslt.compile(stylesheet.getBytes(StandardCharsets.UTF_8), "transform/x.xsl", problems)).isEmpty();
        return problems;
    }

    private static String stylesheet(String body) {
        return "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                + "<xsl:output omit-xml-declaration='yes'/>" + body + "</xsl:stylesheet>";
    }
}
