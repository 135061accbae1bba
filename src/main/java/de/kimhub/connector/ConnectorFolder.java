package de.kimhub.connector;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.translation.CodeLists;
import de.kimhub.translation.Schemas;
import de.kimhub.translation.Stylesheets;
import de.kimhub.translation.Translator;
import de.kimhub.translation.Translators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads one connector folder: all that is wrong with it at once, and nothing of it gets out as an exception. */
final class ConnectorFolder {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Path folder;
    private final ConfigReader reader;
    private final Schemas schemas;
    private final List<Problem> found = new ArrayList<>();

    ConnectorFolder(Path folder, ConfigReader reader) {
        this(folder, reader, Schemas.around(folder));
    }

    /** For a copy that does not lie where the schemas do. */
    ConnectorFolder(Path folder, ConfigReader reader, Schemas schemas) {
        this.folder = folder;
        this.reader = reader;
        this.schemas = schemas;
    }

    /** Empty when anything is wrong; then at least one problem was added. */
    Optional<Connector> load(List<Problem> problems) {
        Optional<Connector> connector;
        try {
            connector = loadUnguarded();
        } catch (IOException | RuntimeException failure) {
            add(ConnectorProblem.NOT_COMPILED, Place.file(reader.name(folder)), "The folder cannot be loaded ("
                    + failure.getClass().getSimpleName() + "). Compare it with a folder that works.");
            connector = Optional.empty();
        }
        found.stream().map(this::named).distinct().forEach(problems::add);
        return found.isEmpty() ? connector : Optional.empty();
    }

    private Optional<Connector> loadUnguarded() throws IOException {
        String id = folder.getFileName().toString();
        Map<String, byte[]> content = FolderDigest.content(folder);
        if (!id.matches(NAME)) {
            add(ConnectorProblem.FOLDER_NAME, Place.file(reader.name(folder)), "A connector's folder name has"
                    + " lower-case letters, digits and single hyphens, e.g. jobcenter-csv. Rename the folder.");
        }
        Optional<ConfigNode> descriptor = checked("connector.yaml", ConfigFile.CONNECTOR);
        Optional<ConfigNode> receive = mapping("receive", ConfigFile.RECEIVE, descriptor);
        Optional<ConfigNode> deliver = mapping("deliver", ConfigFile.DELIVER, descriptor);
        CodeLists codeLists = CodeLists.load(folder.resolve("codelists"), found);
        if (!found.isEmpty() || descriptor.isEmpty()) {
            return Optional.empty();
        }
        Descriptor read = DescriptorReader.read(id, descriptor.get(), found);
        if (read.receives().isEmpty() && read.delivers().isEmpty()) {
            add(ConnectorProblem.FILE_MISSING, descriptor.get().place(),
                    "The connector neither receives nor delivers. Add 'receive' or 'deliver'.");
        }
        String stamp = schemas.stamp();
        Optional<Translator> translator = Translators.compile(descriptor.get(), receive.orElse(null),
                deliver.orElse(null), codeLists, Stylesheets.of(folder), schemas, found);
        if (!FolderDigest.of(folder).equals(FolderDigest.of(content))) {
            add(ConnectorProblem.CHANGED_WHILE_READ, Place.file(reader.name(folder)), "The folder was changed while it was"
                    + " read. It is read again in a moment; if this stays, have the files written at once.");
        }
        return translator.map(compiled -> new Connector(read, compiled, FolderDigest.of(content), folder, stamp,
                ConnectorArchive.pack(content)));
    }

    private Optional<ConfigNode> mapping(String direction, ConfigFile kind, Optional<ConfigNode> descriptor)
            throws IOException {
        String file = direction + ".yaml";
        boolean exists = Files.exists(folder.resolve(file));
        Optional<ConfigNode> section = descriptor.flatMap(node -> node.get(direction));
        if (section.isPresent() && !exists) {
            add(ConnectorProblem.FILE_MISSING, section.get().place(), "The connector says that it has '" + direction
                    + "', but there is no " + file + ". Write it, or remove the section.");
        }
        if (descriptor.isPresent() && section.isEmpty() && exists) {
            add(ConnectorProblem.FILE_UNDECLARED, Place.file(reader.name(folder.resolve(file))),
                    "connector.yaml has no section '" + direction + "'. Add it, or remove this file.");
        }
        return exists ? checked(file, kind) : Optional.empty();
    }

    private Optional<ConfigNode> checked(String file, ConfigFile kind) {
        return reader.read(folder.resolve(file), found).filter(node -> kind.check(node, found));
    }

    private void add(ConnectorProblem code, Place place, String text) {
        found.add(new Problem(code, place, text));
    }

    /** Places of code lists are relative to the folder; here they get the name that the user knows. */
    private Problem named(Problem problem) {
        Place place = problem.place();
        if (place.file() == null) {
            return new Problem(problem.code(), new Place(reader.name(folder), 0, 0, place.field()), problem.text());
        }
        Path file = Path.of(place.file());
        boolean inFolder = place.file().startsWith("codelists") || place.file().startsWith("transform");
        if (!inFolder && !file.isAbsolute()) {
            return problem;
        }
        String name = reader.name(inFolder ? folder.resolve(file) : file);
        return new Problem(problem.code(), new Place(name, place.line(), place.record(), place.field()), problem.text());
    }
}
