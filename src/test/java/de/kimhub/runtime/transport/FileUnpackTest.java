package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Parcel;
import de.kimhub.delivery.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUnpackTest {

    private static final Parcel PARCEL = new Parcel(7, false, "lieferung-7.zip", zip("blatt.pdf", "blatt.csv"));

    @TempDir
    Path temp;
    private Path folder;
    private Instance recipient;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectories(temp.resolve("Import"));
        recipient = TestHub.delivering("awo", "file", Map.of("folder", folder.toString(), "unpack", "true"));
        hub = new TestHub(temp, recipient);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aFileThatOnlyBeginsLikeAnArchiveIsLaidOutAsItIs() {
        byte[] csv = "PKZ;Name\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(UnpackedFiles.of("lieferung-8.csv", csv)).containsOnlyKeys("lieferung-8.csv")
                .containsValue(csv);
    }

    @Test
    void eachFileOfTheArchiveIsLaidOutUnderTheDeliverysName() throws Exception {
        hub.transport.stage(recipient, PARCEL);
        assertThat(files(folder)).isEmpty();
        hub.transport.publish(recipient, PARCEL);

        assertThat(files(folder)).containsExactly("lieferung-7.csv", "lieferung-7.pdf");
        assertThat(folder.resolve("lieferung-7.pdf")).hasContent("blatt.pdf");
        assertThat(files(folder.resolve(".kim-hub"))).isEmpty();
    }

    @Test
    void killedBetweenTheTwoPublicationsOnlyTheOtherOneIsPublished() throws Exception {
        hub.transport.stage(recipient, PARCEL);
        Files.move(folder.resolve(".kim-hub/lieferung-7.pdf"), folder.resolve("lieferung-7.pdf"));
        Files.delete(folder.resolve("lieferung-7.pdf"));

        hub.transport.publish(recipient, PARCEL);
        assertThat(files(folder)).containsExactly("lieferung-7.csv");
        Files.delete(folder.resolve("lieferung-7.csv"));
        hub.transport.publish(recipient, PARCEL);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void killedBetweenTheTwoStagingsBothAreStagedAgain() throws Exception {
        Files.createDirectories(folder.resolve(".kim-hub"));
        Files.writeString(folder.resolve(".kim-hub/lieferung-7.pdf"), "blatt.pdf");
        Files.writeString(folder.resolve(".kim-hub/lieferung-7.csv.tmp"), "bla");

        hub.transport.stage(recipient, PARCEL);
        hub.transport.publish(recipient, PARCEL);
        assertThat(files(folder)).containsExactly("lieferung-7.csv", "lieferung-7.pdf");
        assertThat(folder.resolve("lieferung-7.csv")).hasContent("blatt.csv");
        assertThat(files(folder.resolve(".kim-hub"))).isEmpty();
    }

    @Test
    void namesInTheArchiveLeadNowhereElse() throws Exception {
        Parcel evil = new Parcel(8, false, "lieferung-8.zip", zip("../../../evil.pdf", "/etc/evil.csv"));

        hub.transport.stage(recipient, evil);
        hub.transport.publish(recipient, evil);
        assertThat(files(folder)).containsExactly("lieferung-8.csv", "lieferung-8.pdf");
        assertThat(temp.resolve("evil.pdf")).doesNotExist();
    }

    @Test
    void anArchiveWithTwoFilesOfOneKindOrWithoutExtensionsIsRefused() {
        for (byte[] bytes : List.of(zip("a.pdf", "b.pdf"), zip("a", "b"), new byte[] {'P', 'K', 3, 4, 0})) {
            assertThatThrownBy(() -> hub.transport.stage(recipient, new Parcel(9, false, "lieferung-9.zip", bytes)))
                    .isInstanceOf(TransportException.class);
        }
    }

    @Test
    void whatIsNoArchiveIsLaidOutAsItIs() throws Exception {
        Parcel csv = new Parcel(10, false, "lieferung-10.csv", "a;b".getBytes(StandardCharsets.UTF_8));

        hub.transport.stage(recipient, csv);
        hub.transport.publish(recipient, csv);
        assertThat(folder.resolve("lieferung-10.csv")).hasContent("a;b");
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException unexpected) {
            throw new java.io.UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
