package de.kimhub.connector;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.connector.Descriptor.AcknowledgementFormat;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads installations: all that is wrong at once, and everything that is right. */
public final class Installations {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String FILE_END = ".yaml";

    private Installations() {
    }

    /**
     * @param folder  {@code config/<name>}
     * @param shipped the product's folder {@code connectors}; transports are looked up beside it in
     *                {@code routes/transports}
     */
    public static Installation load(Path folder, Path shipped) {
        Path product = shipped.toAbsolutePath().normalize().getParent();
        List<Problem> problems = new ArrayList<>();
        Transports transports = Transports.load(product.resolve("routes").resolve("transports"), problems);
        return load(folder.toAbsolutePath().normalize(), connectors(folder, shipped, problems), transports, problems);
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
            Path file = installation.folder().resolve("instances").resolve(instance.id() + FILE_END);
            Stream.of(instance.receive(), instance.deliver(), instance.acknowledgements()).flatMap(Optional::stream)
                    .flatMap(endpoint -> endpoint.parameters().values().stream()).distinct()
                    .filter(value -> Secrets.isReference(value) && !secrets.has(value))
                    .forEach(value -> problems.add(missing(value, Place.file(reader.name(file)))));
        });
        Optional.ofNullable(installation.hub()).flatMap(HubConfiguration::database).map(HubConfiguration.Database::password)
                .filter(value -> Secrets.isReference(value) && !secrets.has(value))
                .ifPresent(value -> problems.add(missing(value,
                        Place.file(reader.name(installation.folder().resolve("hub.yaml"))))));
        return problems;
    }

    private static Problem missing(String reference, Place place) {
        String name = reference.replace("secret:", "");
        return new Problem(ConnectorProblem.NO_SECRET, place, "There is no secret '" + name + "'. Set the environment"
                + " variable " + name + ", or write it into the installation's file secrets/" + name + ".");
    }

    private static Installation load(Path folder, Connectors connectors, Transports transports,
                                     List<Problem> problems) {
        ConfigReader reader = new ConfigReader(base(folder));
        Optional<HubConfiguration> hub = checked(reader, folder.resolve("hub.yaml"), ConfigFile.HUB, problems)
                .map(node -> HubFileReader.read(folder, node, problems));
        Path sharingFile = folder.resolve("sharing.yaml");
        boolean shares = Files.exists(sharingFile);
        Optional<ConfigNode> sharing =
                shares ? checked(reader, sharingFile, ConfigFile.SHARING, problems) : Optional.empty();
        boolean mayStart = hub.isPresent() && shares == sharing.isPresent();
        InstanceReader instances = new InstanceReader(connectors, new EndpointReader(folder, transports, problems),
                problems);
        Map<String, Instance> byId = new LinkedHashMap<>();
        FolderUse use = new FolderUse(reader, problems);
        for (Path file : instanceFiles(folder, reader, problems)) {
            String id = file.getFileName().toString().replace(FILE_END, "");
            if (!id.matches(NAME)) {
                problems.add(new Problem(ConnectorProblem.FOLDER_NAME, Place.file(reader.name(file)), "An instance's"
                        + " file name has lower-case letters, digits and single hyphens. Rename the file."));
                continue;
            }
            checked(reader, file, ConfigFile.INSTANCE, problems).flatMap(node -> instances.read(id, node))
                    .filter(instance -> use.isAlone(instance, file))
                    .filter(instance -> canAnswer(instance, hub, Place.file(reader.name(file)), problems))
                    .ifPresent(instance -> byId.put(id, instance));
        }
        return new Installation(folder.getFileName().toString(), folder, mayStart ? hub.get() : null, sharing, byId,
                List.copyOf(problems));
    }

    /** Messages in the hub's own name need its address; a hub.yaml with errors is complained of by itself. */
    private static boolean canAnswer(Instance instance, Optional<HubConfiguration> hub, Place file,
                                     List<Problem> problems) {
        boolean answers = instance.acknowledgements().isPresent() && instance.connector().descriptor().receives()
                .filter(receives -> receives.acknowledgementFormat() == AcknowledgementFormat.XINNERES).isPresent();
        if (!answers || hub.isEmpty() || hub.get().clearing().isPresent()) {
            return true;
        }
        problems.add(new Problem(ConnectorProblem.NO_CLEARING, file, "The instance's acknowledgements are messages of"
                + " XInneres, which name the hub as their author. Add the section 'clearing' to hub.yaml."));
        return false;
    }

    private static Optional<ConfigNode> checked(ConfigReader reader, Path file, ConfigFile kind,
                                                List<Problem> problems) {
        return reader.read(file, problems).filter(node -> kind.check(node, problems));
    }

    private static List<Path> instanceFiles(Path folder, ConfigReader reader, List<Problem> problems) {
        Path instances = folder.resolve("instances");
        try (Stream<Path> files = Files.list(instances)) {
            return files.filter(file -> file.getFileName().toString().endsWith(FILE_END)).sorted().toList();
        } catch (IOException unreadable) {
            problems.add(new Problem(ConnectorProblem.NO_FOLDER, Place.file(reader.name(instances)),
                    "Expected a folder with one file per instance; it cannot be read. Create it."));
            return List.of();
        }
    }

    /** So that a file is called {@code config/<name>/hub.yaml}. */
    private static Path base(Path folder) {
        Path config = folder.getParent();
        return config == null || config.getParent() == null ? folder : config.getParent();
    }
}
