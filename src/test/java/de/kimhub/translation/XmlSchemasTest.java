package de.kimhub.translation;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlSchemasTest {

    private static final String HEAD = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" ";
    private static final String MESSAGES = HEAD + """
            targetNamespace="urn:beispiel:melder:2611" xmlns:m="urn:beispiel:melder:2611" xmlns:k="urn:beispiel:kopf:1"
              elementFormDefault="qualified">
              <xs:import namespace="urn:beispiel:kopf:1" schemaLocation="http://beispiel.invalid/kopf.xsd"/>
              <xs:include schemaLocation="unter/person.xsd"/>
              <xs:element name="Meldung.1"><xs:complexType>
                <xs:sequence>
                  <xs:element name="nachricht" type="k:Nachricht" form="unqualified"/>
                  <xs:element name="zeichen"><xs:complexType><xs:sequence>
                    <xs:element name="az" form="unqualified"><xs:simpleType><xs:restriction base="xs:string">
                      <xs:pattern value="A-[0-9]+"/></xs:restriction></xs:simpleType></xs:element>
                  </xs:sequence></xs:complexType></xs:element>
                  <xs:element name="person" type="m:Person"/>
                </xs:sequence>
                <xs:attribute name="version" use="required"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;
    private static final String PERSON = HEAD + """
            targetNamespace="urn:beispiel:melder:2611" elementFormDefault="qualified">
              <xs:complexType name="Person"><xs:sequence><xs:element name="name"><xs:complexType><xs:sequence>
                <xs:element name="vor" type="xs:string" form="unqualified"/>
                <xs:element name="nach" type="xs:string" form="unqualified"/>
              </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
            </xs:schema>
            """;
    private static final String KOPF = HEAD + """
            targetNamespace="urn:beispiel:kopf:1"><xs:complexType name="Nachricht"><xs:sequence>
              <xs:element name="uuid" type="xs:string"/><xs:element name="am" type="xs:date"/>
            </xs:sequence></xs:complexType></xs:schema>
            """;

    @TempDir
    Path product;

    private Path schemas;

    @BeforeEach
    void schemas() throws IOException {
        schemas = Files.createDirectories(product.resolve("config/schemas"));
        Files.writeString(schemas.resolve("melder.xsd"), MESSAGES);
        Files.writeString(schemas.resolve("person.xsd"), PERSON);
        Files.writeString(schemas.resolve("irgendwie.xsd"), KOPF);
    }

    private Translator translator(List<Problem> problems) {
        return Connectors.compile(XmlConnectors.FORMAT, XmlConnectors.receive(), null, CodeLists.canonical(),
                Stylesheets.NONE, Schemas.around(product.resolve("connectors/melder")), problems);
    }

    private List<RawRecord> read(String... messages) {
        List<Problem> problems = new ArrayList<>();
        Translator translator = translator(problems);
        assertThat(problems).isEmpty();
        return records(translator, bytes(collection(messages)));
    }

    @Test
    void validRecordsAreTakenAndThoseOfNamespacesWithoutSchema() {
        String other = message(2).replace(" version", " xmlns:m=\"" + XmlConnectors.OLD + "\" version")
                .replace("A-2", "anders");

        assertThat(read(message(1), other)).extracting(XmlReadingTest::code).containsExactly("read", "read");
    }

    @Test
    void whatBreaksARuleIsSaidWithPathAndLineAndWithoutValues() {
        String value = message(1).replace("A-1", "GEHEIM");
        String date = message(2).replace("<am>", "\n<am>GEHEIM");
        String unknown = message(3, "<geheim-name/>");
        String order = message(4).replaceFirst("(<m:zeichen>.*</m:zeichen>)(<m:person>.*</m:person>)", "$2$1");
        String lacking = message(5).replaceFirst("<nach>.*</nach>", "");
        String attribute = message(6).replace(" version=\"1\"", "");

        List<RawRecord> records = read(value, date, unknown, order, lacking, attribute, message(7));

        assertThat(records).extracting(XmlReadingTest::code).containsExactly("HUB-XML-024", "HUB-XML-024", "HUB-XML-024",
                "HUB-XML-024", "HUB-XML-024", "HUB-XML-024", "read");
        assertThat(records.stream().limit(6).map(record -> ((RawRecord.Unreadable) record).problem().text()))
                .containsExactly(
                        "'Meldung.1/zeichen/az', on line 4, holds a value of another form than the schema demands. Have the"
                                + " record mended at its source.",
                        "'Meldung.1/nachricht/am', on line 6, holds a value of another data type. Have the record mended at"
                                + " its source.",
                        "'Meldung.1/*[1]', on line 7, does not belong here: it is unknown, in the wrong place or namespace,"
                                + " or once too often. Have the record mended at its source.",
                        "'Meldung.1/person', on line 8, does not belong here: it is unknown, in the wrong place or namespace,"
                                + " or once too often. Have the record mended at its source.",
                        "'Meldung.1/person/name', on line 9, lacks an element that the schema demands in it. Have the record"
                                + " mended at its source.",
                        "'Meldung.1', on line 10, lacks an attribute that the schema demands. Have the record mended at its"
                                + " source.");
        assertThat(records.toString()).doesNotContain("GEHEIM").doesNotContain("geheim-name");
        assertThat(((RawRecord.Unreadable) records.getFirst()).problem().code().xinneresCode()).isEqualTo("X001");
    }

    @Test
    void aRecordThatIsBrokenOffDoesNotConfuseTheNext() {
        assertThat(read(message(1).replace("A-1", "&x;"), message(2))).extracting(XmlReadingTest::code)
                .containsExactly("HUB-XML-020", "read");
    }

    @Test
    void aSchemaThatDoesNotCompileIsAFindingThatNamesTheFile() throws IOException {
        Files.writeString(schemas.resolve("person.xsd"), PERSON.replace("xs:string", "xs:strin"));
        List<Problem> problems = new ArrayList<>();

        assertThat(translator(problems)).isNull();

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code().code()).isEqualTo("HUB-CFG-119");
            assertThat(problem.place().file()).endsWith("person.xsd");
            assertThat(problem.place().line()).isPositive();
        });
    }

    @Test
    void whatASchemaNeedsIsLookedForInTheFolderOnly() throws Exception {
        XmlSecurityTest.noConnection(port -> {
            Files.delete(schemas.resolve("irgendwie.xsd"));
            Files.writeString(schemas.resolve("melder.xsd"), MESSAGES.replace("beispiel.invalid", "127.0.0.1:" + port));
            List<Problem> problems = new ArrayList<>();

            assertThat(translator(problems)).isNull();

            assertThat(problems).anySatisfy(problem -> {
                assertThat(problem.text()).contains("the namespace 'urn:beispiel:kopf:1'");
                assertThat(problem.place().file()).endsWith("melder.xsd");
            });
        });
        Files.writeString(schemas.resolve("irgendwie.xsd"), "<a/>");
        List<Problem> problems = new ArrayList<>();
        assertThat(translator(problems)).isNull();
        assertThat(problems).extracting(problem -> problem.place().file()).allMatch(file -> file.endsWith("irgendwie.xsd"));
    }

    @Test
    void aSchemaMayHaveADocumentTypeButNothingIsFetchedForIt() throws Exception {
        Path secret = Files.writeString(product.resolve("geheim.txt"), "xs:date");
        XmlSecurityTest.noConnection(port -> {
            Files.writeString(schemas.resolve("irgendwie.xsd"), "<!DOCTYPE xs:schema PUBLIC 'a' 'http://127.0.0.1:" + port
                    + "/x.dtd' [<!ENTITY k 'urn:beispiel:kopf:1'><!ENTITY % p ''>]>" + KOPF.replace("urn:beispiel:kopf:1", "&k;"));
            assertThat(read(message(1))).extracting(XmlReadingTest::code).containsExactly("read");

            Files.writeString(schemas.resolve("irgendwie.xsd"), "<!DOCTYPE xs:schema [<!ENTITY k SYSTEM '" + secret.toUri()
                    + "'>]>" + KOPF.replace(">", ">&k;"));
            List<Problem> problems = new ArrayList<>();
            translator(problems);
            assertThat(problems.toString()).doesNotContain("xs:date");
        });
    }

    @Test
    void filesOfOneNamespaceThatDoNotKnowEachOtherCountTogether() throws IOException {
        Files.writeString(schemas.resolve("weitere.xsd"), HEAD + """
                targetNamespace="urn:beispiel:melder:2611"><xs:element name="Meldung.2" type="xs:string"/></xs:schema>
                """);
        String second = message(2).replace("Meldung.1", "Meldung.2");

        assertThat(read(message(1), second)).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-024");
    }

    @Test
    void anInstallationMayHaveItsOwn() throws IOException {
        Path own = Files.createDirectories(product.resolve("config/kreis/schemas"));
        Files.writeString(own.resolve("falsch.xsd"), "<falsch/>");
        List<Problem> problems = new ArrayList<>();

        Schemas.around(product.resolve("config/kreis/connectors/melder")).compile(problems);

        assertThat(problems).extracting(problem -> problem.place().file()).allMatch(file -> file.endsWith("falsch.xsd"));
        assertThat(Schemas.around(product.resolve("config/stadt/connectors/melder")).compile(new ArrayList<>())).isPresent();
    }
}
