package de.kimhub.kit;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the files of a connector folder. */
final class FilesLint {

    private static final Set<String> KNOWN =
            Set.of("connector.yaml", "receive.yaml", "deliver.yaml", "codelists", "schema", "samples", "README.md",
                    "setup.sql", "transform");
    private static final Map<String, String> ENDS = Map.of("codelists", ".csv", "schema", ".xsd .json .csv",
            "transform", ".xsl");
    private static final Map<String, ConfigFile> SCHEMAS = Map.of("connector.yaml", ConfigFile.CONNECTOR,
            "receive.yaml", ConfigFile.RECEIVE, "deliver.yaml", ConfigFile.DELIVER);
    /** They look like addresses, but nobody goes there. */
    private static final String NAMESPACES = "namespaces";
    private static final int SHORTEST_README = 200;
    private static final Pattern PLACE = Pattern.compile("(?i).*([a-z][a-z0-9+.-]*://|jdbc:|\\\\\\\\[a-z0-9]"
            + "|\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}\\b|\\b[a-z0-9-]+\\.(local|lan|intern|internal|localdomain)\\b"
            + "|\\blocalhost\\b).*", Pattern.DOTALL);
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(/[a-z0-9_.-]+(/[a-z0-9_. -]+)+|[a-z]:[\\\\/].*)");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passwort|passphrase|api[-_]?key|secret:).*");

    private final KitFolder folder;

    FilesLint(KitFolder folder) {
        this.folder = folder;
    }

    List<String> readme() {
        Path readme = folder.folder().resolve("README.md");
        return Files.isRegularFile(readme) && Sample.bytes(readme).length >= SHORTEST_README ? List.of()
                : List.of(folder.place("README.md") + ": Expected a text of some sentences that says which column becomes"
                        + " what, and what appears in whose tool. Write it, in German." + KitProblem.README);
    }

    List<String> known() {
        List<String> findings = new ArrayList<>();
        for (Path entry : list(folder.folder())) {
            String name = entry.getFileName().toString();
            if (!KNOWN.contains(name)) {
                findings.add(folder.place(name) + ": Nothing reads this. Remove it; a connector is data only, and has "
                        + String.join(", ", KNOWN.stream().sorted().toList()) + "." + KitProblem.UNKNOWN_FILE);
            }
            String ends = ENDS.get(name);
            if (ends != null) {
                list(entry).stream().map(file -> file.getFileName().toString())
                        .filter(file -> !file.contains(".") || !ends.contains(file.substring(file.lastIndexOf('.'))))
                        .forEach(file -> findings.add(folder.place(name + "/" + file)
                                + ": Nothing reads this; expected here are files " + ends + ". Remove it." + KitProblem.UNKNOWN_FILE));
            }
        }
        return findings;
    }

    List<String> placesAndSecrets() {
        List<String> findings = new ArrayList<>();
        Stream.of(folder.descriptor(), folder.receive(), folder.deliver()).forEach(node -> check(node, findings));
        Path setup = folder.folder().resolve("setup.sql");
        if (Files.exists(setup) && SECRET.matcher(text(setup).replace('\n', ' ')).matches()) {
            findings.add(folder.place("setup.sql") + ": It seems to hold a password. Remove it; logins are made by"
                    + " hand." + KitProblem.PLACE_OR_SECRET);
        }
        return findings;
    }

    private void check(ConfigNode node, List<String> findings) {
        switch (node) {
            case ConfigNode.Mapping mapping -> mapping.entries().forEach((key, value) -> {
                // what looks like a host or a path there is a namespace or a JSON pointer
                if (!key.equals(NAMESPACES) && !key.equals("recordsAt")) {
                    check(value, findings);
                }
            });
            case ConfigNode.Sequence sequence -> sequence.items().forEach(item -> check(item, findings));
            case ConfigNode.Scalar scalar -> {
                String text = scalar.text();
                if (PLACE.matcher(text).matches() || ABSOLUTE.matcher(text).matches() || SECRET.matcher(text).matches()) {
                    findings.add(scalar.place() + ": This looks like a host, a path or a secret. A connector says what"
                            + " a tool speaks, never where it is: move it into the instance." + KitProblem.PLACE_OR_SECRET);
                }
            }
        }
    }

    List<String> schemaLines() {
        List<String> findings = new ArrayList<>();
        SCHEMAS.forEach((file, schema) -> {
            Path path = folder.folder().resolve(file);
            String line = "# yaml-language-server: $schema=";
            if (Files.exists(path) && !text(path).lines().findFirst().orElse("").matches(
                    Pattern.quote(line) + "(\\.\\./)+(config/)?schema/" + Pattern.quote(schema.schemaName()))) {
                findings.add(folder.place(file) + ":1: Expected the first line '" + line + "../../config/schema/"
                        + schema.schemaName() + "', so that editors complete and check the file. Add it."
                        + KitProblem.SCHEMA_LINE);
            }
        });
        return findings.stream().sorted().toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("A folder of the connector cannot be listed", failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException notUtf8) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException("A file of the connector cannot be read", failure);
        }
    }
}
