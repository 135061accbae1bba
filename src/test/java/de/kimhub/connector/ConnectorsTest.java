package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsTest {

    @TempDir
    Path product;

    private final List<Problem> problems = new ArrayList<>();
    private Folders folders;

    @BeforeEach
    void writeOneConnector() {
        folders = new Folders(product);
        folders.connector("kurs-csv");
    }

    @Test
    void readsADescriptor() {
        Descriptor descriptor = load().find("kurs-csv").orElseThrow().descriptor();

        assertThat(descriptor.title()).isEqualTo("Sprachkurse (CSV)");
        assertThat(descriptor.retention()).isEqualTo(Period.ofDays(7));
        assertThat(descriptor.receives()).contains(new Descriptor.Receives(Descriptor.Delivery.EVENTS));
        assertThat(descriptor.delivers()).isEmpty();
        assertThat(descriptor.can(Descriptor.Capability.CORRECTS)).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void theSchemasOfItsPlaceHoldForAVersionThatWasKept() throws Exception {
        folders.write("connectors/kurs-csv/connector.yaml", Folders.DESCRIPTOR.replace("type: csv, charset: UTF-8, delimiter: \";\"",
                "type: xml, namespaces: {k: \"urn:kurs\"}, records: [\"k:kurs\"]"));
        byte[] kept = load().find("kurs-csv").orElseThrow().files();
        folders.write("config/schemas/broken.xsd", "<kein-schema/>");

        assertThat(Connectors.unpack("kurs-csv", kept, folders.shipped(), problems)).isEmpty();
        assertThat(problems).extracting(problem -> problem.code().code()).containsExactly("HUB-CFG-119");

        folders.write("config/schemas/broken.xsd", """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:kurs"><xs:element name="kurs">
                  <xs:complexType><xs:sequence><xs:element name="NR" type="xs:integer"/></xs:sequence></xs:complexType>
                </xs:element></xs:schema>""");
        Connector old = Connectors.unpack("kurs-csv", kept, folders.shipped(), problems).orElseThrow();
        Opening opening = old.translator().open(DocumentContent.of(
                "<k:kurs xmlns:k='urn:kurs'><NR>sieben</NR></k:kurs>".getBytes(StandardCharsets.UTF_8)), ReadMark.START);
        assertThat(((Opening.Opened) opening).reader().read(1).getFirst()).isInstanceOf(RawRecord.Unreadable.class);
        assertThat(old.folder()).isEqualTo(folders.shipped().resolve("kurs-csv"));
    }

    @Test
    void brokenFoldersNeverKeepTheOthersOut() {
        folders.write("connectors/a-broken/connector.yaml", "title: [\n");
        folders.folder("connectors/b-empty");
        folders.connector("c-binary");
        folders.write("connectors/c-binary/receive.yaml", "\u0000\u0001");
        folders.connector("d-undeclared");
        folders.write("connectors/d-undeclared/deliver.yaml", Folders.DELIVER);
        folders.connector("e-missing");
        folders.write("connectors/e-missing/connector.yaml",
                Folders.DESCRIPTOR + "deliver: {idempotence: none, format: {type: csv}}\n");
        folders.connector("Wrong_Name");
        folders.write("connectors/g-list/codelists/x.csv", "nonsense");
        folders.write("connectors/README.md", "no folder");

        Connectors connectors = load();

        assertThat(connectors.ids()).containsExactly("kurs-csv");
        assertThat(connectors.broken()).containsExactlyInAnyOrder("a-broken", "b-empty", "c-binary", "d-undeclared",
                "e-missing", "Wrong_Name", "g-list");
        assertThat(problems).extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("connectors/a-broken/connector.yaml:2: This is not valid YAML"))
                .anyMatch(text -> text.startsWith("connectors/b-empty/connector.yaml: The file does not exist"))
                .anyMatch(text -> text.startsWith("connectors/d-undeclared/deliver.yaml: connector.yaml has no section"))
                .anyMatch(text -> text.startsWith("connectors/e-missing/connector.yaml:7: The connector says"))
                .anyMatch(text -> text.startsWith("connectors/Wrong_Name: A connector's folder name"));
    }

    @Test
    void theVersionChangesWithWhatTheTranslationDependsOnAndWithNothingElse() {
        String version = load().find("kurs-csv").orElseThrow().version();

        folders.write("connectors/kurs-csv/README.md", "new prose");
        folders.write("connectors/kurs-csv/samples/one/input.csv", "NR;AB\n");
        assertThat(load().find("kurs-csv").orElseThrow().version()).isEqualTo(version);

        folders.write("connectors/kurs-csv/receive.yaml", Folders.RECEIVE + "# \n");
        assertThat(load().find("kurs-csv").orElseThrow().version()).isNotEqualTo(version);
    }

    @Test
    void aMissingFolderIsAProblemAndNoException() {
        assertThat(Connectors.load(product.resolve("nowhere"), problems).all()).isEmpty();
        assertThat(problems).singleElement().asString().contains("HUB-CON-001");
    }

    @Test
    void anInstallationsOwnFolderShadowsTheShippedOneEvenWhenItIsBroken() {
        folders.connector("other-csv");
        folders.write("config/test/connectors/kurs-csv/connector.yaml", "title:\n");

        Connectors connectors = Installations.connectors(folders.config, folders.shipped(), problems);

        assertThat(connectors.ids()).containsExactly("other-csv");
        assertThat(connectors.broken()).containsExactly("kurs-csv");
        assertThat(problems.getFirst()).asString().startsWith("config/test/connectors/kurs-csv/connector.yaml:1:");

        folders.write("config/test/connectors/kurs-csv/connector.yaml",
                Folders.DESCRIPTOR.replace("Sprachkurse", "Eigene Kurse"));
        folders.write("config/test/connectors/kurs-csv/receive.yaml", Folders.RECEIVE);
        assertThat(Installations.connectors(folders.config, folders.shipped(), problems).find("kurs-csv").orElseThrow()
                .descriptor().title()).startsWith("Eigene Kurse");
    }

    private Connectors load() {
        return Connectors.load(folders.shipped(), problems);
    }
}
