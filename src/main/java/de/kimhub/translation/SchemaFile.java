package de.kimhub.translation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What one XSD says of itself. Official ones have a DOCTYPE at times; what that points to is never fetched.
 *
 * @param namespace empty for none
 * @param includes  names of the files that it includes
 * @param elements  local names of the elements that it declares
 */
record SchemaFile(String name, byte[] content, String namespace, Set<String> includes, Set<String> elements) {

    /** @throws SAXException when it is no XML, or no schema */
    static SchemaFile read(String name, byte[] content) throws SAXException, IOException {
        Reader reader = new Reader();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), reader);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The XML parser of this Java cannot be made safe", impossible);
        }
        if (reader.namespace == null) {
            throw new SAXException("Its root element is not xs:schema");
        }
        return new SchemaFile(name, content, reader.namespace, reader.includes, reader.elements);
    }

    /** The file that a location in a schema means: only its name counts. */
    static String fileName(String location) {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1);
    }

    private static final class Reader extends DefaultHandler {

        private final Set<String> includes = new HashSet<>();
        private final Set<String> elements = new HashSet<>();
        private String namespace;
        private int depth;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            boolean ofSchema = uri.equals(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            if (depth++ == 0 && ofSchema && local.equals("schema")) {
                namespace = attributes.getValue("targetNamespace") == null ? "" : attributes.getValue("targetNamespace");
            }
            if (ofSchema && local.equals("element") && attributes.getValue("name") != null) {
                elements.add(attributes.getValue("name"));
            }
            boolean includesOther = local.equals("include") || local.equals("redefine");
            if (ofSchema && includesOther && attributes.getValue("schemaLocation") != null) {
                includes.add(fileName(attributes.getValue("schemaLocation")));
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            depth--;
        }
    }
}
