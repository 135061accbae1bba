package de.kimhub.accountability;

import de.kimhub.accountability.Document.Heading;
import de.kimhub.accountability.Document.Notice;
import de.kimhub.accountability.Document.Paragraph;
import de.kimhub.accountability.Document.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The {@code content.xml} of an OpenDocument text. */
final class OdtContent {

    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String FORMATS = NAMESPACE + "xsl-fo-compatible:1.0";

    private final XMLStreamWriter xml;
    private int tables;

    private OdtContent(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new OdtContent(xml).document(document);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void document(Document document) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("office:document-content");
        for (String prefix : List.of("office", "text", "table", "style", "fo")) {
            xml.writeNamespace(prefix, namespace(prefix));
        }
        attribute("office:version", "1.3");
        columnStyles();
        start("office:body");
        start("office:text");
        heading(1, document.title());
        for (Document.Block block : document.blocks()) {
            switch (block) {
                case Heading heading -> heading(heading.level(), heading.text());
                case Paragraph paragraph -> paragraph("Text_20_body", paragraph.text());
                case Notice notice -> paragraph("Notice", notice.text());
                case Table table -> table(table);
            }
        }
        xml.writeEndDocument();
    }

    /** The first column of a table of two is narrow. */
    private void columnStyles() throws XMLStreamException {
        start("office:automatic-styles");
        style("Whole", "table", "table-properties", "style:width", "17cm");
        style("Narrow", "table-column", "table-column-properties", "style:column-width", "4.5cm");
        style("Wide", "table-column", "table-column-properties", "style:column-width", "12.5cm");
        xml.writeEndElement();
    }

    private void style(String name, String family, String properties, String property, String value) throws XMLStreamException {
        start("style:style");
        attribute("style:name", name);
        attribute("style:family", family);
        empty("style:" + properties);
        attribute(property, value);
        xml.writeEndElement();
    }

    private void heading(int level, String text) throws XMLStreamException {
        start("text:h");
        attribute("text:style-name", "Heading_20_" + level);
        attribute("text:outline-level", Integer.toString(level));
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void paragraph(String style, String text) throws XMLStreamException {
        start("text:p");
        attribute("text:style-name", style);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void table(Table table) throws XMLStreamException {
        start("table:table");
        attribute("table:name", "Tabelle" + ++tables);
        attribute("table:style-name", "Whole");
        for (int i = 0; i < table.heading().size(); i++) {
            empty("table:table-column");
            if (table.heading().size() == 2) {
                attribute("table:style-name", i == 0 ? "Narrow" : "Wide");
            }
        }
        start("table:table-header-rows");
        row(table.heading().stream().map(List::of).toList(), true);
        xml.writeEndElement();
        for (List<List<String>> row : table.rows()) {
            row(row, false);
        }
        xml.writeEndElement();
        paragraph("Text_20_body", "");
    }

    private void row(List<List<String>> cells, boolean heading) throws XMLStreamException {
        start("table:table-row");
        for (int i = 0; i < cells.size(); i++) {
            boolean bold = heading || i == 0;
            start("table:table-cell");
            attribute("table:style-name", bold ? "Heading_20_Cell" : "Cell");
            attribute("office:value-type", "string");
            for (String text : cells.get(i)) {
                paragraph(bold ? "Table_20_Heading" : "Table_20_Contents", text);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        String[] parts = name.split(":");
        xml.writeStartElement(parts[0], parts[1], namespace(parts[0]));
    }

    private void empty(String name) throws XMLStreamException {
        String[] parts = name.split(":");
        xml.writeEmptyElement(parts[0], parts[1], namespace(parts[0]));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        String[] parts = name.split(":");
        xml.writeAttribute(parts[0], namespace(parts[0]), parts[1], value);
    }

    private static String namespace(String prefix) {
        return prefix.equals("fo") ? FORMATS : NAMESPACE + prefix + ":1.0";
    }
}
