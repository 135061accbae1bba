package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.kimhub.connector.Connectors;
import de.kimhub.connector.Installations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A connector is tested by lying in {@code connectors/} or in an installation's own {@code connectors/}. */
class ConnectorKitTest {

    private static final Path SHIPPED = Path.of("connectors");

    @TestFactory
    Stream<DynamicNode> everyConnectorPassesTheKit() throws IOException {
        List<Path> folders = new ArrayList<>(Connectors.folders(SHIPPED));
        for (Path installation : installations()) {
            if (Files.isDirectory(installation.resolve("connectors"))) {
                folders.addAll(Connectors.folders(installation.resolve("connectors")));
            }
        }
        return folders.stream().map(folder -> dynamicContainer(folder.toString(),
                ConnectorKit.check(folder).stream().map(result -> dynamicTest(result.level() + ": " + result.name(),
                        () -> assertThat(result.findings()).isEmpty()))));
    }

    @TestFactory
    Stream<DynamicNode> everyInstallationIsRight() throws IOException {
        return installations().stream().map(folder -> dynamicTest(folder.toString(),
                () -> assertThat(Installations.load(folder, SHIPPED).problems()).isEmpty()));
    }

    @Test
    void thereAreConnectorsAndInstallationsToCheck() throws IOException {
        assertThat(Connectors.folders(SHIPPED)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(installations()).isNotEmpty();
    }

    private static List<Path> installations() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("config"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("hub.yaml"))).sorted().toList();
        }
    }
}
