package de.kimhub.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Compares XML as its readers understand it: without comments and without white space between elements. */
final class XmlFiles {

    private XmlFiles() {
    }

    static boolean same(byte[] expected, byte[] actual) {
        Optional<Document> left = parse(expected);
        Optional<Document> right = parse(actual);
        return left.isPresent() && right.isPresent() && left.get().isEqualNode(right.get());
    }

    private static Optional<Document> parse(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document read = builder.parse(new ByteArrayInputStream(document));
            read.normalizeDocument();
            removeBlanks(read.getDocumentElement());
            return Optional.of(read);
        } catch (SAXException | IOException | ParserConfigurationException noXml) {
            return Optional.empty();
        }
    }

    private static void removeBlanks(Node element) {
        List<Node> children = new ArrayList<>();
        boolean hasElements = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
            hasElements |= child.getNodeType() == Node.ELEMENT_NODE;
        }
        for (Node child : children) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                removeBlanks(child);
            } else if (hasElements && child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank()) {
                element.removeChild(child);
            }
        }
    }
}
