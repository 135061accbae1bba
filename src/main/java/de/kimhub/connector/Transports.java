package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kamelets of {@code routes/transports}, one per transport and direction. */
final class Transports {

    private static final String FILE_END = ".kamelet.yaml";

    static final Transports NONE = new Transports();

    private final SortedMap<String, Kamelet> byName = new TreeMap<>();

    private Transports() {
    }

    /** Without the folder nothing is known, and nothing is checked. */
    static Transports load(Path folder, List<Problem> problems) {
        return new Transports().with(folder, problems);
    }

    /** With those of another folder besides, which go first. */
    Transports with(Path folder, List<Problem> problems) {
        Transports transports = this;
        if (!Files.isDirectory(folder)) {
            return transports;
        }
        ConfigReader reader = new ConfigReader(folder.toAbsolutePath().normalize().getParent().getParent());
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(FILE_END)).sorted().forEach(file -> {
                String name = file.getFileName().toString().replace(FILE_END, "");
                Optional<ConfigNode> kamelet = reader.read(file, problems);
                kamelet.ifPresent(node -> transports.byName.put(name, Kamelet.of(name, node)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of the transports cannot be read", unreadable);
        }
        return transports;
    }

    boolean areKnown() {
        return !byName.isEmpty();
    }

    Optional<Kamelet> find(String transport, String direction) {
        return Optional.ofNullable(byName.get(transport + "-" + direction));
    }

    /** Names of the transports that have this direction. */
    List<String> names(String direction) {
        String end = "-" + direction;
        return byName.keySet().stream().filter(name -> name.endsWith(end))
                .map(name -> name.substring(0, name.length() - end.length())).toList();
    }
}
