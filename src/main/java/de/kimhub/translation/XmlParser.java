package de.kimhub.translation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses one record at a time, inside the start tags of the elements around it. Nothing is ever expanded or fetched:
 * document types are refused. For one thread.
 */
final class XmlParser {

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    private final XMLReader reader;
    private final Charset charset;

    XmlParser(Charset charset) {
        this.charset = charset;
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            this.reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(LIMIT + "elementAttributeLimit", String.valueOf(XmlEvents.MOST_CHILDREN));
            reader.setProperty(LIMIT + "maxElementDepth", String.valueOf(10 * XmlEvents.DEEPEST));
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("The XML parser of this Java cannot be made safe", impossible);
        }
        reader.setEntityResolver((publicId, systemId) -> {
            throw new SAXException("Nothing is fetched");
        });
        reader.setErrorHandler(new DefaultHandler());
    }

    /**
     * What came of parsing.
     *
     * @param problem {@code null} when all went well
     * @param line    of the record on which it stands, 1-based, 0 when unknown
     */
    record Outcome(TranslationProblem problem, long line) {

        static final Outcome WELL = new Outcome(null, 0);
    }

    Outcome parse(XmlContext context, byte[] record, XmlEvents events) {
        InputSource source = new InputSource(new SequenceInputStream(Collections.enumeration(List.<InputStream>of(
                new ByteArrayInputStream(context.startTags()), new ByteArrayInputStream(record),
                new ByteArrayInputStream(context.endTags())))));
        source.setEncoding(charset.name());
        try {
            reader.setContentHandler(events);
            reader.parse(source);
            return Outcome.WELL;
        } catch (SAXParseException broken) {
            boolean tooMuch = broken.getMessage() != null && broken.getMessage().startsWith("JAXP0001");
            return new Outcome(tooMuch ? TranslationProblem.XML_LIMITS : isText(record) ? TranslationProblem.XML_RECORD
                    : TranslationProblem.BAD_CHARACTERS, Math.max(0, broken.getLineNumber()));
        } catch (XmlEvents.Refusal refusal) {
            return new Outcome(refusal.problem(), refusal.line());
        } catch (SAXException broken) {
            return new Outcome(TranslationProblem.XML_RECORD, 0);
        } catch (IOException noText) {
            return new Outcome(TranslationProblem.BAD_CHARACTERS, 0);
        }
    }

    private boolean isText(byte[] record) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(record));
            return true;
        } catch (CharacterCodingException noText) {
            return false;
        }
    }
}
