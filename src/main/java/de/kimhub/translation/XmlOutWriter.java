package de.kimhub.translation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes items as one XML document, with the prefixes as they are declared, and gives it to the stylesheet if any. */
final class XmlOutWriter implements OutWriter {

    private final XmlOutFormat format;
    private final XmlElement record;
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    XmlOutWriter(XmlOutFormat format, XmlElement record) {
        this.format = format;
        this.record = record;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public byte[] write(List<OutRow> rows, LocalDate today) throws SandboxedXslt.Failed {
        byte[] document = document(rows);
        if (format.xslt().isEmpty()) {
            return document;
        }
        byte[] transformed = format.xslt().get().transform(document);
        if (transformed.length == 0) {
            throw new SandboxedXslt.Failed();
        }
        return transformed;
    }

    private byte[] document(List<OutRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * 512 + 256);
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            start(format.root(), false, xml);
            for (Map.Entry<String, String> namespace : format.namespaces().entrySet()) {
                xml.writeNamespace(namespace.getKey(), namespace.getValue());
            }
            for (OutRow row : rows) {
                xml.writeCharacters("\n");
                record.write(row, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing to memory failed");
        }
        return bytes.toByteArray();
    }

    static void start(XmlName name, boolean empty, XMLStreamWriter xml) throws XMLStreamException {
        if (empty) {
            xml.writeEmptyElement(name.prefix(), name.local(), name.namespace());
        } else {
            xml.writeStartElement(name.prefix(), name.local(), name.namespace());
        }
    }
}
