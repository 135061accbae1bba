package de.kimhub.delivery;

import de.kimhub.delivery.SourceMessages.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.Namespace;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * A message as it stands in a stored document, alone or in a collection. Broken messages are read as far as they can
 * be; nothing of them gets into an exception.
 */
final class MessageXml {

    private static final String HEAD = "nachrichtenkopf.g2g";
    private static final Pattern HEADS = Pattern.compile("<(?:[^<>\\s/!?:]{1,100}:)?nachrichtenkopf\\.g2g[\\s/>]");
    private static final int LONGEST_VALUE = 1000;
    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private final byte[] whole;
    private final Message message;
    private final int before;

    MessageXml(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(message.header());
        bytes.writeBytes(message.record());
        this.message = message;
        this.whole = bytes.toByteArray();
        this.before = elements(message.header());
    }

    /** The message alone: as it came, or, out of a collection, a document of its own with the same content. */
    byte[] alone() {
        if (before == 0) {
            return whole;
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream(message.record().length + 256);
        try {
            XMLEventReader events = READERS.createXMLEventReader(new ByteArrayInputStream(whole));
            XMLEventWriter writer = WRITERS.createXMLEventWriter(copy, StandardCharsets.UTF_8.name());
            writer.add(EVENTS.createStartDocument(StandardCharsets.UTF_8.name(), "1.0"));
            copy(events, writer);
            writer.close();
            return copy.toByteArray();
        } catch (XMLStreamException broken) {
            return message.record();
        }
    }

    private void copy(XMLEventReader events, XMLEventWriter writer) throws XMLStreamException {
        Map<String, Namespace> declared = new LinkedHashMap<>();
        int seen = 0;
        int depth = 0;
        while (true) {
            XMLEvent event = events.nextEvent();
            if (event.isStartElement() && ++seen <= before + 1) {
                event.asStartElement().getNamespaces().forEachRemaining(one -> declared.put(one.getPrefix(), one));
            }
            if (seen > before) {
                depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
                writer.add(event.isStartElement() && seen == before + 1 ? EVENTS.createStartElement(
                        event.asStartElement().getName(), event.asStartElement().getAttributes(),
                        declared.values().iterator()) : event);
                if (depth == 0) {
                    return;
                }
            }
        }
    }

    /** The head where there is one alone; the head of several messages would name one of them for all. */
    MessageHead onlyHead() {
        MessageHead head = head();
        long heads = HEADS.matcher(new String(whole, StandardCharsets.ISO_8859_1)).results().limit(2).count();
        return heads < 2 ? head : new MessageHead(head.test().map(test -> Map.of("@test", test)).orElse(Map.of()));
    }

    /** What can be read of the head: the last one, since a collection may have its own before. */
    MessageHead head() {
        Map<String, String> values = new HashMap<>();
        Set<String> closed = new HashSet<>();
        Deque<String> path = new ArrayDeque<>();
        try {
            XMLEventReader events = READERS.createXMLEventReader(new ByteArrayInputStream(whole));
            int seen = 0;
            while (events.hasNext()) {
                XMLEvent event = events.nextEvent();
                if (event.isStartElement()) {
                    path.addLast(event.asStartElement().getName().getLocalPart());
                    seen++;
                    if (path.peekLast().equals(HEAD)) {
                        values.keySet().removeIf(key -> !key.equals("@test"));
                        closed.clear();
                    }
                    attributes(event.asStartElement(), path, seen == before + 1, values);
                } else if (event.isEndElement()) {
                    closed.add(key(path));
                    path.removeLast();
                } else if (event.isCharacters() && !path.isEmpty()) {
                    text(key(path), event.asCharacters().getData(), closed, values);
                }
            }
        } catch (XMLStreamException | RuntimeException broken) {
            return new MessageHead(values);
        }
        return new MessageHead(values);
    }

    /** Of several equal elements the first counts. */
    private static void text(String key, String part, Set<String> closed, Map<String, String> values) {
        String text = values.getOrDefault(key, "") + part;
        if (!key.isEmpty() && !closed.contains(key) && text.length() <= LONGEST_VALUE) {
            values.put(key, text);
        }
    }

    private static void attributes(StartElement element, Deque<String> path, boolean isMessage,
                                   Map<String, String> values) {
        Iterator<Attribute> attributes = element.getAttributes();
        while (attributes.hasNext()) {
            Attribute attribute = attributes.next();
            String name = attribute.getName().getLocalPart();
            if (isMessage && name.equals("test")) {
                values.put("@test", attribute.getValue());
            } else if (!key(path).isEmpty() && name.startsWith("list")) {
                values.putIfAbsent(key(path) + "/@" + name, attribute.getValue());
            }
        }
    }

    /** The path below the head; of the two kinds of event their own two values; empty for all else. */
    private static String key(Deque<String> path) {
        String whole = String.join("/", path);
        String last = path.peekLast();
        for (String event : List.of(MessageHead.EVENT, MessageHead.RECEIPT_EVENT)) {
            if (path.contains(event) && last.startsWith("ereignis.z")) {
                return event + "/" + last;
            }
        }
        int head = whole.indexOf(HEAD + "/");
        return head < 0 ? "" : whole.substring(head + HEAD.length() + 1);
    }

    /** How many elements begin in what stands before the first record: none before a single message. */
    private static int elements(byte[] header) {
        int seen = 0;
        try {
            XMLEventReader events = READERS.createXMLEventReader(new ByteArrayInputStream(header));
            while (events.hasNext()) {
                seen += events.nextEvent().isStartElement() ? 1 : 0;
            }
        } catch (XMLStreamException atItsEnd) {
            return seen;
        }
        return seen;
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, type, information, location) -> { });
        return factory;
    }
}
