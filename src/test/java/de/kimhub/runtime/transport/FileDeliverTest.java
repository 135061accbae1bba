package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.DeliveryProblem;
import de.kimhub.delivery.Parcel;
import de.kimhub.delivery.TransportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDeliverTest {

    private static final Parcel PARCEL = new Parcel(7, false, "lieferung-7.csv", "a;b\r\n".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path temp;
    private Path folder;
    private Instance recipient;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectories(temp.resolve("Import"));
        recipient = TestHub.delivering("awo", "file", Map.of("folder", folder.toString()));
        hub = new TestHub(temp, recipient);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void showsAFileOnlyWhenItIsPublishedAndWhole() throws Exception {
        assertThat(hub.transport.stages(recipient, PARCEL)).isTrue();
        hub.transport.stage(recipient, PARCEL);
        assertThat(files(folder)).isEmpty();
        hub.transport.publish(recipient, PARCEL);
        assertThat(folder.resolve("lieferung-7.csv")).hasBinaryContent(PARCEL.bytes());
        assertThat(files(folder.resolve(".kim-hub"))).isEmpty();
    }

    @Test
    void stagingAgainAfterACrashGivesOneFile() throws Exception {
        hub.transport.stage(recipient, PARCEL);
        hub.transport.stage(recipient, PARCEL);
        hub.transport.publish(recipient, PARCEL);
        assertThat(files(folder)).containsExactly("lieferung-7.csv");
    }

    @Test
    void publishingAgainGivesNothingToARecipientThatHasReadAndDeletedTheFile() throws Exception {
        hub.transport.stage(recipient, PARCEL);
        hub.transport.publish(recipient, PARCEL);
        Files.delete(folder.resolve("lieferung-7.csv"));
        hub.transport.publish(recipient, PARCEL);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void saysWhichFolderIsMissingAndAfterSomeAttemptsDoesNotTryForAWhile() throws Exception {
        Files.delete(folder);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> hub.transport.stage(recipient, PARCEL))
                    .isInstanceOfSatisfying(TransportException.class,
                            e -> assertThat(e.code()).isEqualTo("HUB-RUN-023"))
                    .hasMessageContaining(folder.toString());
        }
        Files.createDirectories(folder);
        assertThatThrownBy(() -> hub.transport.stage(recipient, PARCEL)).isInstanceOfSatisfying(
                TransportException.class, e -> assertThat(e.code()).isEqualTo(DeliveryProblem.CIRCUIT_OPEN.code()));
    }

    @Test
    void takesBackWhatIsNotCollectedAndNothingElse() throws Exception {
        Parcel parcel = new Parcel(7, false, "lieferung-7.csv", PARCEL.bytes(), recipient.deliver().orElseThrow());
        hub.transport.stage(recipient, parcel);
        hub.transport.publish(recipient, parcel);
        assertThat(hub.transport.recall(recipient, parcel)).isTrue();
        assertThat(files(folder)).isEmpty();
        assertThat(hub.transport.recall(recipient, parcel)).as("after a crash").isTrue();
        hub.transport.discard(recipient, parcel);
        assertThat(files(folder.resolve(".kim-hub"))).isEmpty();

        hub.transport.stage(recipient, parcel);
        hub.transport.publish(recipient, parcel);
        Files.delete(folder.resolve("lieferung-7.csv"));
        assertThat(hub.transport.recall(recipient, parcel)).as("collected").isFalse();
    }

    @Test
    void neverWritesOutsideItsFolder() {
        Parcel evil = new Parcel(8, false, "../evil.csv", new byte[1]);
        assertThatThrownBy(() -> hub.transport.stage(recipient, evil)).isInstanceOf(TransportException.class);
        assertThat(temp.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void anAcknowledgementNeedsAWayOfItsOwn() {
        Parcel acknowledgement = new Parcel(9, true, "quittung.csv", new byte[1]);
        assertThatThrownBy(() -> hub.transport.stage(recipient, acknowledgement)).isInstanceOfSatisfying(
                TransportException.class, e -> assertThat(e.code()).isEqualTo("HUB-RUN-026"));
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
