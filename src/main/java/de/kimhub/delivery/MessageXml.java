package de.kimhub.delivery;

import de.kimhub.delivery.SourceMessages.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** What can be read of the head: the last one, since a collection may have its own before. */
    MessageHead head() {
        Map<String, String> values = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        try {
            XMLEventReader events = READERS.createXMLEventReader(new ByteArrayInputStream(whole));
            int seen = 0;
            while (events.hasNext()) {
                XMLEvent event = events.nextEvent();
                if (event.isStartElement()) {
                    path.addLast(event.asStartElement().getName().getLocalPart());
                    seen++;
                    attributes(event.asStartElement(), path, seen == before + 1, values);
                } else if (event.isEndElement()) {
                    path.removeLast();
                } else if (event.isCharacters() && !path.isEmpty()) {
                    String key = key(path);
                    String text = values.getOrDefault(key, "") + event.asCharacters().getData();
                    if (!key.isEmpty() && text.length() <= LONGEST_VALUE) {
                        values.put(key, text);
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException broken) {
            return new MessageHead(values);
        }
        return new MessageHead(values);
    }

    private static void attributes(StartElement element, Deque<String> path, boolean isMessage,
                                   Map<String, String> values) {
        if (path.peekLast().equals(HEAD)) {
            values.keySet().removeIf(key -> !key.equals("@test"));
        }
        Iterator<Attribute> attributes = element.getAttributes();
        while (attributes.hasNext()) {
            Attribute attribute = attributes.next();
            String name = attribute.getName().getLocalPart();
            if (isMessage && name.equals("test")) {
                values.put("@test", attribute.getValue());
            } else if (!key(path).isEmpty() && name.startsWith("list")) {
                values.put(key(path) + "/@" + name, attribute.getValue());
            }
        }
    }

    /** The path below the head; of the event its own two values; empty for all else. */
    private static String key(Deque<String> path) {
        String whole = String.join("/", path);
        String last = path.peekLast();
        if (path.contains("identifikation.ereignis") && last.startsWith("ereignis.z")) {
            return last;
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
