package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Connectors;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import de.kimhub.kit.CheckResult;
import de.kimhub.kit.ConnectorKit;
import de.kimhub.kit.Wire;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Level 3 of the kit: each connector over the transport that the demo's first instance of it has. */
class ConnectorWireTest {

    private static final Path SHIPPED = Path.of("connectors");

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    static Stream<Named<Instance>> instances() {
        return byConnector().values().stream().map(instance -> Named.of(instance.connector().id(), instance));
    }

    @ParameterizedTest
    @MethodSource("instances")
    void theRealTransportLosesDoublesAndChangesNothing(Instance instance) throws Exception {
        try (Wire wire = open(instance)) {
            assertThat(ConnectorKit.checkWire(instance, wire)).isNotEmpty().flatMap(CheckResult::findings).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("instances")
    void aTransportThatLosesOrDoublesIsFound(Instance instance) throws Exception {
        try (Wire real = open(instance); Wire lossy = new LossyWire(real)) {
            List<CheckResult> results = ConnectorKit.checkWire(instance, lossy);
            assertThat(results).isNotEmpty().noneMatch(CheckResult::passed);
        }
    }

    @Test
    void everyShippedConnectorHasAnInstanceInTheDemo() {
        assertThat(byConnector().keySet())
                .containsExactlyInAnyOrderElementsOf(Connectors.load(SHIPPED, new ArrayList<>()).ids());
    }

    private Wire open(Instance instance) throws Exception {
        String transport = Stream.of(instance.receive(), instance.deliver()).flatMap(endpoint -> endpoint.stream())
                .map(Endpoint::transport).findFirst().orElseThrow();
        return switch (transport) {
            case "file" -> new FileWire(folder, instance);
            case "jdbc" -> new JdbcWire(folder, instance, database);
            default -> throw new IllegalStateException("Give the transport '" + transport + "' a Wire beside FileWire");
        };
    }

    private static Map<String, Instance> byConnector() {
        Installation demo = Installations.load(Path.of("config", "demo"), SHIPPED);
        Map<String, Instance> byConnector = new LinkedHashMap<>();
        demo.all().forEach(instance -> byConnector.putIfAbsent(instance.connector().id(), instance));
        return byConnector;
    }

    /** Cuts the last line off what arrives, and gives what was delivered twice. */
    private record LossyWire(Wire real) implements Wire {

        @Override
        public byte[] receive(byte[] document) throws Exception {
            String arrived = new String(real.receive(document), java.nio.charset.StandardCharsets.ISO_8859_1).stripTrailing();
            return arrived.substring(0, Math.max(0, arrived.lastIndexOf('\n')))
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] deliver(long batch, byte[] rendered) throws Exception {
            String there = new String(real.deliver(batch, rendered), java.nio.charset.StandardCharsets.UTF_8);
            return (there.startsWith("[") ? "[" + there.substring(1, there.length() - 1) + "," + there.substring(1)
                    : there + there).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            // the real one is closed by the test
        }
    }
}
