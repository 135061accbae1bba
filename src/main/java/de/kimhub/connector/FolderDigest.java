package de.kimhub.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Digest of the files that a connector's translation depends on: not of samples or prose. */
final class FolderDigest {

    private static final List<String> RELEVANT = List.of("connector.yaml", "receive.yaml", "deliver.yaml", "codelists",
            "schema", "transform");

    private FolderDigest() {
    }

    static String of(Path folder) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : RELEVANT) {
            for (Path file : files(folder.resolve(name))) {
                byte[] content = Files.readAllBytes(file);
                String head = folder.relativize(file).toString().replace('\\', '/') + '\0' + content.length + '\0';
                all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                all.writeBytes(content);
            }
        }
        return UUID.nameUUIDFromBytes(all.toByteArray()).toString();
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
