package de.kimhub.translation;

import java.util.ArrayList;
import java.util.List;

/** An element of a record with all that is in it. */
final class XmlNode {

    record Attribute(String uri, String local, String value) {

        /** Its name, never its value. */
        @Override
        public String toString() {
            return "@" + local;
        }
    }

    private final String uri;
    private final String local;
    private final long line;
    private final List<Attribute> attributes;
    private List<XmlNode> children = List.of();
    private StringBuilder text;

    /** @param line in the document */
    XmlNode(String uri, String local, long line, List<Attribute> attributes) {
        this.uri = uri;
        this.local = local;
        this.line = line;
        this.attributes = attributes;
    }

    void add(XmlNode child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void add(char[] chars, int from, int length) {
        if (text == null) {
            text = new StringBuilder(length);
        }
        text.append(chars, from, length);
    }

    String uri() {
        return uri;
    }

    String local() {
        return local;
    }

    long line() {
        return line;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    List<XmlNode> children() {
        return children;
    }

    /** Its own, without that of the elements in it. */
    String text() {
        return text == null ? "" : text.toString();
    }

    /** Its name, never its text. */
    @Override
    public String toString() {
        return "{" + uri + "}" + local;
    }
}
