package de.kimhub.translation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a record from what a parser sees. */
final class XmlTree extends DefaultHandler {

    private final long line;
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private Locator locator;
    private XmlNode root;

    /** @param line on which the record begins in its document */
    XmlTree(long line) {
        this.line = line;
    }

    /** {@code null} when there was none. */
    XmlNode root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        long here = locator == null || locator.getLineNumber() < 1 ? line : line + locator.getLineNumber() - 1;
        XmlNode element = new XmlNode(uri, local, here, attributes(attributes));
        if (!open.isEmpty()) {
            open.peek().add(element);
        } else if (root == null) {
            root = element;
        }
        open.push(element);
    }

    private static List<XmlNode.Attribute> attributes(Attributes attributes) {
        List<XmlNode.Attribute> all = new ArrayList<>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            all.add(new XmlNode.Attribute(attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i)));
        }
        return all;
    }

    @Override
    public void endElement(String uri, String local, String name) {
        open.pop();
    }

    @Override
    public void characters(char[] chars, int from, int length) {
        if (!open.isEmpty()) {
            open.peek().add(chars, from, length);
        }
    }
}
