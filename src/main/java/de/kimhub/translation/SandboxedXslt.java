package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.URIResolver;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * A connector's stylesheet, run by the JDK's own processor: it sees its input and nothing else. No file, no network, no
 * other stylesheet, no extension, no DTD; what {@code xsl:message} says is dropped, since it may quote its input.
 * Thread-safe.
 */
final class SandboxedXslt {

    /** A result longer than this, in bytes, is a stylesheet that does not end. */
    private static final int LONGEST_RESULT = 64 * 1024 * 1024;
    private static final URIResolver NOTHING = (href, base) -> {
        throw new TransformerException("A stylesheet of a connector reads nothing but its input.");
    };

    private final Templates templates;

    private SandboxedXslt(Templates templates) {
        this.templates = templates;
    }

    /**
     * @param file     how the stylesheet is called in problems
     * @param problems takes all that is wrong with it, with its lines
     */
    static Optional<SandboxedXslt> compile(byte[] stylesheet, String file, List<Problem> problems) {
        Listener found = new Listener();
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("jdk.xml.enableExtensionFunctions", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            factory.setURIResolver(NOTHING);
            factory.setErrorListener(found);
            Templates templates = factory.newTemplates(source(stylesheet));
            if (found.isEmpty()) {
                return Optional.of(new SandboxedXslt(templates));
            }
        } catch (TransformerException wrong) {
            found.add(wrong);
        } catch (StackOverflowError endless) {
            found.add(new TransformerException("It is nested too deeply."));
        }
        found.entries.stream().distinct().forEach(entry -> problems.add(new Problem(TranslationProblem.CFG_XSLT,
                new Place(file, entry.line(), 0, null), "The stylesheet cannot be used: " + entry.text())));
        return Optional.empty();
    }

    /** @throws Failed when it does not come to an end with this input; says nothing of the input */
    byte[] transform(byte[] document) throws Failed {
        try {
            Transformer transformer = templates.newTransformer();
            transformer.setURIResolver(NOTHING);
            transformer.setErrorListener(new Listener());
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            ByteArrayOutputStream result = new ByteArrayOutputStream(document.length + 1024);
            transformer.transform(source(document), new StreamResult(new Bounded(result)));
            return result.toByteArray();
        } catch (TransformerException | RuntimeException | StackOverflowError failure) {
            throw new Failed();
        }
    }

    /** As above, from one parser to the next, without bytes between them. */
    void transform(XMLReader from, ContentHandler to) throws Failed {
        try {
            Transformer transformer = templates.newTransformer();
            transformer.setURIResolver(NOTHING);
            transformer.setErrorListener(new Listener());
            transformer.transform(new SAXSource(from, new InputSource()), new SAXResult(to));
        } catch (TransformerException | RuntimeException | StackOverflowError failure) {
            throw new Failed();
        }
    }

    private static Source source(byte[] bytes) throws TransformerException {
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            return new SAXSource(reader, new InputSource(new ByteArrayInputStream(bytes)));
        } catch (ParserConfigurationException | SAXException missing) {
            throw new TransformerException("The JDK's parser lacks a safety setting.", missing);
        }
    }

    /** A stylesheet that fails; without message and cause, which would quote its input. */
    static final class Failed extends Exception {

        Failed() {
            super("The stylesheet failed", null, false, false);
        }
    }

    private record Entry(long line, String text) {
    }

    /** Keeps what is wrong with a stylesheet; the processor would print it. */
    private static final class Listener implements ErrorListener {

        private static final Pattern PLACED = Pattern.compile("line (\\d{1,9}): (.*)", Pattern.DOTALL);

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public void warning(TransformerException message) {
            // also xsl:message ends here
        }

        @Override
        public void error(TransformerException wrong) {
            add(wrong);
        }

        @Override
        public void fatalError(TransformerException wrong) {
            add(wrong);
        }

        private void add(TransformerException wrong) {
            Matcher placed = PLACED.matcher(String.valueOf(wrong.getMessage()));
            long line = wrong.getLocator() == null ? 0 : Math.max(0, wrong.getLocator().getLineNumber());
            entries.add(placed.matches() ? new Entry(Long.parseLong(placed.group(1)), placed.group(2))
                    : new Entry(line, String.valueOf(wrong.getMessage())));
        }

        private boolean isEmpty() {
            return entries.isEmpty();
        }
    }

    /** Ends a stylesheet that writes without end. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream to;

        Bounded(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int value) {
            require(1);
            to.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            require(length);
            to.write(bytes, offset, length);
        }

        private void require(int length) {
            if (to.size() + (long) length > LONGEST_RESULT) {
                throw new IllegalStateException("The result is too long");
            }
        }
    }
}
