package de.kimhub.connector;

import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.translation.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The catalogue of connectors: one folder each. A broken folder never keeps the others out. */
public final class Connectors {

    public static final Connectors NONE = new Connectors(Collections.emptySortedMap(), Set.of());

    private final SortedMap<String, Connector> byId;
    private final Set<String> broken;

    private Connectors(SortedMap<String, Connector> byId, Set<String> broken) {
        this.byId = Collections.unmodifiableSortedMap(byId);
        this.broken = Set.copyOf(broken);
    }

    /**
     * Loads every folder below {@code connectors}; files are named relative to the folder around it.
     *
     * @param problems takes what keeps folders from being loaded
     */
    public static Connectors load(Path connectors, List<Problem> problems) {
        return load(connectors, NONE, problems);
    }

    /** The same; what is unchanged since is taken over as it is. */
    static Connectors load(Path connectors, Connectors before, List<Problem> problems) {
        ConfigReader reader = reader(connectors);
        SortedMap<String, Connector> byId = new TreeMap<>();
        Set<String> broken = new TreeSet<>();
        for (Path folder : folders(connectors, reader, problems)) {
            String id = folder.getFileName().toString();
            before.unchanged(id, folder).or(() -> new ConnectorFolder(folder, reader).load(problems))
                    .ifPresentOrElse(connector -> byId.put(id, connector), () -> broken.add(id));
        }
        return new Connectors(byId, broken);
    }

    /** One folder, such as one that is being written. */
    public static Optional<Connector> loadOne(Path folder, List<Problem> problems) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new ConnectorFolder(absolute, reader(absolute.getParent())).load(problems);
    }

    /**
     * A version of a connector that was kept.
     *
     * @param connectors the folder that it lay in: the schemas beside it hold for it as well
     * @throws IOException when it cannot be written to the temporary folder
     */
    public static Optional<Connector> unpack(String id, byte[] files, Path connectors, List<Problem> problems)
            throws IOException {
        return ConnectorArchive.load(files, connectors.resolve(id), problems);
    }

    private Optional<Connector> unchanged(String id, Path folder) {
        return find(id).filter(known -> folder.equals(known.folder())).filter(known -> {
            try {
                return known.version().equals(FolderDigest.of(folder))
                        && known.schemas().equals(Schemas.around(folder).stamp());
            } catch (IOException unreadable) {
                return false;
            }
        });
    }

    /** Names files {@code connectors/<id>/...}, or {@code config/<name>/connectors/<id>/...}. */
    public static ConfigReader reader(Path connectors) {
        Path around = connectors.toAbsolutePath().normalize().getParent();
        if (around == null) {
            return new ConfigReader(connectors);
        }
        boolean ofInstallation = around.getParent() != null && around.getParent().endsWith("config");
        return new ConfigReader(ofInstallation ? around.getParent().getParent() : around);
    }

    /** These, where they have a folder of the name, even a broken one; else the others. */
    public Connectors over(Connectors others) {
        SortedMap<String, Connector> together = new TreeMap<>(others.byId);
        together.keySet().removeAll(broken);
        together.putAll(byId);
        Set<String> allBroken = new TreeSet<>(others.broken);
        allBroken.removeAll(byId.keySet());
        allBroken.addAll(broken);
        return new Connectors(together, allBroken);
    }

    /**
     * These, and of those before what works still where these are broken or gone.
     *
     * @param used ids of connectors that instances rest on
     */
    Connectors keeping(Connectors before, Set<String> used, List<Problem> problems) {
        SortedMap<String, Connector> kept = new TreeMap<>(byId);
        Set<String> stillBroken = new TreeSet<>(broken);
        before.byId.forEach((id, connector) -> {
            if (broken.contains(id)) {
                kept.put(id, connector);
                stillBroken.remove(id);
            } else if (!byId.containsKey(id) && used.contains(id)) {
                kept.put(id, connector);
                problems.add(new Problem(ConnectorProblem.CONNECTOR_GONE,
                        Place.file(reader(connector.folder().getParent()).name(connector.folder())), "The folder is gone,"
                        + " but instances use the connector; they go on with what it held. Put it back, or remove them."));
            }
        });
        return new Connectors(kept, stillBroken);
    }

    static Connectors of(Connector one) {
        return new Connectors(new TreeMap<>(java.util.Map.of(one.id(), one)), Set.of());
    }

    public Optional<Connector> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In the order of their ids. */
    public Collection<Connector> all() {
        return byId.values();
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    /** Ids of the folders that are there but could not be loaded. */
    public Set<String> broken() {
        return broken;
    }

    /** All connector folders below, broken or not, in the order of their names. */
    public static List<Path> folders(Path connectors) {
        return folders(connectors, new ConfigReader(connectors), new ArrayList<>());
    }

    private static List<Path> folders(Path connectors, ConfigReader reader, List<Problem> problems) {
        try (Stream<Path> entries = Files.list(connectors)) {
            return entries.filter(Files::isDirectory).filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted().toList();
        } catch (IOException unreadable) {
            problems.add(new Problem(ConnectorProblem.NO_FOLDER, Place.file(reader.name(connectors)),
                    "Expected a folder with one folder per connector; it cannot be read. Create it or correct the path."));
            return List.of();
        }
    }
}
