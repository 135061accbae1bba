package de.kimhub.scaffold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes rows as XML: paths become nested elements, empty ones included. */
final class XmlSample {

    private static final Pattern NAMESPACE = Pattern.compile("(\\w+): \"([^\"]*)\"");

    private final List<String> columns;
    private final Map<String, String> uris = new LinkedHashMap<>();
    private final String record;
    private final String[] around;

    private static final class Node {

        private final Map<String, Node> inner = new LinkedHashMap<>();
        private String text;
    }

    XmlSample(FormatGuess format, List<String> columns) {
        this.columns = columns;
        Matcher namespaces = NAMESPACE.matcher(format.more().getOrDefault("namespaces", ""));
        while (namespaces.find()) {
            uris.put(namespaces.group(1), namespaces.group(2));
        }
        this.record = format.more().get("records").replaceAll("^\\[\"|\".*$", "");
        this.around = format.more().containsKey("collection") ? format.more().get("collection").replace("\"", "").split("/")
                : new String[0];
    }

    /** Without a collection a document is one record: the first. */
    byte[] write(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            Node root = new Node();
            Node at = root;
            for (String name : around) {
                at = at.inner.computeIfAbsent(name, any -> new Node());
            }
            for (int i = 0; i < (around.length == 0 ? 1 : rows.size()); i++) {
                at.inner.put(record + "\0" + i, node(rows.get(i)));
            }
            boolean first = true;
            for (Map.Entry<String, Node> child : root.inner.entrySet()) {
                write(child.getKey(), child.getValue(), first, xml);
                first = false;
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IOException("A sample cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private Node node(List<String> row) {
        Node node = new Node();
        for (int i = 0; i < columns.size(); i++) {
            Node at = node;
            for (String step : columns.get(i).split("/")) {
                at = at.inner.computeIfAbsent(step, any -> new Node());
            }
            at.text = row.get(i) == null ? "" : row.get(i);
        }
        return node;
    }

    private void write(String key, Node node, boolean outermost, XMLStreamWriter xml) throws XMLStreamException {
        String name = key.replaceFirst("\0.*", "");
        String prefix = name.contains(":") ? name.substring(0, name.indexOf(':')) : "";
        xml.writeStartElement(prefix, name.substring(name.indexOf(':') + 1), uris.getOrDefault(prefix, ""));
        if (outermost) {
            for (Map.Entry<String, String> namespace : uris.entrySet()) {
                xml.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (Map.Entry<String, Node> attribute : node.inner.entrySet()) {
            if (attribute.getKey().startsWith("@")) {
                String[] parts = attribute.getKey().substring(1).split(":");
                if (parts.length == 1) {
                    xml.writeAttribute(parts[0], attribute.getValue().text);
                } else {
                    xml.writeAttribute(parts[0], uris.get(parts[0]), parts[1], attribute.getValue().text);
                }
            }
        }
        if (node.text != null) {
            xml.writeCharacters(node.text);
        }
        for (Map.Entry<String, Node> child : node.inner.entrySet()) {
            if (!child.getKey().startsWith("@")) {
                write(child.getKey(), child.getValue(), false, xml);
            }
        }
        xml.writeEndElement();
    }
}
