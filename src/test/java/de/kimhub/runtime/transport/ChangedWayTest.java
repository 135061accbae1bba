package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.Parcel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipient's folder is changed in the middle of a delivery. */
class ChangedWayTest {

    @TempDir
    Path temp;

    @Test
    void what_was_staged_in_the_former_folder_is_published_there_and_leaves_no_route_behind() throws Exception {
        Path former = Files.createDirectories(temp.resolve("former"));
        Path present = Files.createDirectories(temp.resolve("present"));
        Instance before = TestHub.delivering("awo", "file", Map.of("folder", former.toString()));
        Instance after = TestHub.delivering("awo", "file", Map.of("folder", present.toString()));
        Endpoint stagedAt = Endpoint.parse(before.deliver().orElseThrow().serialized());
        Parcel parcel = new Parcel(7, false, "lieferung-7.csv", "a;b".getBytes(StandardCharsets.UTF_8), stagedAt);
        try (TestHub hub = new TestHub(temp, before)) {
            hub.transport.stage(before, parcel);
            hub.become(after);
            int routes = hub.camel.getRoutesSize();

            assertThat(hub.transport.stages(after, parcel)).isTrue();
            hub.transport.publish(after, parcel);

            assertThat(former.resolve("lieferung-7.csv")).exists();
            assertThat(present.resolve("lieferung-7.csv")).doesNotExist();
            assertThat(hub.camel.getRoutesSize()).isEqualTo(routes);
            hub.transport.stage(after, new Parcel(8, false, "lieferung-8.csv", new byte[1]));
            assertThat(present.resolve(".kim-hub/lieferung-8.csv")).exists();
        }
    }

    @Test
    void an_endpoint_is_the_same_when_it_comes_back_from_the_database() {
        Endpoint endpoint = new Endpoint("jdbc", Map.of("url", "jdbc:postgresql://h/d?a=b&c=ü", "password", "secret:X",
                "leer", ""));
        assertThat(Endpoint.parse(endpoint.serialized())).isEqualTo(endpoint);
        assertThat(Endpoint.parse("file")).isEqualTo(new Endpoint("file", Map.of()));
    }
}
