package de.kimhub.runtime.transport;

import static org.awaitility.Awaitility.await;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.Parcel;
import de.kimhub.kit.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A tool whose exports and imports are folders. */
final class FileWire implements Wire {

    private final Path exports;
    private final Path imports;
    private final Instance instance;
    private final TestHub hub;

    FileWire(Path folder, Instance demo) throws Exception {
        exports = Files.createDirectories(folder.resolve("export"));
        imports = Files.createDirectories(folder.resolve("import"));
        instance = new Instance(demo.id(), demo.title(), demo.connector(), demo.municipality(), demo.authority(),
                demo.receive().map(endpoint -> at(endpoint, exports, "minAge", "100", "delay", "100")),
                demo.deliver().map(endpoint -> at(endpoint, imports)), Optional.empty(), 1, 100, "");
        hub = new TestHub(folder, instance);
    }

    @Override
    public byte[] receive(byte[] document) throws Exception {
        int before = hub.intake.documents.size();
        Path written = Files.write(exports.resolve("export-" + before + ".tmp"), document);
        Files.move(written, exports.resolve("export-" + before + ".dat"), StandardCopyOption.ATOMIC_MOVE);
        await().until(() -> hub.intake.documents.size() > before);
        return hub.intake.documents.get(before).content();
    }

    @Override
    public byte[] deliver(long batch, byte[] rendered) throws Exception {
        Parcel parcel = new Parcel(batch, false, "kim-" + batch + ".dat", rendered);
        hub.transport.stage(instance, parcel);
        hub.transport.stage(instance, parcel);
        hub.transport.publish(instance, parcel);
        hub.transport.publish(instance, parcel);
        return unpacks() ? repacked(rendered, takeAll()) : takeAll();
    }

    private boolean unpacks() {
        return "true".equals(instance.deliver().orElseThrow().parameters().get("unpack"));
    }

    /** The archive, if its files lie there one by one, in the order of their extensions. */
    private static byte[] repacked(byte[] archive, byte[] there) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().lastIndexOf('.')), zip.readAllBytes());
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.values().forEach(all::writeBytes);
        return Arrays.equals(all.toByteArray(), there) ? archive : there;
    }

    private byte[] takeAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(imports)) {
            List<Path> delivered = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : delivered) {
                all.writeBytes(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return all.toByteArray();
    }

    private static Endpoint at(Endpoint endpoint, Path folder, String... more) {
        Map<String, String> parameters = new HashMap<>(endpoint.parameters());
        parameters.put("folder", folder.toString());
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new Endpoint(endpoint.transport(), parameters);
    }

    @Override
    public void close() {
        hub.close();
    }
}
