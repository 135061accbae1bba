package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads installations: all that is wrong at once, and everything that is right. */
public final class Installations {

    private static final String FILE_END = ".yaml";

    private Installations() {
    }

    /**
     * @param folder  {@code config/<name>}
     * @param shipped the product's folder {@code connectors}; transports are looked up beside it in
     *                {@code routes/transports}
     */
    public static Installation load(Path folder, Path shipped) {
        return new InstallationReading(folder.toAbsolutePath().normalize(), shipped, Optional.empty(), rules -> List.of(),
                new FixedLanes(Optional.empty(), Map.of())).read();
    }

    /**
     * Reads the installation again. Whatever has errors now, a connector's folder, an instance's file, the rules, stays
     * as it was, and its errors are among the problems. Instances whose file is gone are leaving.
     *
     * @param rulesCheck what is wrong with the rules of {@code sharing.yaml} beyond their form
     */
    public static Installation reload(Installation before, Path shipped,
                                      Function<ConfigNode, List<Problem>> rulesCheck) {
        return reload(before, shipped, rulesCheck, Map.of());
    }

    /** @param lanesInUse by id of the instance the number of lanes in which something of it still lies */
    public static Installation reload(Installation before, Path shipped,
                                      Function<ConfigNode, List<Problem>> rulesCheck, Map<String, Integer> lanesInUse) {
        Optional<Installation> known = Optional.of(before);
        return new InstallationReading(before.folder(), shipped, known, rulesCheck, new FixedLanes(known, lanesInUse))
                .read();
    }

    /**
     * An instance from the text of its file as it was once kept.
     *
     * @param connector the version of its connector
     */
    public static Optional<Instance> restore(Installation installation, String id, String text, Connector connector) {
        return InstallationReading.restore(installation.folder(), id, text, Connectors.of(connector));
    }

    /** The shipped connectors, shadowed by the installation's own of the same name. */
    public static Connectors connectors(Path folder, Path shipped, List<Problem> problems) {
        Path own = folder.resolve("connectors");
        Connectors theirs = Files.isDirectory(own) ? Connectors.load(own, problems) : Connectors.NONE;
        return theirs.over(Connectors.load(shipped, problems));
    }

    /** References to secrets that are neither in the environment nor in the installation's folder {@code secrets}. */
    public static List<Problem> missingSecrets(Installation installation) {
        Secrets secrets = new Secrets(installation.folder());
        ConfigReader reader = new ConfigReader(base(installation.folder()));
        List<Problem> problems = new ArrayList<>();
        installation.all().forEach(instance -> {
            Path file = installation.folder().resolve("instances").resolve(instance.fileName() + FILE_END);
            instance.endpoints()
                    .flatMap(endpoint -> endpoint.parameters().values().stream()).distinct()
                    .filter(value -> Secrets.isReference(value) && !secrets.has(value))
                    .forEach(value -> problems.add(missing(value, Place.file(reader.name(file)))));
        });
        Stream.concat(
                        Optional.ofNullable(installation.hub()).flatMap(HubConfiguration::database)
                                .map(HubConfiguration.Database::password).stream(),
                        Optional.ofNullable(installation.hub()).flatMap(HubConfiguration::wrappingKey).stream())
                .filter(value -> Secrets.isReference(value) && !secrets.has(value))
                .forEach(value -> problems.add(missing(value,
                        Place.file(reader.name(installation.folder().resolve("hub.yaml"))))));
        return problems;
    }

    private static Problem missing(String reference, Place place) {
        String name = reference.replace("secret:", "");
        return new Problem(ConnectorProblem.NO_SECRET, place, "There is no secret '" + name + "'. Set the environment"
                + " variable " + name + ", or write it into the installation's file secrets/" + name + ".");
    }

    /** So that a file is called {@code config/<name>/hub.yaml}. */
    static Path base(Path folder) {
        Path config = folder.getParent();
        return config == null || config.getParent() == null ? folder : config.getParent();
    }
}
