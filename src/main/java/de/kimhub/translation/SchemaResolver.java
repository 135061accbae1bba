package de.kimhub.translation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Finds what an XSD imports or includes among the files of its folder, and nowhere else. */
final class SchemaResolver implements LSResourceResolver {

    /** No such addresses can be fetched. */
    static final String SCHEME = "kimhub";

    private static final String EXTERNAL_ENTITY = "http://www.w3.org/TR/REC-xml";

    private final Map<String, SchemaFile> files;
    private final Map<String, List<SchemaFile>> roots;
    private final BiConsumer<String, String> missing;
    private final Map<String, String> namespaces = new HashMap<>();
    private final DOMImplementationLS inputs;

    /** @param missing takes the file that needs something, and what */
    SchemaResolver(Map<String, SchemaFile> files, Map<String, List<SchemaFile>> roots,
                   BiConsumer<String, String> missing) {
        this.files = files;
        this.roots = roots;
        this.missing = missing;
        files.values().forEach(file -> namespaces.put(address(file.name()), file.namespace()));
        try {
            this.inputs = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .getDOMImplementation().getFeature("LS", "3.0");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("This Java cannot load schemas", impossible);
        }
    }

    @Override
    public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String base) {
        if (EXTERNAL_ENTITY.equals(type)) {
            return input("nothing", new byte[0]);
        }
        String wanted = namespace == null ? "" : namespace;
        if (base != null && systemId != null && wanted.equals(namespaces.get(base))) {
            SchemaFile file = files.get(SchemaFile.fileName(systemId));
            return file == null ? absent(base, "the file '" + SchemaFile.fileName(systemId) + "'") : input(file);
        }
        List<SchemaFile> found = roots.getOrDefault(wanted, List.of());
        if (found.isEmpty()) {
            return absent(base, "the namespace '" + wanted + "'");
        }
        return found.size() == 1 ? input(found.getFirst()) : together(wanted, found);
    }

    private LSInput absent(String base, String what) {
        missing.accept(base == null ? "" : SchemaFile.fileName(base), what);
        return null;
    }

    private LSInput input(SchemaFile file) {
        return input(file.name(), file.content());
    }

    /** Several files of one namespace that do not know each other. */
    private LSInput together(String namespace, List<SchemaFile> parts) {
        String name = "together-" + Integer.toHexString(namespace.hashCode()) + ".all";
        namespaces.put(address(name), namespace);
        String includes = parts.stream().map(file -> "<xs:include schemaLocation=\"" + escape(file.name()) + "\"/>")
                .collect(Collectors.joining());
        return input(name, ("<xs:schema xmlns:xs=\"" + XMLConstants.W3C_XML_SCHEMA_NS_URI + "\" targetNamespace=\""
                + escape(namespace) + "\">" + includes + "</xs:schema>").getBytes(StandardCharsets.UTF_8));
    }

    private LSInput input(String name, byte[] content) {
        LSInput input = inputs.createLSInput();
        input.setSystemId(address(name));
        input.setByteStream(new ByteArrayInputStream(content));
        return input;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String address(String name) {
        return SCHEME + ":/" + name;
    }
}
