package de.kimhub.translation;

import java.util.List;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Offers one record of a document as if it were a document of its own. */
final class XmlRecordSource extends XMLFilterImpl {

    private final XmlParser parser;
    private final XmlContext context;
    private final byte[] record;
    private XmlParser.Outcome outcome = XmlParser.Outcome.WELL;

    XmlRecordSource(XmlParser parser, XmlContext context, byte[] record) {
        this.parser = parser;
        this.context = context;
        this.record = record;
    }

    /** What came of the record itself, whatever was made of it. */
    XmlParser.Outcome outcome() {
        return outcome;
    }

    @Override
    public void parse(InputSource unused) throws SAXException {
        outcome = parser.parse(context, record, new XmlEvents(context.depth(), List.of(getContentHandler())));
        if (outcome.problem() != null) {
            throw new XmlEvents.Refusal(outcome.problem(), outcome.line());
        }
    }

    @Override
    public void setFeature(String name, boolean value) {
        // the record's own parser has been made safe
    }

    @Override
    public void setProperty(String name, Object value) {
        // comments and CDATA borders are not passed on
    }
}
