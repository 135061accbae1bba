package de.kimhub.translation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Hands on what a parser sees of a record, without the elements around it, and holds it within limits. */
final class XmlEvents extends DefaultHandler {

    static final int DEEPEST = 100;
    static final int MOST_CHILDREN = 10_000;
    /** Elements and attributes of one record. */
    static final int MOST_NODES = 50_000;
    /** In characters; more than the longest record can have. */
    private static final long LONGEST_TEXT = 1 << 24;

    /** Stops the parser; its text says nothing. */
    static final class Refusal extends SAXException {

        private final transient TranslationProblem problem;
        private final long line;

        Refusal(TranslationProblem problem, long line) {
            super(problem.code());
            this.problem = problem;
            this.line = line;
        }

        TranslationProblem problem() {
            return problem;
        }

        long line() {
            return line;
        }
    }

    private final int around;
    private final List<ContentHandler> targets;
    private final Map<String, String> inherited = new LinkedHashMap<>();
    private final Deque<int[]> children = new ArrayDeque<>();
    private Locator locator;
    private int depth;
    private int nodes;
    private long textLength;

    /** @param around number of elements around the record */
    XmlEvents(int around, List<ContentHandler> targets) {
        this.around = around;
        this.targets = targets;
    }

    /** Of the record, 1-based: the elements around it stand on its first line. */
    int line() {
        return locator == null ? 0 : Math.max(0, locator.getLineNumber());
    }

    int nodes() {
        return nodes;
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
        targets.forEach(target -> target.setDocumentLocator(where));
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (depth < around) {
            inherited.put(prefix, uri);
        } else {
            for (ContentHandler target : targets) {
                target.startPrefixMapping(prefix, uri);
            }
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (depth >= around) {
            for (ContentHandler target : targets) {
                target.endPrefixMapping(prefix);
            }
        }
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        if (depth++ < around) {
            return;
        }
        nodes += 1 + attributes.getLength();
        if (depth - around > DEEPEST || nodes > MOST_NODES || attributes.getLength() > MOST_CHILDREN
                || !children.isEmpty() && ++children.peek()[0] > MOST_CHILDREN) {
            throw new Refusal(TranslationProblem.XML_LIMITS, line());
        }
        boolean root = children.isEmpty();
        children.push(new int[1]);
        for (ContentHandler target : targets) {
            if (root) {
                target.startDocument();
                for (Map.Entry<String, String> prefix : inherited.entrySet()) {
                    target.startPrefixMapping(prefix.getKey(), prefix.getValue());
                }
            }
            target.startElement(uri, local, name, attributes);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        if (--depth < around) {
            return;
        }
        children.pop();
        for (ContentHandler target : targets) {
            target.endElement(uri, local, name);
            if (children.isEmpty()) {
                for (String prefix : new ArrayList<>(inherited.keySet()).reversed()) {
                    target.endPrefixMapping(prefix);
                }
                target.endDocument();
            }
        }
    }

    @Override
    public void characters(char[] chars, int from, int length) throws SAXException {
        if (depth > around) {
            textLength += length;
            if (textLength > LONGEST_TEXT) {
                throw new Refusal(TranslationProblem.XML_LIMITS, line());
            }
            for (ContentHandler target : targets) {
                target.characters(chars, from, length);
            }
        }
    }
}
