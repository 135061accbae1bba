package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Connectors;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorTableTest {

    private static final Path FILE = Path.of("docs", "connectors.md");

    @Test
    void theCatalogueIsTheOneThatTheFoldersGive() throws IOException {
        List<Problem> problems = new ArrayList<>();
        String table = ConnectorTable.of(Connectors.load(Path.of("connectors"), problems));
        assertThat(problems).isEmpty();
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(FILE, table);
        }
        assertThat(FILE).content().as("docs/connectors.md is generated. Write it anew with"
                + " mvn test -Dtest=ConnectorTableTest -Dregenerate=true, look at the difference and commit it.")
                .isEqualToNormalizingNewlines(table);
    }
}
