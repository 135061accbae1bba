package de.kimhub.connector;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.connector.Descriptor.AcknowledgementFormat;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.message.TestOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code instances/*.yaml}. A file with errors leaves its instance as it was before. */
final class InstanceFiles {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String FILE_END = ".yaml";

    private final Path folder;
    private final Optional<HubConfiguration> hub;
    private final Map<String, Instance> before;
    private final Map<String, String> textsBefore;
    private final FixedLanes fixedLanes;
    private final ConfigReader reader;
    private final Connectors connectors;
    private final Transports transports;
    private final List<Problem> problems;
    private final FolderUse use;
    private final Map<String, String> texts = new TreeMap<>();

    InstanceFiles(Path folder, Optional<HubConfiguration> hub, Optional<Installation> before, FixedLanes fixedLanes,
                  ConfigReader reader, Connectors connectors, Transports transports, List<Problem> problems) {
        this.folder = folder;
        this.hub = hub;
        this.before = before.map(Installation::instances).orElse(Map.of());
        this.textsBefore = before.map(known -> known.origin().instanceFiles()).orElse(Map.of());
        this.fixedLanes = fixedLanes;
        this.reader = reader;
        this.connectors = connectors;
        this.transports = transports;
        this.problems = problems;
        this.use = new FolderUse(reader, problems);
    }

    /** By id, in the order of the ids. */
    Map<String, Instance> read() {
        Map<String, Instance> byId = new TreeMap<>();
        Optional<List<Path>> files = files();
        if (files.isEmpty()) {
            byId.putAll(before);
            texts.putAll(textsBefore);
            return byId;
        }
        Map<Path, String> contents = new HashMap<>();
        files.get().forEach(file -> reader.text(file, problems).ifPresent(text -> contents.put(file, text)));
        files.get().stream().sorted(Comparator.comparing((Path file) -> rank(file, contents)).thenComparing(file -> file))
                .forEach(file -> read(file, contents.get(file)).ifPresent(instance -> byId.put(instance.id(), instance)));
        return byId;
    }

    /** What stays as it is has its folders before what is changed, and that before what is new. */
    private int rank(Path file, Map<Path, String> contents) {
        String known = former(id(file)).map(instance -> textsBefore.get(instance.id())).orElse(null);
        return known == null ? 2 : known.equals(contents.get(file)) ? 0 : 1;
    }

    private Optional<Instance> read(Path file, String text) {
        String id = id(file);
        if (!id.matches(NAME)) {
            problems.add(new Problem(ConnectorProblem.FOLDER_NAME, Place.file(reader.name(file)), "An instance's"
                    + " file name has lower-case letters, digits and single hyphens. Rename the file."));
            return Optional.empty();
        }
        Optional<Instance> read = Optional.ofNullable(text).flatMap(yaml -> reader.parse(yaml, reader.name(file), problems))
                .flatMap(node -> instance(id, node, problems))
                .filter(instance -> lanesStay(instance, file))
                .filter(instance -> canAnswer(instance, file))
                .filter(instance -> use.isAlone(instance, file));
        if (read.isPresent()) {
            texts.put(read.get().id(), text);
            return read;
        }
        return former(id).map(known -> lastGood(known, file));
    }

    /** In whichever mode it was. */
    private Optional<Instance> former(String fileName) {
        return Optional.ofNullable(before.get(fileName)).or(() -> Optional.ofNullable(before.get(TestOperation.idOf(fileName))));
    }

    private Optional<Instance> instance(String id, ConfigNode node, List<Problem> found) {
        return Optional.of(node).filter(file -> ConfigFile.INSTANCE.check(file, found)).flatMap(file ->
                new InstanceReader(connectors, new EndpointReader(folder, transports, found), found).read(id, file));
    }

    /** As its file last was, with its connector as that is now, if the two go together. */
    private Instance lastGood(Instance known, Path file) {
        String text = textsBefore.get(known.id());
        List<Problem> ignored = new ArrayList<>();
        Instance instance = Optional.ofNullable(text)
                .flatMap(yaml -> reader.parse(yaml, reader.name(file), ignored))
                .flatMap(node -> instance(known.fileName(), node, ignored)).filter(one -> one.id().equals(known.id()))
                .orElse(known);
        if (text != null) {
            texts.put(known.id(), text);
        }
        use.claim(instance);
        return instance;
    }

    /** A case's lane is a hash over their number: another number would let its events overtake each other. */
    private boolean lanesStay(Instance instance, Path file) {
        Optional<Integer> fixed = instance.deliver().flatMap(endpoint -> fixedLanes.of(instance.id()))
                .filter(lanes -> lanes != instance.lanes());
        fixed.ifPresent(lanes -> problems.add(new Problem(ConnectorProblem.LANES_FIXED, Place.file(reader.name(file)),
                "The number of lanes was " + lanes + " and would be " + instance.lanes() + ", which could reorder what is"
                        + " on its way. Write 'lanes: \"" + lanes + "\"'.")));
        return fixed.isEmpty();
    }

    /** Messages in the hub's own name need its address; a hub.yaml with errors is complained of by itself. */
    private boolean canAnswer(Instance instance, Path file) {
        boolean answers = instance.acknowledgements().isPresent() && instance.connector().descriptor().receives()
                .filter(receives -> receives.acknowledgementFormat() == AcknowledgementFormat.XINNERES).isPresent();
        if (!answers || hub.isEmpty() || hub.get().clearing().isPresent()) {
            return true;
        }
        problems.add(new Problem(ConnectorProblem.NO_CLEARING, Place.file(reader.name(file)), "The instance's"
                + " acknowledgements are messages of XInneres, which name the hub as their author. Add the section"
                + " 'clearing' to hub.yaml."));
        return false;
    }

    /** Of the instances the texts that they were read from. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(FILE_END, "");
    }

    /** Empty when the folder cannot be read. */
    private Optional<List<Path>> files() {
        Path instances = folder.resolve("instances");
        try (Stream<Path> files = Files.list(instances)) {
            return Optional.of(files.filter(file -> file.getFileName().toString().endsWith(FILE_END)).sorted().toList());
        } catch (IOException unreadable) {
            problems.add(new Problem(ConnectorProblem.NO_FOLDER, Place.file(reader.name(instances)),
                    "Expected a folder with one file per instance; it cannot be read. Create it."));
            return Optional.empty();
        }
    }
}
