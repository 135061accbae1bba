package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTrialTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    @Test
    void findsFoldersThatAreNotThere() {
        assertThat(findings(TestHub.receiving("awo", "file", Map.of("folder", folder.toString())))).isEmpty();
        assertThat(findings(TestHub.delivering("awo", "file", Map.of("folder", folder + "/none"))))
                .singleElement().asString().startsWith("awo-deliver: the folder");
    }

    @Test
    void findsDatabasesAndTablesThatAreNotThere() throws SQLException {
        String url;
        try (var connection = database.dataSource().getConnection()) {
            url = connection.getMetaData().getURL();
        }
        assertThat(findings(source(url, "hub.instance"))).isEmpty();
        assertThat(findings(source(url, "Hub.Instance"))).singleElement().asString()
                .contains("Hub.Instance cannot be read (SQLSTATE 42P01)");
        assertThat(findings(source("jdbc:postgresql://127.0.0.1:1/x", "v"))).singleElement().asString()
                .contains("cannot be reached");
    }

    private static Instance source(String url, String view) {
        return TestHub.receiving("eb", "jdbc", Map.of("url", url, "user", "postgres", "view", view));
    }

    private List<String> findings(Instance instance) {
        Installation installation = new Installation("test", folder, null, Optional.empty(),
                Map.of(instance.id(), instance), List.of());
        return new ConnectionTrial(UnaryOperator.identity()).run(installation).getFirst().findings();
    }
}
