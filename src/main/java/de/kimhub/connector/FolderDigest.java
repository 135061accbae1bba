package de.kimhub.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Digest of the files that a connector's translation depends on: not of samples or prose. */
final class FolderDigest {

    private static final List<String> RELEVANT = List.of("connector.yaml", "receive.yaml", "deliver.yaml", "codelists",
            "schema", "transform");

    private FolderDigest() {
    }

    static String of(Path folder) throws IOException {
        return of(content(folder));
    }

    static String of(Map<String, byte[]> content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        content.forEach((name, bytes) -> {
            all.writeBytes((name + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
            all.writeBytes(bytes);
        });
        return UUID.nameUUIDFromBytes(all.toByteArray()).toString();
    }

    /** The files by their name within the folder, with {@code /}. */
    static Map<String, byte[]> content(Path folder) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        for (String name : RELEVANT) {
            for (Path file : files(folder.resolve(name))) {
                content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return content;
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
