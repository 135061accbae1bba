package de.kimhub.connector;

import de.kimhub.message.Problem;
import de.kimhub.translation.Schemas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a connector as one ZIP, so that a version of it outlives its folder. */
final class ConnectorArchive {

    private ConnectorArchive() {
    }

    static byte[] pack(Map<String, byte[]> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the files out, loads them as a folder is loaded, and removes them again.
     *
     * @param home the folder in which they were
     */
    static Optional<Connector> load(byte[] archive, Path home, List<Problem> problems) throws IOException {
        Path place = Files.createTempDirectory("kim-hub-connector");
        try {
            Path folder = Files.createDirectory(place.resolve(home.getFileName()));
            unpack(archive, folder);
            return new ConnectorFolder(folder, Connectors.reader(place), Schemas.around(home)).load(problems)
                    .map(found -> new Connector(found.descriptor(), found.translator(), found.version(), home,
                            found.schemas(), found.files()));
        } finally {
            delete(place);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("An archive of a connector leads out of its folder.");
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
