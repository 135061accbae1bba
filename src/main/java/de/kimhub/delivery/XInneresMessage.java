package de.kimhub.delivery;

import de.kimhub.connector.HubConfiguration.Clearing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a message of XInneres with its head. Only the root element is in a namespace; everything below is unqualified.
 */
final class XInneresMessage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Europe/Berlin"));
    private static final String DIRECTORY = "DVDV";
    private static final String PRODUCT = "KIM-Hub";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /** What is to stand in the message's own part. */
    @FunctionalInterface
    interface Content {
        void write(XInneresMessage message) throws XMLStreamException;
    }

    /** @param number of the message, e.g. {@code 0010} */
    record Kind(String element, String number, String prefix, String namespace, String standard, String version) {
    }

    /** @param reader whom it goes to; {@code reader.test} makes a test of the answer as well */
    record Address(String uuid, Instant createdAt, MessageHead reader, String readerName) {
    }

    private XInneresMessage() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    static byte[] write(Kind kind, Address address, Clearing clearing, Content content) {
        try {
            XInneresMessage message = new XInneresMessage();
            message.document(kind, address, clearing, content);
            return message.bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing to memory failed");
        }
    }

    private void document(Kind kind, Address address, Clearing clearing, Content content) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement(kind.prefix(), kind.element(), kind.namespace());
        xml.writeNamespace(kind.prefix(), kind.namespace());
        xml.writeAttribute("produkt", PRODUCT);
        xml.writeAttribute("produkthersteller", PRODUCT);
        xml.writeAttribute("standard", kind.standard());
        if (address.reader().test().isPresent()) {
            xml.writeAttribute("test", address.reader().test().get());
        }
        xml.writeAttribute("version", kind.version());
        within("nachrichtenkopf.g2g", head -> {
            within("identifikation.nachricht", id -> {
                text("nachrichtenUUID", address.uuid());
                code("nachrichtentyp", kind.number(), "urn:de:xinneres:codeliste:nachrichtentyp", "4");
                text("erstellungszeitpunkt", TIME.format(address.createdAt()));
            });
            within("leser", reader -> reader(address));
            within("autor", author -> author(clearing));
        });
        within("anschrift.autor", place -> address(clearing));
        content.write(this);
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void reader(Address address) throws XMLStreamException {
        MessageHead head = address.reader();
        code("verzeichnisdienst", head.authorDirectory().orElse(DIRECTORY), null, head.authorDirectoryVersion().orElse("1"));
        text("kennung", head.authorIdentifier().orElse("unbekannt"));
        text("name", head.authorName().orElseGet(() -> XInneresText.of(address.readerName())));
    }

    private void author(Clearing clearing) throws XMLStreamException {
        code("verzeichnisdienst", DIRECTORY, null, "1");
        text("kennung", clearing.identifier());
        text("name", clearing.name());
        reachable(clearing);
    }

    void address(Clearing clearing) throws XMLStreamException {
        within("gebaeude", building -> {
            text("hausnummer", clearing.houseNumber());
            text("postleitzahl", clearing.postalCode());
            text("strasse", clearing.street());
            text("wohnort", clearing.town());
        });
    }

    /** By e-mail and by telephone, in the list {@code erreichbarkeit}. */
    void reachable(Clearing clearing) throws XMLStreamException {
        within("erreichbarkeit", way -> {
            code("kanal", "01", null, "3");
            text("kennung", clearing.email());
        });
        within("erreichbarkeit", way -> {
            code("kanal", "02", null, "3");
            text("kennung", clearing.telephone());
        });
    }

    void within(String element, Content content) throws XMLStreamException {
        xml.writeStartElement(element);
        content.write(this);
        xml.writeEndElement();
    }

    void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** @param list and {@code version}: {@code null} where the schema fixes them */
    void code(String element, String code, String list, String version) throws XMLStreamException {
        xml.writeStartElement(element);
        if (list != null) {
            xml.writeAttribute("listURI", list);
        }
        if (version != null) {
            xml.writeAttribute("listVersionID", version);
        }
        text("code", code);
        xml.writeEndElement();
    }
}
