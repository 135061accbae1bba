package de.kimhub.runtime.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a demo lives.
 *
 * @param configuration an installation's folder
 * @param data          of the hub, with the tools' folders below {@code tools}
 */
record DemoInstallation(Path configuration, Path data) {

    private static final Path SHIPPED = Path.of("config", "demo");
    private static final String SHIPPED_DATA = "../../data/demo";
    private static final String MARK = "demo.mark";

    /** The one that is shipped, with what it holds since its last start. */
    static DemoInstallation kept(Path home) {
        return new DemoInstallation(home.resolve(SHIPPED), home.resolve("data/demo"));
    }

    /** A copy of the shipped one on an empty folder, which looks at its folders more often. */
    static DemoInstallation fresh(Path home, Path data) {
        try {
            empty(data);
            Path configuration = data.resolve("config");
            try (Stream<Path> files = Files.walk(home.resolve(SHIPPED))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = configuration.resolve(home.resolve(SHIPPED).relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, Files.readString(file).replace(SHIPPED_DATA, "..")
                            .replace("delay: 1000}", "delay: 200, minAge: 200}")
                            .replace("  delay: 1000\n", "  delay: 200\n"));
                }
            }
            return new DemoInstallation(configuration, data);
        } catch (IOException e) {
            throw new UncheckedIOException(data + ": the demo's folder can't be made", e);
        }
    }

    /** Removes only what an earlier demo made. */
    private static void empty(Path data) throws IOException {
        Path mark = data.resolve(MARK);
        if (Files.exists(data) && !Files.exists(mark)) {
            try (Stream<Path> content = Files.list(data)) {
                if (content.findAny().isPresent()) {
                    throw new IOException("the folder is not empty and not a demo's; name another with --data");
                }
            }
        }
        if (Files.exists(mark)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(data)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
        Files.createDirectories(data);
        Files.writeString(mark, "made by hub demo\n");
    }

    Path tools() {
        return data.resolve("tools");
    }
}
