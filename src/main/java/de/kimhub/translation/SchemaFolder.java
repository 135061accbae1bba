package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XSDs of one folder. What they import is looked for by namespace, and what they include by name, in the folder only. */
final class SchemaFolder {

    private static final int LONGEST_TEXT = 300;

    private final Path folder;
    private final Map<String, SchemaFile> files;

    private SchemaFolder(Path folder, Map<String, SchemaFile> files) {
        this.folder = folder;
        this.files = files;
    }

    static boolean isSchema(Path file) {
        return file.getFileName().toString().endsWith(".xsd") && Files.isRegularFile(file);
    }

    /** Empty when a file is no schema; then a problem was added. */
    static Optional<SchemaFolder> read(Path folder, List<Problem> problems) throws IOException {
        Map<String, SchemaFile> files = new TreeMap<>();
        boolean whole = true;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.filter(SchemaFolder::isSchema).sorted().toList()) {
                String name = path.getFileName().toString();
                try {
                    files.put(name, SchemaFile.read(name, Files.readAllBytes(path)));
                } catch (SAXException noSchema) {
                    whole = false;
                    problems.add(new Problem(TranslationProblem.CFG_SCHEMA, Place.file(path.toString()),
                            "The file is no XSD. Put the official file there, or remove it."));
                }
            }
        }
        return whole && !files.isEmpty() ? Optional.of(new SchemaFolder(folder, files)) : Optional.empty();
    }

    Optional<CompiledSchemas> compile(List<Problem> problems) {
        Set<Problem> found = new java.util.LinkedHashSet<>();
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SchemaResolver.SCHEME);
            factory.setResourceResolver(new SchemaResolver(files, roots(), (file, what) -> found.add(problem(file, 0,
                    "It needs " + what + ", which no file of the folder has. Put that file there, too."))));
            factory.setErrorHandler(collecting(found));
            var schema = factory.newSchema(new StreamSource(new StringReader(everything()), SchemaResolver.SCHEME + ":/"));
            if (found.isEmpty()) {
                return Optional.of(new CompiledSchemas(schema, roots().keySet(), elements()));
            }
        } catch (SAXException wrong) {
            if (found.isEmpty()) {
                found.add(problem("", 0, "The schemas cannot be compiled together."));
            }
        }
        problems.addAll(found);
        return Optional.empty();
    }

    /** A schema that imports all namespaces. */
    private String everything() {
        return roots().keySet().stream().map(namespace -> "<xs:import namespace=\"" + SchemaResolver.escape(namespace)
                        + "\"/>").collect(Collectors.joining("", "<xs:schema xmlns:xs=\""
                + XMLConstants.W3C_XML_SCHEMA_NS_URI + "\" targetNamespace=\"urn:kim-hub:all\">", "</xs:schema>"));
    }

    /** By namespace, the files that no other one of it includes. */
    private Map<String, List<SchemaFile>> roots() {
        Set<String> included = new HashSet<>();
        files.values().forEach(file -> included.addAll(file.includes()));
        Map<String, List<SchemaFile>> all = files.values().stream().filter(file -> !file.namespace().isEmpty())
                .collect(Collectors.groupingBy(SchemaFile::namespace, TreeMap::new, Collectors.toList()));
        all.replaceAll((namespace, theirs) -> {
            List<SchemaFile> roots = theirs.stream().filter(file -> !included.contains(file.name())).toList();
            return roots.isEmpty() ? theirs : roots;
        });
        return all;
    }

    private Set<String> elements() {
        return files.values().stream().flatMap(file -> file.elements().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Problem problem(String file, int line, String text) {
        return new Problem(TranslationProblem.CFG_SCHEMA, Place.line(folder.resolve(file).toString(), line), text);
    }

    private ErrorHandler collecting(Set<Problem> found) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException hint) {
                // what cannot be found is reported by whoever looks for it
            }

            @Override
            public void error(SAXParseException wrong) {
                String text = wrong.getMessage() == null ? "" : wrong.getMessage();
                found.add(problem(wrong.getSystemId() == null ? "" : SchemaFile.fileName(wrong.getSystemId()),
                        Math.max(0, wrong.getLineNumber()), "The schema cannot be compiled: "
                                + text.substring(0, Math.min(text.length(), LONGEST_TEXT)).strip()));
            }

            @Override
            public void fatalError(SAXParseException wrong) {
                error(wrong);
            }
        };
    }
}
