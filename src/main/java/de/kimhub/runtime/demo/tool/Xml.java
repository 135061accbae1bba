package de.kimhub.runtime.demo.tool;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML of which some elements are in a message's namespace, and others in none. Not thread-safe. */
final class Xml implements AutoCloseable {

    private static final String PREFIX = "xa";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;
    private String namespace = "";
    private boolean allQualified;

    Xml(OutputStream out) {
        try {
            this.out = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            this.out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            this.out.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("No XML can be written", e);
        }
    }

    /**
     * A message, which declares its namespace.
     *
     * @param allQualified as it must not be: also what belongs in no namespace is put into the message's
     */
    Xml message(String name, String namespace, boolean allQualified, Map<String, String> attributes) {
        this.namespace = namespace;
        this.allQualified = allQualified;
        return own(name).write(() -> {
            out.writeNamespace(PREFIX, namespace);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                out.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        });
    }

    /** Begins an element in the message's namespace. */
    Xml own(String name) {
        return write(() -> out.writeStartElement(PREFIX, name, namespace));
    }

    /** Begins an element in no namespace. */
    Xml bare(String name) {
        return allQualified ? own(name) : write(() -> out.writeStartElement(name));
    }

    Xml end() {
        return write(out::writeEndElement);
    }

    Xml line() {
        return write(() -> out.writeCharacters("\n"));
    }

    /** In the message's namespace, with nothing but text. */
    Xml own(String name, String text) {
        return own(name).write(() -> out.writeCharacters(text)).end();
    }

    /** In no namespace, with nothing but text. */
    Xml bare(String name, String text) {
        return bare(name).write(() -> out.writeCharacters(text)).end();
    }

    /** In the message's namespace, with a code, which is in none. */
    Xml ownCode(String name, String version, String code) {
        return own(name).code(version, code);
    }

    /** The same in no namespace. */
    Xml bareCode(String name, String version, String code) {
        return bare(name).code(version, code);
    }

    private Xml code(String version, String code) {
        return write(() -> out.writeAttribute("listVersionID", version)).bare("code", code).end();
    }

    @Override
    public void close() {
        write(() -> {
            out.writeEndDocument();
            out.close();
        });
    }

    private Xml write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The tool's XML can't be written", e);
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }
}
