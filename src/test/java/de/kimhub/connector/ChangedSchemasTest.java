package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator puts the official XSDs beside a connector that stays as it is. */
class ChangedSchemasTest {

    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:kurs"%s/>
            """;

    @TempDir
    Path product;

    @Test
    void a_connector_is_compiled_again_when_its_schemas_change_and_otherwise_taken_over() {
        Folders folders = new Folders(product);
        folders.connector("kurs-csv");
        folders.kamelets();
        folders.instance("k", "kurs-csv", "receive: {transport: file, folder: ../../in}\n");
        Installation without = Installations.load(folders.config, folders.shipped());

        folders.write("config/schemas/kurs.xsd", XSD.formatted(""));
        Installation with = reload(folders, without);
        assertThat(with.problems()).isEmpty();
        assertThat(with.instance("k")).isNotEqualTo(without.instance("k"));
        assertThat(connector(reload(folders, with))).isSameAs(connector(with));

        folders.write("config/schemas/kurs.xsd", XSD.formatted(" version=\"2\""));
        assertThat(connector(reload(folders, with))).isNotEqualTo(connector(with));
    }

    private static Connector connector(Installation installation) {
        return installation.instance("k").orElseThrow().connector();
    }

    private static Installation reload(Folders folders, Installation before) {
        return Installations.reload(before, folders.shipped(), rules -> List.of());
    }
}
