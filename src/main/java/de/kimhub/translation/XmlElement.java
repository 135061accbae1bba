package de.kimhub.translation;

import de.kimhub.translation.OutWriter.OutRow;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An element of an item, with the columns that fill it. Immutable once it is compiled. */
final class XmlElement {

    private static final int NO_COLUMN = -1;

    final XmlName name;
    final List<Attribute> attributes = new ArrayList<>();
    final List<XmlElement> children = new ArrayList<>();
    private int text = NO_COLUMN;
    private boolean constantText;
    private boolean repeats;

    /** @param constant it alone does not make an element worth writing */
    record Attribute(XmlName name, int column, boolean constant) {
    }

    XmlElement(XmlName name) {
        this.name = name;
    }

    boolean hasText() {
        return text != NO_COLUMN;
    }

    void text(int column, boolean constant) {
        text = column;
        constantText = constant;
    }

    boolean repeats() {
        return repeats;
    }

    void repeats(boolean several) {
        repeats = several;
    }

    /** The last child where it has this name, or else a new one: only neighbouring columns share their parents. */
    XmlElement child(XmlName step) {
        if (children.isEmpty() || !children.getLast().name.same(step)) {
            children.add(new XmlElement(step));
        }
        return children.getLast();
    }

    /** Whether any column below is filled; an element of constants alone is always written. */
    private boolean isFilled(OutRow row) {
        boolean constantOnly = !hasText() && children.isEmpty() && attributes.stream().allMatch(Attribute::constant);
        return constantOnly || constantText
                || hasText() && !row.cells().get(text).isEmpty()
                || attributes.stream().anyMatch(one -> !one.constant() && !row.cells().get(one.column()).isEmpty())
                || children.stream().anyMatch(child -> child.isFilled(row));
    }

    void writeIfFilled(OutRow row, XMLStreamWriter xml) throws XMLStreamException {
        if (!isFilled(row)) {
            return;
        }
        List<String> texts = hasText() ? row.cells().get(text) : List.of("");
        for (String one : texts.isEmpty() ? List.of("") : texts) {
            write(row, one, xml);
        }
    }

    void write(OutRow row, XMLStreamWriter xml) throws XMLStreamException {
        write(row, hasText() ? row.text(text) : "", xml);
    }

    private void write(OutRow row, String content, XMLStreamWriter xml) throws XMLStreamException {
        boolean empty = content.isEmpty() && children.stream().noneMatch(child -> child.isFilled(row));
        XmlOutWriter.start(name, empty, xml);
        for (Attribute attribute : attributes) {
            for (String value : row.cells().get(attribute.column())) {
                XmlName its = attribute.name();
                xml.writeAttribute(its.prefix(), its.namespace(), its.local(), value);
            }
        }
        if (!empty) {
            xml.writeCharacters(content);
            for (XmlElement child : children) {
                child.writeIfFilled(row, xml);
            }
            xml.writeEndElement();
        }
    }
}
