package de.kimhub.runtime.demo.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * On tests that start hubs as processes: they run the packaged program, the build's jar (system property
 * {@code kimhub.jar}), and not the test's classes. It is unpacked once for all of them, and from Java 25 on one start
 * notes which classes a start needs: most of what the others would do is to look for them. Without a jar, as in an IDE, it does nothing. As it
 * is shipped, and by the launcher, {@link LauncherIT} starts the jar.
 */
public final class PackagedProgram implements BeforeAllCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** JEP 514 */
    private static final int CACHES_AHEAD_OF_TIME = 25;

    @Override
    public void beforeAll(ExtensionContext context) {
        String jar = System.getProperty("kimhub.jar");
        if (jar != null && Files.exists(Path.of(jar))) {
            context.getRoot().getStore(ExtensionContext.Namespace.create(PackagedProgram.class))
                    .getOrComputeIfAbsent(PackagedProgram.class, key -> prepare(Path.of(jar)));
        }
    }

    private static Path prepare(Path jar) {
        try {
            Path folder = jar.toAbsolutePath().resolveSibling("packaged-program");
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            Path program = folder.resolve("unpacked").resolve(jar.getFileName());
            unpack(jar, program.getParent());
            Path arguments = Files.writeString(folder.resolve("java.txt"), "-jar " + quoted(program) + "\n");
            System.setProperty(JavaCommand.PROGRAM, arguments.toString());
            return Runtime.version().feature() < CACHES_AHEAD_OF_TIME ? arguments
                    : Files.writeString(arguments, use(note(folder)) + "\n-jar " + quoted(program) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The jar cannot be prepared", e);
        }
    }

    private static void unpack(Path jar, Path into) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", into.toString()).inheritIO().start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(jar + " cannot be unpacked");
        }
    }

    /** A start that ends by itself: nothing is there to be replayed. Where nothing comes of it, the others do without. */
    private static Path note(Path folder) {
        LoadInstallation installation = new LoadInstallation(folder.resolve("installation"));
        installation.write("{workers: 2}", 30, "");
        installation.prepare();
        Path classes = folder.resolve("classes");
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.add("-XX:AOTCacheOutput=" + classes);
        HubProcess.Launch launch = new HubProcess.Launch(installation.configuration(), folder.resolve("start.log"),
                options, Map.of());
        try (HubProcess start = HubProcess.start(launch, List.of("replay", installation.configuration().toString(), "--all"))) {
            if (!start.awaitEnd(PATIENCE)) {
                throw new IllegalStateException("A start of the packaged program does not end: " + start.printed());
            }
        }
        return classes;
    }

    private static String use(Path classes) {
        return Files.exists(classes) ? "-XX:AOTCache=" + quoted(classes) : "";
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\") + '"';
    }
}
