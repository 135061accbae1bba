package de.kimhub.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/** The product's folder: the one with {@code routes/} and {@code connectors/}. */
public record HubHome(Path folder) {

    /** {@code KIMHUB_HOME}, or the folder around the jar, or around the working directory. */
    public static HubHome find() {
        Optional<Path> named = Stream.of(System.getProperty("kimhub.home"), System.getenv("KIMHUB_HOME"))
                .filter(value -> value != null && !value.isBlank())
                .map(Path::of)
                .findFirst();
        Stream<Path> starts = named.map(Stream::of).orElseGet(() -> Stream.of(
                new ApplicationHome(KimHub.class).getDir().toPath(), Path.of("")));
        return starts.flatMap(HubHome::upwards)
                .filter(folder -> Files.isRegularFile(folder.resolve("routes/intake.camel.yaml")))
                .findFirst()
                .map(HubHome::new)
                .orElseThrow(() -> new HubFailure(RuntimeProblem.PRODUCT_FOLDER,
                        "The folder with routes/ was not found. Start by the launcher 'hub', or set KIMHUB_HOME."));
    }

    public Path routes() {
        return folder.resolve("routes");
    }

    public Path transports() {
        return routes().resolve("transports");
    }

    public Path connectors() {
        return folder.resolve("connectors");
    }

    private static Stream<Path> upwards(Path start) {
        return Stream.iterate(start.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent);
    }
}
