package de.kimhub.connector;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.message.TestOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an installation, for the first time or again: unit by unit, and each falls back on what it was before. */
final class InstallationReading {

    private final Path folder;
    private final Path shipped;
    private final Optional<Installation> before;
    private final Function<ConfigNode, List<Problem>> rulesCheck;
    private final FixedLanes fixedLanes;
    private final ConfigReader reader;
    private final List<Problem> problems = new ArrayList<>();

    InstallationReading(Path folder, Path shipped, Optional<Installation> before,
                        Function<ConfigNode, List<Problem>> rulesCheck, FixedLanes fixedLanes) {
        this.folder = folder;
        this.shipped = shipped;
        this.before = before;
        this.rulesCheck = rulesCheck;
        this.fixedLanes = fixedLanes;
        this.reader = new ConfigReader(Installations.base(folder));
    }

    static Optional<Instance> restore(Path folder, String id, String text, Connectors connectors) {
        List<Problem> ignored = new ArrayList<>();
        return new ConfigReader(folder).parse(text, id, ignored).filter(node -> ConfigFile.INSTANCE.check(node, ignored))
                .flatMap(node -> new InstanceReader(connectors, new EndpointReader(folder, Transports.NONE, ignored),
                        ignored).read(TestOperation.fileName(id), node)).filter(instance -> instance.id().equals(id));
    }

    Installation read() {
        Path hubFile = folder.resolve("hub.yaml");
        if (before.isPresent() && !Files.isRegularFile(hubFile)) {
            return before.get().withProblems(List.of(new Problem(ConnectorProblem.INSTALLATION_GONE,
                    Place.file(reader.name(hubFile)), "The file is missing, so nothing of the folder is taken: the hub goes"
                            + " on as it was. Mount or restore the folder.")));
        }
        Transports transports = transports();
        Connectors connectors = connectors();
        Optional<HubConfiguration> hub = reader.read(hubFile, problems)
                .filter(node -> ConfigFile.HUB.check(node, problems))
                .map(node -> HubFileReader.read(folder, node, problems));
        boolean shares = Files.exists(folder.resolve("sharing.yaml"));
        Optional<ConfigNode> sharing = sharing(shares);
        InstanceFiles instances =
                new InstanceFiles(folder, before.map(Installation::hub).or(() -> hub), before, fixedLanes, reader,
                        connectors, transports, problems);
        Map<String, Instance> byId = instances.read();
        Installation.Origin origin = new Installation.Origin(connectors, instances.texts(), text(hubFile));
        if (before.isEmpty()) {
            boolean mayStart = hub.isPresent() && shares == sharing.isPresent();
            return new Installation(folder.getFileName().toString(), folder, mayStart ? hub.get() : null, sharing, byId,
                    List.copyOf(problems), origin, Map.of());
        }
        Installation known = before.get();
        if (!known.origin().hubFile().equals(origin.hubFile())) {
            problems.add(new Problem(ConnectorProblem.RESTART_NEEDED, Place.file(reader.name(hubFile)),
                    "The file was changed; what it says takes effect when the hub is started again."));
        }
        return new Installation(known.name(), folder, known.hub(), sharing, byId, List.copyOf(problems),
                new Installation.Origin(connectors, instances.texts(), known.origin().hubFile()),
                leaving(known, byId));
    }

    private Transports transports() {
        Path product = shipped.toAbsolutePath().normalize().getParent();
        return Transports.load(product.resolve("routes").resolve("transports"), problems)
                .with(folder.resolve("transports"), problems);
    }

    private Connectors connectors() {
        if (before.isEmpty()) {
            return Installations.connectors(folder, shipped, problems);
        }
        Connectors known = before.get().origin().connectors();
        Path own = folder.resolve("connectors");
        Connectors theirs = Files.isDirectory(own) ? Connectors.load(own, known, problems) : Connectors.NONE;
        Set<String> used = before.get().all().stream().map(instance -> instance.connector().id())
                .collect(Collectors.toSet());
        return theirs.over(Connectors.load(shipped, known, problems)).keeping(known, used, problems);
    }

    private Optional<ConfigNode> sharing(boolean there) {
        Path file = folder.resolve("sharing.yaml");
        Optional<ConfigNode> known = before.flatMap(Installation::sharing);
        if (!there) {
            known.ifPresent(rules -> problems.add(new Problem(ConnectorProblem.SHARING_GONE,
                    Place.file(reader.name(file)), "The file is gone; the rules stay as they were. Put it back, or write"
                            + " 'rules: []' when nothing may be passed on any more.")));
            return known;
        }
        Optional<ConfigNode> read = reader.read(file, problems).filter(node -> ConfigFile.SHARING.check(node, problems));
        return read.filter(node -> {
            List<Problem> wrong = rulesCheck.apply(node);
            problems.addAll(wrong);
            return wrong.isEmpty() || known.filter(node::equals).isPresent();
        }).or(() -> known);
    }

    private static Map<String, Instance> leaving(Installation known, Map<String, Instance> now) {
        Map<String, Instance> leaving = new LinkedHashMap<>(known.leaving());
        known.instances().forEach((id, former) -> leaving.put(id, leaving.containsKey(id) && now.containsKey(id)
                ? former.withWaysOf(leaving.get(id)) : former));
        leaving.entrySet().removeIf(entry -> {
            Instance next = now.get(entry.getKey());
            return next != null && next.withWaysOf(entry.getValue()).equals(next);
        });
        return Map.copyOf(leaving);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
